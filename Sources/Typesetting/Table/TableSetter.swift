internal import ReportForms
internal import ReportModel

/// Sets the cells of tables in columns that hold them.
struct TableSetter<Shaper: TextShaper> {
    let paragraphs: ParagraphSetter<Shaper>
    let text: TextStyle
    let style: TableStyle
    let width: Double
    /// What was set before.
    let known: KnownCells

    /// Of characters one above the other, the marks hang beside the axis: 三、本年度办理结果.
    private func alignColumn(_ lines: inout [SetLine], size: Double) {
        guard lines.count > 2, lines.allSatisfy({ $0.width < 1.75 * size }) else { return }
        for index in lines.indices { lines[index].shift(by: (lines[index].width - size) / 2) }
    }

    // MARK: Columns

    /// Cells set in columns that hold their content; rows not yet measured. Nil where the columns cannot hold their
    /// least content at this size.
    func measure(_ grid: TableGrid, size: Double) throws(DiagnosticsError) -> MeasuredTable? {
        let texts = try grid.cells.map { cell throws(DiagnosticsError) in
            try known.text(cell.text, size: size) { text throws(DiagnosticsError) in
                try ParagraphText(
                    [TextSpan(text, TextStyle(face: self.text.face, size: size))], settings: paragraphs.settings,
                    bySense: true, shaper: paragraphs.shaper)
            }
        }
        guard let widths = columnWidths(grid, texts.map(\.leastWidth)) else { return nil }
        let cells = zip(grid.cells, texts).map { cell, text in
            // Figures set to the right stand half an em off the rule, where there is room.
            let inset = cell.alignment == .right ? size / 2 : 0
            let whole = widths[cell.column..<cell.column + cell.colspan].reduce(0, +) - 2 * style.cellPadding
            let room = whole - inset < text.leastWidth ? whole : whole - inset
            return text.cell(in: room, cell.alignment) { set(text.text, size: size, in: room, cell.alignment) }
        }
        return MeasuredTable(
            grid: grid, size: size, leading: style.leading, columnWidths: widths, cells: cells)
    }

    private func set(
        _ text: ParagraphText, size: Double, in room: Double, _ alignment: TableGrid.Cell.Alignment
    ) -> MeasuredTable.SetCell {
        var lines = paragraphs.set(text, ParagraphShape(width: room, alignment: alignment.textAlignment)).lines
        if alignment == .center { alignColumn(&lines, size: size) }
        let height = lines.isEmpty ? size : size + Double(lines.count - 1) * style.leading * size
        return MeasuredTable.SetCell(lines: lines, height: height)
    }

    /// The weights' shares, moved so that no column is narrower than its least content. Nil where the least
    /// contents together are wider than the table.
    /// - Parameter leastWidths: of the cells' texts.
    private func columnWidths(_ grid: TableGrid, _ leastWidths: [Double]) -> [Double]? {
        var least = [Double](repeating: 2 * style.cellPadding, count: grid.columnCount)
        let needs = zip(grid.cells, leastWidths).map { ($0, $1 + 2 * style.cellPadding) }
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

extension ParagraphText {
    /// The width of the widest piece that no line may part.
    var leastWidth: Double {
        var widest = 0.0
        var start = 0
        for boundary in 1..<max(2, boxes.count + 1) where boundary <= boxes.count {
            guard boundary == boxes.count || breaks[boundary] <= .withinRules else { continue }
            var width = boxes[start..<boundary].reduce(0) { $0 + $1.width + $1.gap }
            if let last = boxes[start..<boundary].last, last.characterClass.isFullWidthMark,
                last.characterClass != .opening
            {
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
