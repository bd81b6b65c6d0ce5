internal import ReportExporting
public import ReportForms
public import ReportModel

/// Workbooks to be filled in.
public enum WorkbookTemplate {
    /// For one report: its values, a sheet a statutory table, its narrative.
    /// - Throws: `DiagnosticsError` of the machine's fault, where libxlsxwriter is missing or fails.
    public static func report(_ form: Form) throws(DiagnosticsError) -> [UInt8] { try ReportWorkbook.template(form) }

    /// For a county: a report a row.
    /// - Parameter rows: how many reports it has room for, 1 … 2000.
    /// - Throws: as `report`.
    public static func county(_ form: Form, rows: Int) throws(DiagnosticsError) -> [UInt8] {
        try CountyWorkbook(form, rows: rows).xlsx()
    }
}
