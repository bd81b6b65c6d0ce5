internal import ReportForms
internal import ReportModel
internal import ReportReading

/// The reports of a sheet (CSV or a workbook), one a row.
struct SheetRows {
    private(set) var inputs: [BatchInput] = []
    /// Columns that are missing.
    private(set) var findings: [Diagnostic] = []

    /// A workbook may be the report of one body as well: its first row tells.
    static func isOne(_ path: String, forms: [Form]) -> Bool {
        let name = path.lowercased()
        if name.hasSuffix(".csv") { return true }
        guard name.hasSuffix(".xlsx"), let bytes = try? FileBytes.read(path: path) else { return false }
        return ReportSheet.isOne(bytes, forms: forms)
    }

    /// - Parameter template: for rows that name none.
    /// - Throws: `DiagnosticsError` where the sheet cannot be read, a template is wrong or asks for what the sheet has
    ///   not: then no row can be issued.
    init(path: String, forms: [Form], template: String?) throws(DiagnosticsError) {
        let read = try ReportSheet.read(FileBytes.read(path: path), name: path, forms: forms)
        let sheet = read.value
        findings = read.diagnostics
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for line in sheet.lines {
            // A row that cannot be split is told when its turn comes.
            let own = try? sheet.templateName(line: line)
            inputs.append(
                BatchInput(
                    path: path, row: line,
                    template: own.map { $0.hasPrefix("/") ? $0 : folder + $0 } ?? template,
                    county: try? sheet.county(line: line)))
        }
        if let template, inputs.contains(where: { $0.template == template }) {
            let problems = try ReportTemplate(FileBytes.read(path: template), name: template).problems(in: sheet)
            guard problems.isEmpty else { throw DiagnosticsError(problems) }
        }
    }
}
