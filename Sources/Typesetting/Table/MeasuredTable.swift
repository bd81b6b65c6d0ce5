internal import ReportForms

/// A table with its columns measured and its cells set; rows have heights once they are given a padding.
struct MeasuredTable {
    struct SetCell {
        var lines: [SetLine]
        var height: Double
    }

    var grid: TableGrid
    var size: Double
    var leading: Double
    var columnWidths: [Double]
    var rowHeights: [Double] = []
    /// In the order of `grid.cells`.
    var cells: [SetCell]

    var height: Double { rowHeights.reduce(0, +) }
}

extension MeasuredTable {
    /// Everything on the page, with the table's upper left corner at a point.
    /// - Parameter leaves: of each cell; nil where its text is repeated.
    func items(at origin: Point, style: TableStyle, leaves: [LeafID?]) -> [PageItem] {
        let xs = columnWidths.reduce(into: [origin.x]) { $0.append($0[$0.count - 1] + $1) }
        let ys = rowHeights.reduce(into: [origin.y]) { $0.append($0[$0.count - 1] + $1) }
        var items: [PageItem] = []
        for ((cell, content), leaf) in zip(zip(grid.cells, cells), leaves) {
            let top = ys[cell.row]
            let room = ys[cell.row + cell.rowspan] - top
            let middle = top + (room - content.height) / 2
            for (number, line) in content.lines.enumerated() {
                // The em box of Han type reaches 0.88 em above the baseline.
                let baseline = middle + Double(number) * leading * size + 0.88 * size
                items += line.placed(
                    x: xs[cell.column] + style.cellPadding, baseline: baseline, leaves: leaf.map { [$0] } ?? [])
            }
        }
        return items + rules(xs, ys, style).map { PageItem(.rule($0)) }
    }

    /// Rules between cells, joined into strokes as long as they run straight.
    private func rules(_ xs: [Double], _ ys: [Double], _ style: TableStyle) -> [Rule] {
        var rules: [Rule] = []
        let rows = grid.rowCount
        let columns = grid.columnCount
        for line in 0...rows {
            let width = line == 0 || line == rows ? style.outerRule : style.innerRule
            for range in runs(
                count: columns,
                where: { column in
                    line == 0 || line == rows
                        || grid.cellIndex(row: line - 1, column: column) != grid.cellIndex(row: line, column: column)
                })
            {
                rules.append(
                    Rule(
                        from: Point(
                            x: xs[range.lowerBound] - (range.lowerBound == 0 ? style.outerRule / 2 : 0), y: ys[line]),
                        to: Point(
                            x: xs[range.upperBound] + (range.upperBound == columns ? style.outerRule / 2 : 0),
                            y: ys[line]),
                        width: width))
            }
        }
        for line in 0...columns {
            let width = line == 0 || line == columns ? style.outerRule : style.innerRule
            for range in runs(
                count: rows,
                where: { row in
                    line == 0 || line == columns
                        || grid.cellIndex(row: row, column: line - 1) != grid.cellIndex(row: row, column: line)
                })
            {
                rules.append(
                    Rule(
                        from: Point(x: xs[line], y: ys[range.lowerBound]),
                        to: Point(x: xs[line], y: ys[range.upperBound]), width: width))
            }
        }
        return rules
    }

    private func runs(count: Int, where holds: (Int) -> Bool) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for index in 0..<count where holds(index) {
            if let last = result.last, last.upperBound == index {
                result[result.count - 1] = last.lowerBound..<index + 1
            } else {
                result.append(index..<index + 1)
            }
        }
        return result
    }
}
