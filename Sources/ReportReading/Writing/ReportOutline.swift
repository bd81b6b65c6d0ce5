internal import ReportForms
internal import ReportModel

/// A report as the keys and values of its file.
struct ReportOutline {
    let form: Form?
    /// For those who read YAML.
    let hasComments: Bool

    func entries(of report: Report) -> [OutputEntry] {
        var entries = [
            OutputEntry("agency", .string(report.agency)), OutputEntry("year", .number("\(report.year)")),
        ]
        if let form = report.form { entries.append(OutputEntry("form", .string(form.rawValue))) }
        entries.append(OutputEntry("title", .string(report.title)))
        entries.append(
            OutputEntry(
                "period",
                .oneLine(
                    .mapping([
                        OutputEntry("from", .string(report.period.from.isoText)),
                        OutputEntry("to", .string(report.period.to.isoText)),
                    ]))))
        if !report.lead.isEmpty { entries.append(OutputEntry("lead", blocks(report.lead))) }
        if !report.sections.isEmpty {
            entries.append(OutputEntry("sections", .mapping(report.sections.map(section))))
        }
        let tables = self.tables(of: report.figures)
        if !tables.isEmpty { entries.append(OutputEntry("tables", .mapping(tables))) }
        if let contact = report.contact { entries.append(OutputEntry("contact", self.contact(contact))) }
        if let signature = report.signature {
            entries.append(OutputEntry("signature", self.signature(signature)))
        }
        if !report.attachments.isEmpty {
            entries.append(OutputEntry("attachments", .list(report.attachments.map(attachment))))
        }
        if let archive = report.archive { entries.append(OutputEntry("archive", self.archive(archive))) }
        if !report.unplaced.isEmpty {
            entries.append(
                OutputEntry("unplaced", .list(report.unplaced.map(unplaced)), comment: "未能归入报告的原文，请处理后删去"))
        }
        return entries
    }

    private func section(_ section: Section) -> OutputEntry {
        var value = blocks(section.content)
        if let heading = section.heading {
            value = .mapping([OutputEntry("heading", .string(heading)), OutputEntry("content", value)])
        }
        let wording = section.heading == nil ? form?.section(section.key)?.heading : nil
        return OutputEntry(section.key.rawValue, value, comment: wording)
    }

    private func contact(_ contact: Contact) -> OutputNode {
        guard let telephone = contact.telephone else { return .string(contact.sentence) }
        return .mapping([
            OutputEntry("sentence", .string(contact.sentence)), OutputEntry("telephone", .string(telephone)),
        ])
    }

    private func signature(_ signature: Signature) -> OutputNode {
        let name =
            signature.names.count == 1
            ? OutputEntry("name", .string(signature.names[0]))
            : OutputEntry("names", .list(signature.names.map(OutputNode.string)))
        var entries = [name, OutputEntry("date", .string(signature.date.isoText))]
        if signature.sealed { entries.append(OutputEntry("sealed", .boolean(true))) }
        if !signature.signatories.isEmpty {
            entries.append(
                OutputEntry(
                    "signatories",
                    .list(
                        signature.signatories.map {
                            .mapping([OutputEntry("title", .string($0.title)), OutputEntry("name", .string($0.name))])
                        })))
        }
        return .mapping(entries)
    }

    private func attachment(_ attachment: Attachment) -> OutputNode {
        var entries = [OutputEntry("title", .string(attachment.title))]
        if !attachment.content.isEmpty { entries.append(OutputEntry("content", blocks(attachment.content))) }
        return .mapping(entries)
    }

    private func archive(_ archive: ArchiveRecord) -> OutputNode {
        .mapping(
            [
                archive.fonds.map { OutputEntry("fonds", .string($0)) },
                archive.year.map { OutputEntry("year", .number("\($0)")) },
                archive.item.map { OutputEntry("item", .number("\($0)")) },
                archive.organisation.map { OutputEntry("organisation", .string($0)) },
                archive.retention.map { OutputEntry("retention", .string($0)) },
                archive.pages.map { OutputEntry("pages", .number("\($0)")) },
            ].compactMap { $0 })
    }

    private func unplaced(_ unplaced: UnplacedText) -> OutputNode {
        var entries = [OutputEntry("text", .string(unplaced.text))]
        if let line = unplaced.line { entries.append(OutputEntry("line", .number("\(line)"))) }
        return .mapping(entries)
    }

    /// A label on one line, as comments stand on one.
    static func comment(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
    }
}
