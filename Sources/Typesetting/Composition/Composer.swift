public import ReportForms
public import ReportModel

/// Brings report, form and style together.
public struct Composer {
    let report: Report
    let form: Form
    let style: Style
    private let runningText: TextComposer
    let captions = CaptionNumbers()
    /// Images of the narrative under the paths that the report names them by.
    let images: [String: ImageSource]
    /// Whether a picture that no words describe is an error, as PDF/UA has it.
    private let needsAlternatives: Bool
    private let copy: CopyLayout?
    private let copyNumber: CopyNumber?
    let sealing: Sealing

    public init(
        report: Report, form: Form, style: Style, copy: CopyLayout? = nil, copyNumber: CopyNumber? = nil,
        images: [String: ImageSource] = [:], sealing: Sealing = Sealing(), needsAlternatives: Bool = true
    ) {
        self.report = report
        self.form = form
        self.style = style
        self.copy = copy
        self.copyNumber = copyNumber
        self.sealing = sealing
        runningText = TextComposer(style: style)
        self.images = images
        self.needsAlternatives = needsAlternatives
    }

    /// - Throws: `DiagnosticsError` for tables whose cells overlap or leave slots open, for images that were not
    ///   given or are not described, for charts that the figures do not suffice for, and for seals without a size.
    public consuming func compose() throws(DiagnosticsError) -> Composition {
        if needsAlternatives { try requireAlternatives() }
        var blocks: [ComposedBlock] = [
            .title(ComposedTitle(text: report.title, agency: report.agency, year: report.year))
        ]
        blocks += try compose(report.lead, path: "lead")
        for (index, section) in report.sections.enumerated() {
            blocks += try compose(section, number: index + 1)
        }
        if let contact = report.contact {
            blocks.append(runningText.paragraph(RichText(contact.sentence), path: "contact.sentence"))
        }
        blocks += attachmentNote()
        if let signature = report.signature { blocks.append(.signature(try compose(signature))) }
        blocks += try attachments()
        return Composition(
            metadata: metadata, blocks: blocks, marks: marks, signers: signers,
            findings: captions.findings + sealFindings)
    }

    private var marks: CopyMarks {
        CopyMarks(
            number: copyNumber,
            stamp: copy?.stamp.map { ComposedStamp(style: $0, record: report.archive ?? ArchiveRecord()) })
    }

    private var metadata: DocumentMetadata {
        DocumentMetadata(
            title: report.plainTitle, author: report.signature?.names.joined(separator: "、") ?? report.agency,
            subject: "\(report.year)年政府信息公开工作年度报告",
            keywords: ["政府信息公开", "年度报告", report.agency, "\(report.year)年"], date: report.signature?.date,
            // Where it is kept is nobody's matter but the archive's: other copies do not say.
            archive: copy?.stamp == nil ? nil : report.archive ?? ArchiveRecord(), copyNumber: copyNumber)
    }

    // MARK: Sections

    private func compose(_ section: Section, number: Int) throws(DiagnosticsError) -> [ComposedBlock] {
        let path = "sections.\(section.key)"
        let prescribed = form.section(section.key)
        let title = Numbering.heading(level: 1, number) + (section.heading ?? prescribed?.heading ?? "")
        var blocks = [heading(title, level: 1, path: path)]
        var content = section.content
        if let table = prescribed?.table, !content.contains(.statutoryTable(table)) {
            content.append(.statutoryTable(table))
        }
        blocks += try compose(content, path: "\(path).content")
        return blocks
    }

    private func heading(_ text: String, level: Int, path: String) -> ComposedBlock {
        var paragraph = ComposedParagraph(
            spans: [TextSpan(text, style.text.headings[level - 1])], alignment: .left,
            firstIndent: style.paragraph.indent,
            keepWithNext: true, role: .heading(level: level + 1), path: path)
        if level <= 2 { paragraph.outline = (level, text) }
        return .paragraph(paragraph)
    }

    // MARK: Narrative

    private func compose(_ content: [Block], path: String) throws(DiagnosticsError) -> [ComposedBlock] {
        var result: [ComposedBlock] = []
        var counters = [0, 0, 0, 0, 0]
        for (index, block) in content.enumerated() {
            let path = "\(path)[\(index)]"
            switch block {
            case .paragraph(let text): result.append(runningText.paragraph(text, path: path))
            case .heading(let item):
                let level = min(max(item.level, 2), 4)
                counters[level] += 1
                for deeper in level + 1..<5 where deeper < counters.count { counters[deeper] = 0 }
                let number = item.number ?? Numbering.heading(level: level, counters[level])
                result.append(heading(number + item.text, level: level, path: path))
            case .list(let list):
                for (number, item) in list.items.enumerated() {
                    let label = TextSpan(
                        Numbering.item(list.marker, list.start + number), style.text.body, role: .label)
                    result.append(
                        runningText.paragraph(
                            item, after: label, role: .listItem(isFirst: number == 0), path: "\(path).items[\(number)]")
                    )
                }
            case .figure(let illustration): result += try figure(illustration, path: path)
            case .chart(let chart): result += try self.chart(chart, path: path)
            case .table(let table): result += try self.table(table, path: path)
            case .statutoryTable(let key):
                guard let table = form.table(key) else {
                    throw DiagnosticsError(unknownTable(key, path: path))
                }
                result.append(.table(try grid(of: table), path: "tables.\(key)"))
            }
        }
        return result
    }

