internal import PDFReading
public import ReportForms
public import ReportModel
public import ReportReading

/// Holds the pages of an archived PDF against the data that it carries, and both against the rules.
public struct RecordVerifier {
    private let archived: ArchivedReport
    /// The report that the PDF carries.
    public let report: SourcedReport
    /// The form that it carries.
    public let form: Form
    private let notes: [Diagnostic]

    /// - Throws: `DiagnosticsError` where the data cannot be read.
    public init(_ archived: ArchivedReport) throws(DiagnosticsError) {
        self.archived = archived
        form = try archived.form()
        let read = try archived.report(form)
        report = read.value
        notes = read.diagnostics
    }

    /// - Returns: findings: `verify.…`, and those of `ReportChecker` on the data.
    /// - Throws: `DiagnosticsError` where the PDF cannot be read to its end.
    public func verify() throws(DiagnosticsError) -> [Diagnostic] {
        var findings = claimFindings(try archived.document.claim())
        for font in try archived.document.fonts() where !font.isEmbedded {
            findings.append(
                error(
                    "verify.font-not-embedded", zh: "字体“\(font.name)”没有嵌入",
                    en: "the font “\(font.name)” is not embedded",
                    hint: Localized(zh: "换一台机器看，字可能不一样", en: "on another machine its text may look otherwise")))
        }
        var tables = try archived.document.tables()
        for table in form.tables { findings += tableFindings(table, &tables) }
        return findings + notes + ReportChecker.check(report.report, form: form, sources: report.sources)
    }

    private func claimFindings(_ claim: StandardClaim) -> [Diagnostic] {
        var missing: [String] = []
        if claim.archivePart != 3 || claim.archiveLevel != "A" { missing.append("PDF/A-3a") }
        if claim.accessibilityPart != 1 { missing.append("PDF/UA-1") }
        guard !missing.isEmpty else { return [] }
        return [
            error(
                "verify.no-claim", zh: "元数据里没有声明符合 \(missing.joined(separator: "、"))",
                en: "the metadata do not claim \(missing.joined(separator: " and "))",
                hint: Localized(zh: "文件可能被别的程序改存过", en: "another program may have saved the file anew"))
        ]
    }

    // MARK: Figures

    /// Takes the table's tags out of those at hand, and compares each cell.
    private func tableFindings(_ table: FormTable, _ tagged: inout [TaggedTable]) -> [Diagnostic] {
        let cells = table.cells
        guard let index = best(table, cells, among: tagged) else {
            return [
                error(
                    "verify.table-missing", zh: "页面的标签里没有\(table.name)",
                    en: "the tags of the pages have no \(table.name)",
                    at: Place(file: archived.file, path: "tables.\(table.key)"))
            ]
        }
        return zip(cells, tagged.remove(at: index).cells).compactMap { cell, printed in
            let wanted = text(of: cell)
            guard printed.text != wanted else { return nil }
            return difference(cell, in: table, printed: printed.text, wanted: wanted)
        }
    }

    /// Of the tables with the form's rows and cells, the one with most of its labels: a table in the narrative may have
    /// the same rows.
    private func best(_ table: FormTable, _ cells: [FormCell], among tagged: [TaggedTable]) -> Int? {
        let shape = (0..<table.rowCount).map { row in cells.filter { $0.row == row }.map { !$0.isFigure } }
        let alike = tagged.indices.filter { tagged[$0].rows.map { $0.map(\.isHeader) } == shape }
        func labels(_ index: Int) -> Int {
            zip(cells, tagged[index].cells).count { !$0.isFigure && $1.text == text(of: $0) }
        }
        let counts = alike.map(labels)
        return counts.max().flatMap { most in counts.firstIndex(of: most) }.map { alike[$0] }
    }

    private func text(of cell: FormCell) -> String {
        let text =
            switch cell.content {
            case .header(let label), .stub(let label): label
            case .figure(let key, _): report.report.figures[key]?.text ?? ""
            }
        return text.filter { !$0.isWhitespace }
    }

    private func difference(_ cell: FormCell, in table: FormTable, printed: String, wanted: String) -> Diagnostic {
        guard case .figure(let key, _) = cell.content else {
            return error(
                "verify.label-differs", zh: "\(table.name)页面上的“\(printed)”，表格格式里是“\(wanted)”",
                en: "\(table.name): “\(printed)” on the page, “\(wanted)” in the form",
                at: Place(file: archived.file, path: "tables.\(table.key)"))
        }
        return error(
            "verify.figure-differs", zh: "页面上是“\(printed)”，数据里是“\(wanted)”",
            en: "“\(printed)” on the page, “\(wanted)” in the data",
            at: Place(file: archived.file, path: key.path, cell: table.cellName(of: key)),
            hint: Localized(zh: "页面或数据被改动过，请与原件核对", en: "the page or the data were changed; compare the original"))
    }

    private func error(
        _ id: Diagnostic.ID, zh: String, en: String, at place: Place? = nil, hint: Localized? = nil
    ) -> Diagnostic {
        Diagnostic(id, .error, Localized(zh: zh, en: en), at: place ?? Place(file: archived.file), hint: hint)
    }
}

extension FormCell {
    fileprivate var isFigure: Bool { if case .figure = content { true } else { false } }
}
