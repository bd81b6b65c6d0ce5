public import ReportForms
public import ReportModel
internal import ReportReading

/// A workbook of one report: its values, a sheet a statutory table, and its narrative. The figures' cells take what the
/// form allows, and the form's equations are formulas.
public enum ReportWorkbook {
    /// A workbook to be filled in.
    /// - Throws: `DiagnosticsError` of the machine's fault, where libxlsxwriter is missing or fails.
    public static func template(_ form: Form) throws(DiagnosticsError) -> [UInt8] {
        try xlsx(nil, form: form)
    }

    /// The same, filled in with a report. A figure that the report does not have is blank.
    /// - Throws: also `export.cell-too-long`, where the narrative has a block that no cell holds.
    public static func xlsx(_ report: Report, form: Form) throws(DiagnosticsError) -> [UInt8] {
        try xlsx(Optional(report), form: form)
    }

    private static func xlsx(_ report: Report?, form: Form) throws(DiagnosticsError) -> [UInt8] {
        let narrative = try NarrativeSheet(report, form: form)
        var workbook = try WorkbookWriter(
            title: report?.plainTitle ?? "政府信息公开工作年度报告（\(form.name)）",
            author: report?.signature?.names.joined(separator: "、") ?? report?.agency ?? "",
            date: report?.signature?.date)
        let overview = try workbook.addSheet(WorkbookLayout.overviewSheet)
        var checks: [TableSheet.CheckedRange] = []
        for table in form.tables {
            let heading = form.sections.first { $0.table == table.key }?.heading ?? ""
            let sheet = TableSheet(table, heading: heading, figures: report?.figures)
            if let range = try sheet.write(to: &workbook) { checks.append(range) }
        }
        try narrative.write(to: &workbook)
        OverviewSheet(report, form: form).write(to: &workbook, overview, checks: checks)
        return try workbook.finish()
    }
}
