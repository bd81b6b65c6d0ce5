internal import ReportForms
internal import ReportModel
internal import ReportReading

/// The sheet of narratives: a block a row, in the order of the report. Rows can be put in between and taken out.
struct NarrativeSheet {
    private let rows: [NarrativeRow]
    private let parts: [String]

    /// Rows below the last that the lists of choices still are for.
    private static let spare = 200
    /// Characters that Excel takes into a cell.
    private static let mostCharacters = 32_767

    /// - Parameter report: nil for a template, which has a row for each section.
    /// - Throws: `export.cell-too-long`.
    init(_ report: Report?, form: Form) throws(DiagnosticsError) {
        let attachments = (0..<max(3, report?.attachments.count ?? 0)).map(WorkbookLayout.attachment)
        parts = [WorkbookLayout.lead] + form.sections.map(\.heading) + attachments
        rows =
            report.map { NarrativeRow.rows(of: $0, form: form) }
            ?? ([WorkbookLayout.lead] + form.sections.map(\.heading)).map {
                NarrativeRow(part: $0, kind: .paragraph, content: "", path: "")
            }
        let long = rows.filter { $0.content.utf16.count > Self.mostCharacters }
        guard long.isEmpty else {
            throw DiagnosticsError(
                long.map { row in
                    Diagnostic(
                        "export.cell-too-long", .error,
                        Localized(
                            zh: "这一段超过 \(Self.mostCharacters) 个字，工作簿的一格放不下",
                            en: "longer than the \(Self.mostCharacters) characters that a cell of a workbook holds"),
                        at: Place(path: row.path))
                })
        }
    }

    func write(to workbook: inout WorkbookWriter) throws(DiagnosticsError) {
        let sheet = try workbook.addSheet(WorkbookLayout.narrativeSheet)
        for (column, (name, width)) in zip(WorkbookLayout.narrativeColumns, [34.0, 14, 90]).enumerated() {
            workbook.setColumn(sheet, column, width: width)
            workbook.write(name, to: CellReference(row: 0, column: column), of: sheet, .label)
        }
        let text = CellStyle(alignment: .left, isLocked: false, numberFormat: "@")
        for (index, row) in rows.enumerated() {
            for (column, value) in [row.part, row.kind?.rawValue ?? "", row.content].enumerated() {
                workbook.write(value, to: CellReference(row: index + 1, column: column), of: sheet, text)
            }
        }
        let open = 1...rows.count + Self.spare
        workbook.choose(parts, rows: open, column: 0, of: sheet)
        workbook.choose(NarrativeRow.Kind.allCases.map(\.rawValue), rows: open, column: 1, of: sheet)
        workbook.freeze(sheet, rows: 1, columns: 0)
        workbook.repeatRows(sheet, 0...0)
    }
}
