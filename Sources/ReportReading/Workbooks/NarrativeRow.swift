package import ReportForms
package import ReportModel

/// A row of the narrative's sheet: a block, in the words of those who type them.
package struct NarrativeRow: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case paragraph = "段落"
        /// The wording of a section's heading where it is not the form's; the title of an attachment.
        case partHeading = "本部分标题"
        case heading2 = "（一）标题"
        case heading3 = "1.标题"
        case heading4 = "（1）标题"
        /// Items below each other, numbered 1. and so on.
        case list = "列表"
        /// What a cell cannot show (marked text, tables, charts, pictures), as a report file writes it in JSON.
        case data = "数据"
    }

    /// The section in the form's words, 开头, or 附件1 …
    package var part: String
    /// Nil where the row only says that there is such a section.
    package var kind: Kind?
    package var content: String
    /// Of the block in the report.
    package var path: String

    package init(part: String, kind: Kind?, content: String, path: String) {
        self.part = part
        self.kind = kind
        self.content = content
        self.path = path
    }
}

extension NarrativeRow {
    /// All that a report says, row by row.
    package static func rows(of report: Report, form: Form) -> [NarrativeRow] {
        var rows = self.rows(of: report.lead, part: WorkbookLayout.lead, path: "lead")
        for section in report.sections {
            let part = form.section(section.key)?.heading ?? section.key.rawValue
            let path = "sections.\(section.key)"
            var own = self.rows(of: section.content, part: part, path: "\(path).content")
            if let heading = section.heading {
                own.insert(NarrativeRow(part: part, kind: .partHeading, content: heading, path: path), at: 0)
            }
            rows += own.isEmpty ? [NarrativeRow(part: part, kind: nil, content: "", path: path)] : own
        }
        for (index, attachment) in report.attachments.enumerated() {
            let (part, path) = (WorkbookLayout.attachment(index), "attachments[\(index)]")
            rows.append(NarrativeRow(part: part, kind: .partHeading, content: attachment.title, path: path))
            rows += self.rows(of: attachment.content, part: part, path: "\(path).content")
        }
        return rows
    }

    private static func rows(of blocks: [Block], part: String, path: String) -> [NarrativeRow] {
        blocks.enumerated().map { index, block in
            let (kind, content) = kindAndContent(of: block)
            return NarrativeRow(part: part, kind: kind, content: content, path: "\(path)[\(index)]")
        }
    }

    private static func kindAndContent(of block: Block) -> (Kind, String) {
        switch block {
        case .paragraph(let text) where text.isPlain && !text.isEmpty: return (.paragraph, text.plain)
        case .heading(let heading) where heading.number == nil && (2...4).contains(heading.level):
            return ([.heading2, .heading3, .heading4][heading.level - 2], heading.text)
        case .list(let list)
        where list.marker == .point && list.start == 1
            && list.items.allSatisfy({ $0.isPlain && !$0.isEmpty && !$0.plain.contains(where: \.isNewline) }):
            return (.list, list.items.map(\.plain).joined(separator: "\n"))
        default: return (.data, ReportOutline(form: nil, hasComments: false).json(of: block))
        }
    }
}
