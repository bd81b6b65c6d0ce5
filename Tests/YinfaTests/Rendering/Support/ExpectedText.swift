import ReportForms
import ReportModel

/// What a reader must find in a printed report, part by part, in order.
struct ExpectedText {
    var report: Report
    var form: Form

    var parts: [String] {
        var parts = [report.plainTitle] + text(of: report.lead)
        for section in report.sections {
            parts.append(section.heading ?? form.section(section.key)?.heading ?? "")
            parts += text(of: section.content)
            if let key = form.section(section.key)?.table, !section.content.contains(.statutoryTable(key)) {
                parts += table(key)
            }
        }
        if let contact = report.contact { parts.append(contact.sentence) }
        parts += report.attachments.map(\.title)
        if let signature = report.signature { parts += signature.names + [signature.date.officialText] }
        for attachment in report.attachments where !attachment.content.isEmpty {
            parts += [attachment.title] + text(of: attachment.content)
        }
        return parts
    }

    private func text(of blocks: [Block]) -> [String] {
        blocks.flatMap { block in
            switch block {
            // The mark of a note stands in the text, the note itself at the foot of the page.
            case .paragraph(let text): text.spans.compactMap { if case .text(let text, _) = $0 { text } else { nil } }
            case .heading(let heading): [heading.text]
            case .list(let list): list.items.map(\.plain)
            case .figure(let figure): figure.caption.map { [$0] } ?? []
            case .chart(let chart): chart.caption.map { [$0] } ?? []
            case .table(let table): (table.caption.map { [$0] } ?? []) + table.rows.joined().map(\.text)
            case .statutoryTable(let key): table(key)
            }
        }
    }

    private func table(_ key: TableKey) -> [String] { form.table(key)?.cells.map(text) ?? [] }

    func text(of cell: FormCell) -> String {
        switch cell.content {
        case .header(let label), .stub(let label): label
        case .figure(let key, _): report.figures[key]?.text ?? ""
        }
    }
}
