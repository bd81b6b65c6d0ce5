internal import ReportModel

/// The rows of a sheet, whatever kind of file it is in.
struct SheetFile: Sendable {
    private enum Content: Sendable {
        case csv(CSVFile, rows: [Int: CSVFile.Row])
        case workbook(rows: [Int: [CSVFile.Cell]])
    }

    let name: String
    /// The lines that its rows begin on, from 1; rows without content are left out.
    let lines: [Int]
    private let content: Content

    init(_ file: CSVFile) {
        name = file.name
        lines = file.rows.map(\.line)
        content = .csv(file, rows: Dictionary(file.rows.map { ($0.line, $0) }) { first, _ in first })
    }

    /// Columns that are worked out (核对) are as good as empty.
    init(_ sheet: XLSXSheet, name: String) {
        self.name = name
        let header = sheet.cells.keys.map(\.row).min() ?? 0
        let checks = Set(
            sheet.cells.filter { $0.key.row == header && $0.value.hasPrefix(WorkbookLayout.checkPrefix) }.keys.map(
                \.column))
        let filled = sheet.cells.filter { !checks.contains($0.key.column) }
        let width = (filled.keys.map(\.column).max() ?? -1) + 1
        let rows = Dictionary(grouping: filled.keys, by: \.row)
        lines = rows.keys.sorted().map { $0 + 1 }
        content = .workbook(
            rows: Dictionary(
                uniqueKeysWithValues: rows.keys.map { row in
                    let cells = (0..<width).map { column in
                        CSVFile.Cell(
                            text: filled[CellReference(row: row, column: column)] ?? "",
                            location: SourceLocation(file: name, line: row + 1, column: column + 1))
                    }
                    return (row + 1, cells)
                }))
    }

    /// - Throws: `DiagnosticsError`: `sheet.no-row`, and what is wrong with the row's quotation marks.
    func cells(line: Int) throws(DiagnosticsError) -> [CSVFile.Cell] {
        switch content {
        case .csv(let file, let rows):
            if let row = rows[line] { return try file.cells(of: row) }
        case .workbook(let rows):
            if let cells = rows[line] { return cells }
        }
        throw Self.noRow(line, name)
    }

    /// What a row says, as bytes.
    func bytes(line: Int) throws(DiagnosticsError) -> [UInt8] {
        switch content {
        case .csv(let file, let rows):
            if let row = rows[line] { return Array(file.bytes(of: row)) }
        case .workbook(let rows):
            // By a character that no cell has.
            if let cells = rows[line] { return Array(cells.map(\.text).joined(separator: "\u{1F}").utf8) }
        }
        throw Self.noRow(line, name)
    }

    static func noRow(_ line: Int, _ name: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "sheet.no-row", .error, Localized(zh: "第 \(line) 行没有报告", en: "no report begins on line \(line)"),
                at: Place(file: name, line: line)))
    }
}
