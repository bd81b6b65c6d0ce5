internal import ReportModel

extension MeasuredTable {
    /// Rows as tall as their cells and the padding above and below; what a spanned cell needs more is shared
    /// by its rows.
    func withRows(padding: Double) -> MeasuredTable {
        var heights = [Double](repeating: 0, count: grid.rowCount)
        let needs = zip(grid.cells, cells).map { ($0, $1.height + 2 * padding) }
        for (cell, need) in needs where cell.rowspan == 1 { heights[cell.row] = max(heights[cell.row], need) }
        for (cell, need) in needs.filter({ $0.0.rowspan > 1 }).sorted(by: { $0.0.rowspan < $1.0.rowspan }) {
            let rows = cell.row..<cell.row + cell.rowspan
            let lack = need - rows.reduce(0) { $0 + heights[$1] }
            if lack > 0 {
                for row in rows { heights[row] += lack / Double(rows.count) }
            }
        }
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
