internal import ReportForms
internal import ReportModel
internal import ReportReading

/// A sheet with one statutory table: the form's own cells, the figures open and everything else locked, and the
/// equations beside and below it.
struct TableSheet {
    private let table: FormTable
    private let heading: String
    private let figures: Figures?
    private let checks: [FigureCheck]
    /// Where each figure stands.
    private let cells: [FigureKey: CellReference]

    /// Rows above the table: its name, and what to do.
    private static let top = 2
    /// Of the columns of the grid together, in digits.
    private static let width = 96.0

    /// - Parameters:
    ///   - heading: of the section that the table stands in.
    ///   - figures: nil for a template.
    init(_ table: FormTable, heading: String, figures: Figures?) {
        self.table = table
        self.heading = heading
        self.figures = figures
        checks = FigureCheck.checks(of: table)
        var cells: [FigureKey: CellReference] = [:]
        for cell in table.cells {
            if case .figure(let key, _) = cell.content {
                cells[key] = CellReference(row: Self.top + cell.row, column: cell.column)
            }
        }
        self.cells = cells
    }

    private var columnCount: Int { table.widths.count }
    /// The first row below the table.
    private var bottom: Int { Self.top + table.rowCount }

    func write(to workbook: inout WorkbookWriter) throws(DiagnosticsError) -> CheckedRange? {
        let sheet = try workbook.addSheet(table.name)
        let sum = table.widths.reduce(0, +)
        for (column, weight) in table.widths.enumerated() {
            workbook.setColumn(sheet, column, width: Self.width * weight / sum)
        }
        writeHead(sheet, &workbook)
        writeCells(sheet, &workbook)
        for band in bandRows { limit(band, sheet, &workbook) }
        let range = writeChecks(sheet, &workbook)
        if columnCount > 10 { workbook.setLandscape(sheet) }
        if table.bands.count == 1 {
            let header = Self.top + table.bands[0].headerRows
            workbook.freeze(sheet, rows: header, columns: table.bands[0].stubColumns)
            workbook.repeatRows(sheet, Self.top...header - 1)
        }
        workbook.protect(sheet)
        return range
    }

    private func writeHead(_ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter) {
        for (row, text, style) in [
            (0, "\(table.name)　\(heading)", CellStyle.heading),
            (1, "只填白色的格，其余的格已经锁定。下方和右侧自动核对勾稽关系：“平”为相符，“差…”为不符。", CellStyle.note),
        ] {
            workbook.merge(row..<row + 1, 0..<columnCount, of: sheet, style)
            workbook.write(text, to: CellReference(row: row, column: 0), of: sheet, style)
        }
        workbook.setRow(sheet, 0, height: 24)
    }

    // MARK: The table

    private func writeCells(_ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter) {
        for cell in table.cells {
            let first = CellReference(row: Self.top + cell.row, column: cell.column)
            let rows = first.row..<first.row + cell.rowspan
            let columns = cell.column..<cell.column + cell.colspan
            switch cell.content {
            case .header(let text):
                workbook.merge(rows, columns, of: sheet, .label)
                workbook.write(text, to: first, of: sheet, .label)
            case .stub(let text):
                let style = cell.rowspan == 1 && cell.column + cell.colspan > 1 ? CellStyle.rowLabel : .label
                workbook.merge(rows, columns, of: sheet, style)
                workbook.write(text, to: first, of: sheet, style)
            case .figure(let key, let kind):
                var style = CellStyle(isLocked: false, numberFormat: kind.numberFormat)
                let figure = figures.map { FigureCell($0[key]) } ?? .blank
                if case .number(_, let format) = figure { style.numberFormat = format }
                workbook.merge(rows, columns, of: sheet, style)
                switch figure {
                case .number(let number, _): workbook.write(number, to: first, of: sheet, style)
                case .text(let text): workbook.write(text, to: first, of: sheet, style)
                case .blank: workbook.write("", to: first, of: sheet, style)
                }
            }
        }
        for (row, height) in rowHeights.enumerated() { workbook.setRow(sheet, Self.top + row, height: height) }
    }

