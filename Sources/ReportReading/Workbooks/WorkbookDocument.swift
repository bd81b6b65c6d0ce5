internal import ReportForms
internal import ReportModel

/// An office's own workbook as a document: its sheets one after the other, each table below the heading of its section.
struct WorkbookDocument {
    private let labels: [TableLabels]
    private let forms: [Form]
    private let file: String

    init(file: String, forms: [Form]) {
        self.file = file
        self.forms = forms
        labels = forms.flatMap { $0.tables.map(TableLabels.init) }
    }

    func isLabel(_ text: String) -> Bool {
        let label = LabelText.normalized(text)
        return labels.contains { $0.isLabel(label) || $0.isLabelInOtherUnit(text) }
    }

    func document(_ sheets: [XLSXSheet], findings: [Diagnostic]) -> ImportedDocument {
        let quiet = SectionFinder(file: file, forms: forms, sink: DiagnosticSink())
        var findings = findings
        var blocks = sheets.flatMap { SheetBlocks($0, isLabel: isLabel).blocks }
        let texts = blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text.plain } else { nil } }
        let lines = texts.map { SourceLine(number: 0, cells: [$0.trimmed], hasTab: false) }
        var found = Set(quiet.find(in: lines, from: 0).map(\.key))
        // Sheets are named for their tables, and the tables of an office have no headings of sections.
        var result: [ImportedBlock] = []
        for block in blocks {
            if case .table(let table) = block, let (number, section) = section(of: table),
                found.insert(section.key).inserted
            {
                result.append(
                    .paragraph(
                        ImportedParagraph(
                            text: RichText("\(ChineseNumeral.text(number))、\(section.heading)"), line: table.line)))
            }
            result.append(block)
        }
        blocks = result
        if TitleFinder.find(in: lines) == nil, let title = titleOfName {
            blocks.insert(.paragraph(ImportedParagraph(text: RichText(title), line: 1)), at: 0)
            findings.append(
                Diagnostic(
                    "xlsx.title-from-name", .warning,
                    Localized(
                        zh: "表中没有标题，取自文件名“\(title)”", en: "no title in the workbook; it was taken from the file’s name"),
                    at: Place(file: file)))
        }
        return ImportedDocument(file: file, blocks: blocks, findings: findings)
    }

    /// The file's name, where it is a title.
    private var titleOfName: String? {
        let name = file.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
        return TitleFinder.isTitle(stem) ? stem : nil
    }

    /// The section of the statutory table that most of a table's labels are of.
    private func section(of table: ImportedTable) -> (number: Int, section: FormSection)? {
        let texts = table.rows.joined().map { LabelText.normalized($0.text) }.filter { !$0.isEmpty }
        let counts = labels.map { own in texts.count(where: own.isLabel) }
        guard let most = counts.max(), most >= 3, let best = zip(labels, counts).first(where: { $0.1 == most })?.0
        else {
            return nil
        }
        for form in forms {
            for (index, section) in form.sections.enumerated() where section.table == best.table.key {
                return (index + 1, section)
            }
        }
        return nil
    }
}
