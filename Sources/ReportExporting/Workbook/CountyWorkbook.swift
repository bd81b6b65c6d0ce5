public import ReportForms
public import ReportModel
internal import ReportReading

/// A workbook in which a county gathers the figures of its townships: a report a row, as `ReportSheet` reads them, and
/// the form's equations at each row's end.
public struct CountyWorkbook {
    private let form: Form
    private let rows: Int
    /// Names of the columns before the figures.
    private let valueNames: [String]
    private let figures: [(key: FigureKey, kind: FigureKind, name: String)]
    private let checks: [(table: String, check: FigureCheck)]

    /// - Parameters:
    ///   - rows: how many reports it has room for, 1 … 2000.
    ///   - texts: names of texts that a template wants of each row.
    public init(_ form: Form, rows: Int, texts: [String] = []) {
        self.form = form
        valueNames = ReportSheet.valueNames + texts.map { "text." + $0 }
        self.rows = min(max(rows, 1), 2000)
        figures = form.tables.flatMap { table in
            table.figureKeys.compactMap { key in table.kind(of: key).map { (key, $0, table.cellName(of: key)) } }
        }
        checks = form.tables.flatMap { table in FigureCheck.checks(of: table).map { (table.name, $0) } }
    }

    /// - Throws: `DiagnosticsError` of the machine's fault, where libxlsxwriter is missing or fails.
    public func xlsx() throws(DiagnosticsError) -> [UInt8] {
        var workbook = try WorkbookWriter(title: "政府信息公开工作年度报告数据（\(form.name)）", author: "", date: nil)
        let sheet = try workbook.addSheet("数据")
        writeHeader(sheet, &workbook)
        for row in 1...rows { write(row: row, sheet, &workbook) }
        limitFigures(sheet, &workbook)
        for index in checks.indices { mark(index, sheet, &workbook) }
        workbook.setLandscape(sheet)
        workbook.freeze(sheet, rows: 1, columns: 1)
        workbook.repeatRows(sheet, 0...0)
        workbook.protect(sheet)
        return try workbook.finish()
    }

    // MARK: Columns

    /// The column that says how many equations of a row do not hold.
    private var summaryColumn: Int { valueNames.count }
    private var firstFigure: Int { summaryColumn + 1 }
    private var firstCheck: Int { firstFigure + figures.count }

    private func cell(_ key: FigureKey, row: Int) -> CellReference? {
        figures.firstIndex { $0.key == key }.map { CellReference(row: row, column: firstFigure + $0) }
    }

    private func writeHeader(_ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter) {
        let names =
            valueNames + [WorkbookLayout.checkPrefix] + figures.map(\.name)
            + checks.map { "\(WorkbookLayout.checkPrefix)：\($0.table) \($0.check.check.id) \($0.check.line)" }
        for (column, name) in names.enumerated() {
            workbook.setColumn(sheet, column, width: name == "年度" || column > summaryColumn - 1 ? 12 : 22)
            workbook.write(name, to: CellReference(row: 0, column: column), of: sheet, .label)
        }
        workbook.setRow(sheet, 0, height: 110)
    }

    // MARK: Rows

    private func write(row: Int, _ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter) {
        for column in valueNames.indices {
            workbook.write(
                "", to: CellReference(row: row, column: column), of: sheet,
                CellStyle(alignment: .left, isLocked: false, numberFormat: valueNames[column] == "年度" ? "0" : "@"))
        }
        for (index, figure) in figures.enumerated() {
            workbook.write(
                "", to: CellReference(row: row, column: firstFigure + index), of: sheet,
                CellStyle(isLocked: false, numberFormat: figure.kind.numberFormat))
        }
        for (index, check) in checks.enumerated() {
            guard let formula = check.check.formula({ cell($0, row: row) }) else { continue }
            workbook.write(
                formula: formula, shown: "", to: CellReference(row: row, column: firstCheck + index), of: sheet, .check)
        }
        guard !checks.isEmpty else { return }
        let range = [
            CellReference(row: row, column: firstCheck), CellReference(row: row, column: firstCheck + checks.count - 1),
        ].map(\.name).joined(separator: ":")
        let failures = "COUNTIF(\(range),\"\(FigureCheck.failure)*\")"
        workbook.write(
            formula: "=IF(\(failures)=0,\"\",\(failures)&\"处不符\")", shown: "",
            to: CellReference(row: row, column: summaryColumn), of: sheet, .check)
    }

    private func limitFigures(_ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter) {
        for (index, figure) in figures.enumerated() {
            let column = firstFigure + index
            let first = CellReference(row: 1, column: column)
            workbook.check(1...rows, column: column, of: sheet, figure.kind.inputCheck(first))
        }
    }

    /// Paints an equation and its figures in the rows where it does not hold.
    private func mark(_ index: Int, _ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter) {
        let own = CellReference(row: 1, column: firstCheck + index)
        let cells = [own] + checks[index].check.keys.compactMap { cell($0, row: 1) }
        let ranges = cells.map { "\($0.name):\(CellReference(row: rows, column: $0.column).name)" }
        workbook.mark(
            ranges, first: own, of: sheet, where: "=LEFT($\(own.letters)2,1)=\"\(FigureCheck.failure)\"",
            fill: checks[index].check.check.severity == .error ? 0xFFC7CE : 0xFFEB9C)
    }
}
