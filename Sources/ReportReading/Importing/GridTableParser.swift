internal import ReportForms
internal import ReportModel

/// Finds the figures of a statutory table by where they stand: the labels above and beside each of them.
///
/// `StatutoryTableParser` goes by the order of cells. That two ways so different come to the same figure is what
/// makes an import sure of it.
final class GridTableParser {
    private let labels: TableLabels
    private var table: FormTable { labels.table }
    private(set) var figures: [FigureKey: TextTable.Cell] = [:]
    /// Whether every row that was understood gave all its figures.
    private(set) var isComplete = true
    /// Cells with text that are neither a label of the form nor a figure of it.
    private(set) var leftover: [TextTable.Cell] = []

    private var header: HeaderColumns?
    private var headerWidth = 0
    private var hasFiguresBelow = false
    private var columnsOfBand: [Int: [Range<Int>]?] = [:]
    private var group: [[String]] = []

    init(_ labels: TableLabels) { self.labels = labels }

    func parse(_ grid: ImportedGrid) {
        // A table that goes on behind a page break has its header above the first part.
        if header == nil || grid.columnCount != headerWidth || beginsWithHeader(grid) {
            header = HeaderColumns(grid)
            headerWidth = grid.columnCount
            columnsOfBand = [:]
        }
        for row in 0..<grid.rowCount { parse(row, of: grid) }
    }

    private func beginsWithHeader(_ grid: ImportedGrid) -> Bool {
        (0..<grid.rowCount).first { row in grid.cells(inRow: row).contains { !$0.text.isEmpty } }
            .map { isHeader(grid.cells(beginningInRow: $0)) } ?? false
    }

    private func isHeader(_ cells: [ImportedGrid.Cell]) -> Bool {
        let filled = cells.filter { !$0.text.isEmpty }
        return filled.contains { labels.isHeader($0.label) } && !filled.contains { $0.isFigure }
            && !filled.contains { !labels.isHeader($0.label) && labels.isStub($0.label) }
    }

    private func parse(_ row: Int, of grid: ImportedGrid) {
        let beginning = grid.cells(beginningInRow: row)
        if isHeader(beginning) {
            if hasFiguresBelow || header?.isOf(grid) != true {
                header = HeaderColumns(grid)
                headerWidth = grid.columnCount
                hasFiguresBelow = false
            }
            columnsOfBand = [:]
            header?.append(row: row)
            leftover += beginning.filter { !$0.text.isEmpty && !labels.isHeader($0.label) }.map(\.asText)
            return
        }
        guard beginning.contains(where: { !$0.text.isEmpty || !$0.isGap }) else { return }
        hasFiguresBelow = true
        if labels.nodes.isEmpty {
            read(row, of: grid, band: 0, node: nil)
        } else {
            readLabelled(row, of: grid)
        }
    }

    /// The band whose stub the labels at the left of a row are in, and the row that they name.
    private func readLabelled(_ row: Int, of grid: ImportedGrid) {
        let cells = grid.cells(inRow: row)
        // What stands behind figures is none of the labels.
        let names = cells.prefix { $0.isBlank || !$0.isFigure }.filter { !$0.isBlank }
        let path = names.filter { labels.isStub($0.label) }
        guard let own = path.last, own.row == row else {
            if cells.contains(where: { $0.isFigure && $0.row == row }) {
                leftover += cells.filter { !$0.isBlank && $0.row == row }.map(\.asText)
            }
            return
        }
        let nodes = labels.nodes(named: path.map(\.label), in: group)
        guard let node = nodes.first, nodes.count == 1 else {
            isComplete = false
            return
        }
        guard node.isLeaf else {
            group = node.path
            return
        }
        group = Array(node.path.dropLast())
        read(row, of: grid, band: node.band, node: node)
    }

    private func columns(ofBand band: Int) -> [Range<Int>]? {
        if let known = columnsOfBand[band] { return known }
        let columns = header?.columns(of: table.bands[band])
        columnsOfBand[band] = .some(columns)
        return columns
    }

    private func read(_ row: Int, of grid: ImportedGrid, band: Int, node: TableLabels.Node?) {
        guard let columns = columns(ofBand: band), let first = columns.map(\.lowerBound).min() else {
            isComplete = false
            return
        }
        // Cells dropped or cut make a row narrower or wider than its header: nothing in it is where it was.
        guard let header, width(of: row, in: grid) == header.width,
            !grid.cells(inRow: row).contains(where: { $0.row == row && $0.column < first && $0.isFigure })
        else {
            isComplete = false
            return
        }
        var found: [FigureKey: TextTable.Cell] = [:]
        for (column, range) in zip(table.bands[band].columns, columns) {
            guard let item = column.row ?? node?.key, let cell = value(row, of: grid, in: range, among: columns) else {
                isComplete = false
                return
            }
            found[FigureKey(table.key, item, column.key)] = cell
        }
        let used = Set(found.values.map(\.line))
        guard used.count == found.count else {
            isComplete = false
            return
        }
        for (key, cell) in found where !cell.isUnreported {
            if let earlier = figures[key], earlier.text != cell.text { isComplete = false }
            figures[key] = cell
        }
        for cell in grid.cells(inRow: row) where cell.row == row && !cell.isBlank && !used.contains(cell.number) {
            if cell.column >= first {
                leftover.append(cell.asText)
                // Under a label that the form does not have it is a column more; else nobody knows what it is.
                if !header.hasStranger(above: cell.columns, labels) { isComplete = false }
            } else if !labels.isLabel(cell.label) {
                leftover.append(cell.asText)
            }
        }
    }

    private func width(of row: Int, in grid: ImportedGrid) -> Int {
        grid.cells(inRow: row).reduce(0) { $0 + ($1.isGap ? 0 : $1.colspan) }
    }

    /// The one cell of a row in the columns of a figure: merged ones may have been cut, with the figure in one part. It
    /// may reach beyond them where no other figure's begin: LibreOffice cuts columns anew where widths are not quite equal.
    private func value(
        _ row: Int, of grid: ImportedGrid, in columns: Range<Int>, among all: [Range<Int>]
    ) -> TextTable.Cell? {
        guard columns.upperBound <= grid.columnCount else { return nil }
        let cells = grid.cells(inRow: row, columns: columns)
        let filled = cells.filter { !$0.isBlank }
        guard filled.count <= 1, let cell = filled.first ?? cells.first,
            cells.allSatisfy({ !$0.isGap && $0.row == row && $0.rowspan == 1 }),
            !cells.contains(where: { cell in all.contains { $0 != columns && $0.overlaps(cell.columns) } })
        else { return nil }
        return cell.asText
    }
}

extension ImportedGrid.Cell {
    fileprivate var label: String { LabelText.normalized(text) }
    fileprivate var isBlank: Bool { text.isEmpty }
    fileprivate var asText: TextTable.Cell { TextTable.Cell(text: text, line: number) }
    fileprivate var isFigure: Bool { !text.isEmpty && asText.figure != nil }
}
