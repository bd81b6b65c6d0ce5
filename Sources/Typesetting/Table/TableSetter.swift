internal import ReportForms
internal import ReportModel

/// Measures tables: columns first, then rows.
struct TableSetter<Shaper: TextShaper> {
    let paragraphs: ParagraphSetter<Shaper>
    let text: TextStyle
    let style: TableStyle
    let width: Double

    /// The table at a size, as tall as it wishes to be but at most `height`. Nil where the columns do not hold
    /// their least content, or the rows at their least padding are taller than `height`.
    /// - Parameter squeeze: how much of the latitude in the rows' padding may be used, 0 … 1.
    func fit(
        _ grid: TableGrid, size: Double, height: Double, squeeze: Double = 1
    ) throws(DiagnosticsError) -> MeasuredTable? {
        let steps = 16
        let content = try measure(grid, size: size)
        return (0...steps).lazy.compactMap { step in
            let share = squeeze * Double(step) / Double(steps)
            return content?.withRows(
                padding: style.rowPadding + (style.leastRowPadding - style.rowPadding) * share, within: height)
        }.first
    }

    /// Part of a broken table, with the padding that the style wishes for: a page more costs less than crowded rows.
    func fitPart(_ grid: TableGrid, size: Double, height: Double) throws(DiagnosticsError) -> MeasuredTable? {
        try measure(grid, size: size)?.withRows(padding: style.rowPadding, within: height)
    }

    /// As `fit`, at the first of the style's sizes at which it succeeds.
    func fit(_ grid: TableGrid, height: Double) throws(DiagnosticsError) -> MeasuredTable? {
        for size in style.sizes {
            if let table = try fit(grid, size: size, height: height) { return table }
        }
        return nil
    }

    // MARK: Columns

    /// Cells set in columns that hold their content; rows not yet measured.
    private func measure(_ grid: TableGrid, size: Double) throws(DiagnosticsError) -> MeasuredTable? {
        let style = TextStyle(face: text.face, size: size)
        var texts: [ParagraphText] = []
        for cell in grid.cells {
            texts.append(
                try ParagraphText([TextSpan(cell.text, style)], settings: paragraphs.settings, shaper: paragraphs.shaper))
        }
        guard let widths = columnWidths(grid, texts) else { return nil }
        let leading = self.style.leading
        let cells = zip(grid.cells, texts).map { cell, text in
            // Figures set to the right stand half an em off the rule, where there is room.
            let inset = cell.alignment == .right ? size / 2 : 0
            let whole = widths[cell.column..<cell.column + cell.colspan].reduce(0, +) - 2 * self.style.cellPadding
            let room = whole - inset < text.leastWidth ? whole : whole - inset
            let lines = paragraphs.set(
                text, ParagraphShape(width: room, alignment: cell.alignment.textAlignment)
            ).lines
            let height = lines.isEmpty ? size : size + Double(lines.count - 1) * leading * size
            return MeasuredTable.SetCell(lines: lines, height: height)
        }
        return MeasuredTable(
            grid: grid, size: size, leading: leading, columnWidths: widths, rowHeights: [], cells: cells)
    }

    /// The weights' shares, moved so that no column is narrower than its least content. Nil where the least
    /// contents together are wider than the table.
    private func columnWidths(_ grid: TableGrid, _ texts: [ParagraphText]) -> [Double]? {
        var least = [Double](repeating: 2 * style.cellPadding, count: grid.columnCount)
        let needs = zip(grid.cells, texts).map { ($0, $1.leastWidth + 2 * style.cellPadding) }
        for (cell, need) in needs where cell.colspan == 1 { least[cell.column] = max(least[cell.column], need) }
        let total = grid.weights.reduce(0, +)
        let wished = grid.weights.map { $0 / total * width }
        for (cell, need) in needs where cell.colspan > 1 {
            let columns = cell.column..<cell.column + cell.colspan
            let lack = need - columns.reduce(0) { $0 + max(least[$1], wished[$1]) }
            guard lack > 0 else { continue }
            let share = columns.reduce(0) { $0 + wished[$1] }
            for column in columns { least[column] = max(least[column], wished[column] + lack * wished[column] / share) }
        }
        guard least.reduce(0, +) <= width + 0.01 else { return nil }
        return level(wished, least)
    }

    /// What some columns need more than they wished for, the others give in proportion to what they can spare.
    private func level(_ wished: [Double], _ least: [Double]) -> [Double] {
        let lack = zip(wished, least).reduce(0) { $0 + max(0, $1.1 - $1.0) }
        let spare = zip(wished, least).reduce(0) { $0 + max(0, $1.0 - $1.1) }
        guard lack > 0, spare > 0 else { return wished }
        return zip(wished, least).map { wish, least in
            wish < least ? least : wish - (wish - least) * min(1, lack / spare)
        }
    }
}

extension MeasuredTable {
    /// Rows as tall as their cells and the padding above and below; what a spanned cell needs more is shared
    /// by its rows.
    /// Nil where they are together taller than `limit`.
    fileprivate func withRows(padding: Double, within limit: Double) -> MeasuredTable? {
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
        return table.height <= limit ? table : nil
    }
}

extension ParagraphText {
    /// The width of the widest piece that no line may part.
    var leastWidth: Double {
        var widest = 0.0
        var start = 0
        for boundary in 1..<max(2, boxes.count + 1) where boundary <= boxes.count {
            guard boundary == boxes.count || breaks[boundary] <= .poor else { continue }
            var width = boxes[start..<boundary].reduce(0) { $0 + $1.width + $1.gap }
            if let last = boxes[start..<boundary].last, last.characterClass.isFullWidthMark, last.characterClass != .opening {
                width -= last.spare
            }
            widest = max(widest, width)
            start = boundary
        }
        return widest
    }
}

extension TableGrid.Cell.Alignment {
    fileprivate var textAlignment: TextAlignment {
        switch self {
        case .left: .left
        case .center: .center
        case .right: .right
        }
    }
}
