internal import ReportModel

extension MeasuredTable {
    /// Rows as tall as their cells and the padding above and below; what a spanned cell needs more is shared
    /// by its rows.
    func withRows(padding: Double) -> MeasuredTable { withRows(RowNeeds(self).heights(padding: padding)) }

    func withRows(_ heights: [Double]) -> MeasuredTable {
        var table = self
        table.rowHeights = heights
        return table
    }

    /// Some rows with the header above them, in the same columns.
    func fragment(rows: Range<Int>) throws(DiagnosticsError) -> MeasuredTable {
        var part = self
        part.grid = try grid.fragment(rows: rows)
        part.cells = grid.pieces(rows: rows).map { cells[$0.origin] }
        return part
    }
}

/// What the rows of a table need for their cells, found once for whatever padding.
struct RowNeeds {
    /// Of cells of one row, the highest in each; nil where there is none.
    private var alone: [Double?]
    /// The others, by ascending rowspan.
    private var spanned: [(rows: Range<Int>, height: Double)]

    init(_ table: MeasuredTable) {
        alone = Array(repeating: nil, count: table.grid.rowCount)
        spanned = []
        for (cell, content) in zip(table.grid.cells, table.cells) {
            if cell.rowspan == 1 {
                alone[cell.row] = max(alone[cell.row] ?? 0, content.height)
            } else {
                spanned.append((cell.row..<cell.row + cell.rowspan, content.height))
            }
        }
        // Stable: of the same rowspan, those above first.
        spanned = spanned.enumerated().sorted { ($0.1.rows.count, $0.0) < ($1.1.rows.count, $1.0) }.map(\.1)
    }

    func heights(padding: Double) -> [Double] {
        var heights = alone.map { $0.map { $0 + 2 * padding } ?? 0 }
        for cell in spanned {
            let lack = cell.height + 2 * padding - cell.rows.reduce(0) { $0 + heights[$1] }
            guard lack > 0 else { continue }
            for row in cell.rows { heights[row] += lack / Double(cell.rows.count) }
        }
        return heights
    }
}