    private func unknownTable(_ key: TableKey, path: String) -> Diagnostic {
        Diagnostic(
            "report.unknown-table", .error,
            Localized(
                zh: "表式“\(form.name)”没有表“\(key)”", en: "the form “\(form.name)” has no table “\(key)”"),
            at: Place(path: path),
            hint: Localized(
                zh: "可用的表：\(form.tables.map(\.key.rawValue).joined(separator: "、"))",
                en: "its tables: \(form.tables.map(\.key.rawValue).joined(separator: ", "))"))
    }

    // MARK: Statutory tables

    private func grid(of table: FormTable) throws(DiagnosticsError) -> TableGrid {
        var header: [Range<Int>] = []
        for band in table.bands {
            let top = header.count
            let rows = band.rows.reduce(0) { $0 + $1.leafCount }
            header += [Range<Int>](repeating: 0..<0, count: band.headerRows)
            header += [Range<Int>](repeating: top..<top + band.headerRows, count: rows)
        }
        let cells = table.cells.map { cell in
            var result = TableGrid.Cell(
                row: cell.row, column: cell.column, rowspan: cell.rowspan, colspan: cell.colspan, text: "")
            switch cell.content {
            case .header(let label):
                result.text = label
                result.scope = .column
            case .stub(let label):
                result.text = label
                result.scope = .row
                // Labels of single rows are read down their left edge; a label over several rows, or a short one, stands in the middle.
                result.alignment = cell.rowspan == 1 && cell.column + cell.colspan > 1 ? .left : .center
            case .figure(let key, _):
                result.text = report.figures[key]?.text ?? ""
                result.path = key.path
            }
            return result
        }
        return try TableGrid(
            weights: table.widths, rowCount: table.rowCount, cells: cells, repeatedHeader: header,
            path: "tables.\(table.key)")
    }

    // MARK: Attachments

    /// 附件说明 (7.3.4): one blank line below the body, names aligned where they wrap, no mark after them.
    private func attachmentNote() -> [ComposedBlock] {
        let body = style.text.body
        // 附件： takes three cells.
        let indent = style.paragraph.indent + 3 * body.em
        let isSingle = report.attachments.count == 1
        return report.attachments.enumerated().map { index, attachment in
            let label = TextSpan(index == 0 ? "附件：\(isSingle ? "" : "1.")" : "\(index + 1).", body, role: .label)
            return .paragraph(
                ComposedParagraph(
                    spans: isSingle
                        ? [TextSpan(label.text + attachment.title, body)] : [label, TextSpan(attachment.title, body)],
                    firstIndent: index == 0 ? style.paragraph.indent : indent, hangingIndent: indent,
                    hangsAfterLabel: !isSingle, blankLines: index == 0 ? 1 : 0, keepWithNext: report.signature != nil,
                    role: isSingle ? .body : .listItem(isFirst: index == 0), path: "attachments[\(index)].title"))
        }
    }

    /// 附件 (7.3.7): each on a new page; 附件 and its number flush left on the first line, the title centred on the third.
    private func attachments() throws(DiagnosticsError) -> [ComposedBlock] {
        var blocks: [ComposedBlock] = []
        for (index, attachment) in report.attachments.enumerated() where !attachment.content.isEmpty {
            let path = "attachments[\(index)]"
            let label = report.attachments.count == 1 ? "附件" : "附件\(index + 1)"
            var first = ComposedParagraph(
                spans: [TextSpan(label, style.text.headings[0])], keepWithNext: true, role: .heading(level: 2),
                path: "\(path).title")
            first.outline = (1, "\(label) \(attachment.title)")
            blocks.append(.pageBreak)
            blocks.append(.paragraph(first))
            blocks.append(
                .paragraph(
                    ComposedParagraph(
                        spans: [TextSpan(attachment.title, style.text.title)], alignment: .center, blankLines: 1,
                        keepWithNext: true, role: .heading(level: 2), path: "\(path).title")))
            var content = try compose(attachment.content, path: "\(path).content")
            if case .paragraph(var paragraph)? = content.first {
                paragraph.blankLines = 1
                content[0] = .paragraph(paragraph)
            }
            blocks += content
        }
        return blocks
    }
}
