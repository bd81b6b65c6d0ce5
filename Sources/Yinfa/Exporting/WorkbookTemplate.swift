internal import ReportExporting
public import ReportForms
public import ReportModel
public import ReportReading

/// Workbooks to be filled in.
public enum WorkbookTemplate {
    /// For one report: its values, a sheet a statutory table, its narrative.
    /// - Throws: `DiagnosticsError` of the machine's fault, where libxlsxwriter is missing or fails.
    public static func report(_ form: Form) throws(DiagnosticsError) -> [UInt8] { try ReportWorkbook.template(form) }

    /// For a county: a report a row.
    /// - Parameters:
    ///   - rows: how many reports it has room for, 1 … 2000.
    ///   - template: for the narrative of each; what it wants to be told has columns.
    /// - Throws: as `report`.
    public static func county(
        _ form: Form, rows: Int, for template: ReportTemplate? = nil
    ) throws(DiagnosticsError) -> [UInt8] {
        try CountyWorkbook(form, rows: rows, texts: template?.texts ?? []).xlsx()
    }
}