    /// Points: merged cells do not make their rows higher by themselves.
    private var rowHeights: [Double] {
        let sum = table.widths.reduce(0, +)
        var heights = [Double](repeating: 18, count: table.rowCount)
        for cell in table.cells where cell.rowspan == 1 {
            let text: String
            switch cell.content {
            case .header(let label), .stub(let label): text = label
            case .figure: continue
            }
            let width = Self.width * table.widths[cell.column..<cell.column + cell.colspan].reduce(0, +) / sum
            // A Han character is as wide as two digits and a bit, and cells have margins.
            let lines = (2.2 * text.ems / max(1, width - 1)).rounded(.up)
            heights[cell.row] = max(heights[cell.row], 14.5 * lines + 3.5)
        }
        return heights
    }

    /// The rows of figures of each band.
    private var bandRows: [(band: Band, rows: ClosedRange<Int>)] {
        var top = Self.top
        return table.bands.map { band in
            let first = top + band.headerRows
            top = first + band.rows.reduce(0) { $0 + $1.leafCount }
            return (band, first...top - 1)
        }
    }

    private func limit(
        _ band: (band: Band, rows: ClosedRange<Int>), _ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter
    ) {
        for column in band.band.columns {
            let first = CellReference(row: band.rows.lowerBound, column: column.column)
            workbook.check(band.rows, column: column.column, of: sheet, column.kind.inputCheck(first))
        }
    }

    // MARK: Equations

    /// The cells of a sheet in which equations show what they come to.
    struct CheckedRange {
        var sheet: String
        var cells: [CellReference]
    }

    /// An equation of one row stands at the row's end, one of a column below it; one whose row it shares with others of
    /// its kind (表四) below its own columns.
    private func writeChecks(
        _ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter
    ) -> CheckedRange? {
        var used: [CellReference] = []
        var nextRow = bottom
        var nextColumn = columnCount
        for check in table.checks {
            let lines = checks.filter { $0.check.id == check.id }
            guard !lines.isEmpty else { continue }
            let places = lines.map { $0.keys.compactMap { cells[$0] } }
            let rows = places.map { Set($0.map(\.row)) }
            let isBeside = rows.allSatisfy { $0.count == 1 } && Set(rows).count == rows.count
            let label = "\(WorkbookLayout.checkPrefix)：\(check.message.zh)"
            if isBeside {
                let column = nextColumn
                nextColumn += 1
                workbook.setColumn(sheet, column, width: 12)
                workbook.merge(
                    Self.top..<Self.top + (table.bands.first?.headerRows ?? 1), column..<column + 1, of: sheet,
                    .check)
                workbook.write(label, to: CellReference(row: Self.top, column: column), of: sheet, .check)
                for (line, place) in zip(lines, places) {
                    guard let row = place.first?.row else { continue }
                    used += write(line, to: CellReference(row: row, column: column), place, sheet, &workbook)
                }
            } else {
                // Its name stands at the left, or on a line above where there is no room.
                let firstColumn = places.joined().map(\.column).min() ?? 0
                let width = firstColumn > 0 ? firstColumn : columnCount
                workbook.merge(nextRow..<nextRow + 1, 0..<width, of: sheet, .note)
                workbook.write(label, to: CellReference(row: nextRow, column: 0), of: sheet, .note)
                if firstColumn > 0 { workbook.setRow(sheet, nextRow, height: 30) }
                let row = firstColumn > 0 ? nextRow : nextRow + 1
                nextRow = row + 1
                for (line, place) in zip(lines, places) {
                    let columns = place.map(\.column)
                    guard let first = columns.min(), let last = columns.max() else { continue }
                    workbook.merge(row..<row + 1, first..<last + 1, of: sheet, .check)
                    used += write(line, to: CellReference(row: row, column: first), place, sheet, &workbook)
                }
            }
        }
        return used.isEmpty ? nil : CheckedRange(sheet: table.name, cells: used)
    }

    /// The equation, and the paint on itself and its figures where it does not hold.
    private func write(
        _ check: FigureCheck, to cell: CellReference, _ place: [CellReference], _ sheet: WorkbookWriter.Sheet,
        _ workbook: inout WorkbookWriter
    ) -> [CellReference] {
        guard let formula = check.formula({ cells[$0] }) else { return [] }
        workbook.write(formula: formula, shown: check.result(figures), to: cell, of: sheet, .check)
        workbook.mark(
            [cell.name] + place.ranges, first: cell, of: sheet,
            where: "=LEFT(\(cell.fixedName),1)=\"\(FigureCheck.failure)\"",
            fill: check.check.severity == .error ? 0xFFC7CE : 0xFFEB9C)
        return [cell]
    }
}
