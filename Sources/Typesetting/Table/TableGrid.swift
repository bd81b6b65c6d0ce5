public import ReportModel

/// A table in which every slot is a cell or belongs to one.
public struct TableGrid: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public enum Alignment: String, Hashable, Sendable {
            case left, center, right
        }

        /// First row and column from 0.
        public var row: Int
        public var column: Int
        public var rowspan: Int
        public var colspan: Int
        public var text: String
        public var alignment: Alignment
        /// What the cell heads; nil for data.
        public var scope: TableCellAttributes.Scope?
        /// Path of the value in the report, for diagnostics.
        public var path: String?

        public init(
            row: Int, column: Int, rowspan: Int = 1, colspan: Int = 1, text: String,
            alignment: Alignment = .center, scope: TableCellAttributes.Scope? = nil, path: String? = nil
        ) {
            self.row = row
            self.column = column
            self.rowspan = rowspan
            self.colspan = colspan
            self.text = text
            self.alignment = alignment
            self.scope = scope
            self.path = path
        }
    }

    /// Relative widths; their number is the number of columns.
    public let weights: [Double]
    public let rowCount: Int
    /// Ordered by row, then column.
    public let cells: [Cell]
    /// For each row the header rows that come again above it where a page begins with it.
    public let repeatedHeader: [Range<Int>]
    /// Index of the cell that covers a slot, row by row.
    let slots: [Int]

    public var columnCount: Int { weights.count }

    /// - Throws: `DiagnosticsError` naming each cell that overlaps another or leaves the table, and each
    ///   slot that no cell covers.
    public init(
        weights: [Double], rowCount: Int, cells: [Cell], repeatedHeader: [Range<Int>]? = nil, path: String
    ) throws(DiagnosticsError) {
        var slots = [Int](repeating: -1, count: rowCount * weights.count)
        var problems: [Diagnostic] = []
        let ordered = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        for (index, cell) in ordered.enumerated() {
            let inside =
                cell.row >= 0 && cell.column >= 0 && cell.rowspan > 0 && cell.colspan > 0
                && cell.row + cell.rowspan <= rowCount && cell.column + cell.colspan <= weights.count
            guard inside else {
                problems.append(TableGrid.outside(cell, rowCount, weights.count, path))
                continue
            }
            for row in cell.row..<cell.row + cell.rowspan {
                for column in cell.column..<cell.column + cell.colspan {
                    let slot = row * weights.count + column
                    if slots[slot] >= 0 {
                        problems.append(TableGrid.overlap(cell, ordered[slots[slot]], row, column, path))
                    }
                    slots[slot] = index
                }
            }
        }
        if problems.isEmpty, let empty = slots.firstIndex(of: -1) {
            problems.append(TableGrid.uncovered(empty / weights.count, empty % weights.count, path))
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        self.weights = weights
        self.rowCount = rowCount
        self.cells = ordered
        self.slots = slots
        self.repeatedHeader = repeatedHeader ?? [Range<Int>](repeating: 0..<0, count: rowCount)
    }

    func cellIndex(row: Int, column: Int) -> Int { slots[row * columnCount + column] }

    private static func outside(_ cell: Cell, _ rows: Int, _ columns: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            "table.cell-outside", .error,
            Localized(
                zh:
                    "单元格“\(cell.text)”（第 \(cell.row + 1) 行第 \(cell.column + 1) 列，跨 \(cell.rowspan) 行 \(cell.colspan) 列）超出了 \(rows) 行 \(columns) 列的表格",
                en:
                    "cell “\(cell.text)” (row \(cell.row + 1), column \(cell.column + 1), spanning \(cell.rowspan) × \(cell.colspan)) leaves the table of \(rows) × \(columns)"
            ),
            at: Place(path: cell.path ?? path))
    }

    private static func overlap(_ cell: Cell, _ other: Cell, _ row: Int, _ column: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            "table.cells-overlap", .error,
            Localized(
                zh: "单元格“\(cell.text)”与“\(other.text)”在第 \(row + 1) 行第 \(column + 1) 列重叠",
                en: "cells “\(cell.text)” and “\(other.text)” overlap at row \(row + 1), column \(column + 1)"),
            at: Place(path: cell.path ?? path),
            hint: Localized(zh: "检查跨行（rowspan）和跨列（colspan）", en: "check rowspan and colspan"))
    }

    private static func uncovered(_ row: Int, _ column: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            "table.slot-missing", .error,
            Localized(
                zh: "表格第 \(row + 1) 行第 \(column + 1) 列没有单元格",
                en: "no cell covers row \(row + 1), column \(column + 1) of the table"),
            at: Place(path: path),
            hint: Localized(zh: "补一个空单元格，或检查本行的跨列数", en: "add an empty cell, or check the spans of this row"))
    }
}

extension TableGrid {
    /// Cells as HTML gives them: row by row, without the slots that spans cover.
    public init(flowing table: NarrativeTable, path: String) throws(DiagnosticsError) {
        var taken: [Int: Set<Int>] = [:]
        var cells: [Cell] = []
        var columnCount = table.widths?.count ?? 0
        for (row, list) in table.rows.enumerated() {
            var column = 0
            for (number, cell) in list.enumerated() {
                while taken[row]?.contains(column) == true { column += 1 }
                cells.append(
                    Cell(
                        row: row, column: column, rowspan: cell.rowspan, colspan: cell.colspan, text: cell.text,
                        alignment: cell.alignment.flatMap { Cell.Alignment(rawValue: $0.rawValue) } ?? .center,
                        scope: row < table.headerRows ? .column : nil, path: "\(path).rows[\(row)][\(number)]"))
                for covered in row..<min(row + cell.rowspan, table.rows.count) {
                    taken[covered, default: []].formUnion(column..<column + cell.colspan)
                }
                column += cell.colspan
                columnCount = max(columnCount, column)
            }
        }
        try self.init(
            weights: table.widths ?? [Double](repeating: 1, count: columnCount), rowCount: table.rows.count,
            cells: cells,
            repeatedHeader: table.rows.indices.map {
                $0 >= table.headerRows ? 0..<min(table.headerRows, table.rows.count) : 0..<0
            },
            path: path)
    }

    /// The rows of a page: repeated header rows, then a range of rows. A cell that the range cuts keeps
    /// its text in every part, so that each page says what its rows are.
    func fragment(rows: Range<Int>) throws(DiagnosticsError) -> TableGrid {
        try TableGrid(
            weights: weights, rowCount: repeatedHeader[rows.lowerBound].count + rows.count,
            cells: pieces(rows: rows).map(\.cell), path: "")
    }

    /// A cell of a fragment.
    struct Piece {
        var cell: Cell
        /// Index of the cell that it is.
        var origin: Int
        /// Whether an earlier fragment has shown it.
        var isRepeated: Bool
    }

    /// In the order of the fragment's cells.
    func pieces(rows: Range<Int>) -> [Piece] {
        let header = repeatedHeader[rows.lowerBound]
        var top = 0
        var pieces: [Piece] = []
        for part in [header, rows] where !part.isEmpty {
            for (index, cell) in cells.enumerated() {
                let overlap = (cell.row..<cell.row + cell.rowspan).clamped(to: part)
                guard !overlap.isEmpty else { continue }
                var piece = cell
                piece.row = top + overlap.lowerBound - part.lowerBound
                piece.rowspan = overlap.count
                pieces.append(Piece(cell: piece, origin: index, isRepeated: cell.row < rows.lowerBound))
            }
            top += part.count
        }
        return pieces.sorted { ($0.cell.row, $0.cell.column) < ($1.cell.row, $1.cell.column) }
    }
}
