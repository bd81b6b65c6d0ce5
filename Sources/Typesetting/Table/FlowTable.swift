internal import ReportForms
internal import ReportModel

/// A table on its way to a page: measured once a size, then fitted to whatever room there is.
final class FlowTable {
    let grid: TableGrid
    /// Of each cell.
    let leaves: [LeafID]
    private let style: TableStyle
    private let measure: (_ size: Double) throws(DiagnosticsError) -> MeasuredTable?
    private var measured: [Double: MeasuredTable?] = [:]

    init(
        _ grid: TableGrid, leaves: [LeafID], style: TableStyle,
        measure: @escaping (_ size: Double) throws(DiagnosticsError) -> MeasuredTable?
    ) {
        self.grid = grid
        self.leaves = leaves
        self.style = style
        self.measure = measure
    }

    var rowCount: Int { grid.rowCount }

    private func table(size: Double) throws(DiagnosticsError) -> MeasuredTable? {
        if let known = measured[size] { return known }
        let table = try measure(size)
        measured[size] = .some(table)
        return table
    }

    /// The whole table at the size and with the padding that come nearest to what the style wishes for, and what the
    /// latitude that it uses costs.
    func whole(within room: Double) throws(DiagnosticsError) -> (table: MeasuredTable, cost: Double)? {
        guard rowCount <= mostRows(within: room) else { return nil }
        for (step, size) in style.sizes.enumerated() {
            guard let table = try table(size: size), let (fitted, share) = table.squeezed(into: room, style) else {
                continue
            }
            return (fitted, Double(step) * PageCosts.smallerSize + share * share * PageCosts.crowdedRows)
        }
        return nil
    }

    /// As many rows as there is room for, in the padding that the style wishes for: a page more costs less than crowded
    /// rows. Nil where not even the header and two rows have room.
    func longestPart(
        from start: Int, within room: Double
    ) throws(DiagnosticsError) -> (table: MeasuredTable, leaves: [LeafID?], end: Int)? {
        guard let table = try largest() else { throw DiagnosticsError(tooWide) }
        let header = grid.repeatedHeader.last ?? 0..<0
        let least = start == 0 ? min(rowCount, header.count + 2) : start + 1
        var fits: (table: MeasuredTable, end: Int)?
        var low = least
        var high = min(rowCount, max(least, start + mostRows(within: room)))
        while low <= high {
            let middle = (low + high) / 2
            let part = try table.fragment(rows: start..<middle).withRows(padding: style.rowPadding)
            if part.height <= room {
                fits = (part, middle)
                low = middle + 1
            } else {
                high = middle - 1
            }
        }
        guard let fits else { return nil }
        let leaves = grid.pieces(rows: start..<fits.end).map { $0.isRepeated ? nil : self.leaves[$0.origin] }
        return (fits.table, leaves, fits.end)
    }

    /// More than a page ever holds, so that long tables are not tried whole: a row may be of no height of its own, where
    /// all its cells go over several.
    private func mostRows(within room: Double) -> Int { 4 * Int(room / (style.sizes.min() ?? 1)) }

    /// At the largest of the style's sizes at which the columns hold their content.
    private func largest() throws(DiagnosticsError) -> MeasuredTable? {
        for size in style.sizes {
            if let table = try table(size: size) { return table }
        }
        return nil
    }

    var tooWide: Diagnostic {
        let cell = grid.cells.max { $0.text.count < $1.text.count }
        let text = cell?.text.prefix(30) ?? ""
        return Diagnostic(
            "table.too-wide", .error,
            Localized(
                zh: "表格各栏的最小宽度之和超出版心，最小字号也排不下（最长的单元格：“\(text)”）",
                en: "the columns do not fit the type area even at the smallest size (longest cell: “\(text)”)"),
            at: Place(path: cell?.path),
            hint: Localized(zh: "减少栏数或缩短不可断开的文字", en: "use fewer columns or shorter unbreakable text"))
    }

    func tooTall(row: Int) -> Diagnostic {
        Diagnostic(
            "table.row-too-tall", .error,
            Localized(zh: "表格第 \(row + 1) 行高过一页", en: "row \(row + 1) of the table is taller than a page"),
            at: Place(path: grid.cells.first { $0.row == row }?.path),
            hint: Localized(zh: "把这一行的文字分成几行", en: "divide the text of this row over several rows"))
    }
}

extension MeasuredTable {
    /// With rows as tall as the style wishes, or as little less as makes it fit; and how much of the latitude that
    /// takes, 0 … 1.
    fileprivate func squeezed(into room: Double, _ style: TableStyle) -> (MeasuredTable, share: Double)? {
        let steps = 16
        let needs = RowNeeds(self)
        func heights(_ step: Int) -> [Double] {
            let share = Double(step) / Double(steps)
            return needs.heights(padding: style.rowPadding + (style.leastRowPadding - style.rowPadding) * share)
        }
        // Less padding never makes a table higher: the first step that fits is found by halves.
        var (low, high) = (0, steps + 1)
        while low < high {
            let middle = (low + high) / 2
            if heights(middle).reduce(0, +) <= room { high = middle } else { low = middle + 1 }
        }
        guard low <= steps else { return nil }
        return (withRows(heights(low)), Double(low) / Double(steps))
    }
}
