internal import ReportForms
internal import Typesetting

/// A table with its cells merged as Word merges them: `gridSpan` across, `vMerge` down; rows are never parted, and those
/// that head the table come again on every page.
struct WordTable {
    private let grid: TableGrid
    private let headerRows: Int
    private let style: Style
    private let widths: [Int]
    private let type: WordTableType

    init(_ grid: TableGrid, headerRows: Int, style: Style) {
        self.grid = grid
        self.headerRows = headerRows
        self.style = style
        let sum = grid.weights.reduce(0, +)
        // Sums of rounded widths are not the width of the type area: edges are.
        var edge = 0.0
        widths = grid.weights.map { weight in
            let start = WordLength.twips(edge)
            edge += style.typeArea.width * weight / sum
            return WordLength.twips(edge) - start
        }
        type = WordTableType(grid, widths: widths.map { Double($0) / 20 }, style: style)
    }

    /// - Parameter name: what the table is, for those who do not see it.
    func markup(name: String?) -> String {
        var properties =
            Markup.element("w:tblStyle", ["w:val": "TableGrid"])
            + Markup.element("w:tblW", ["w:w": widths.reduce(0, +), "w:type": "dxa"])
            + Markup.element("w:jc", ["w:val": "center"]) + Markup.element("w:tblLayout", ["w:type": "fixed"])
            + Markup.element("w:tblLook", ["w:val": "0000"])
        if let name { properties += Markup.element("w:tblCaption", ["w:val": name]) }
        let columns = widths.map { Markup.element("w:gridCol", ["w:w": $0]) }
        return Markup.element(
            "w:tbl", [:],
            Markup.element("w:tblPr", [:], properties) + Markup.element("w:tblGrid", [:], columns.joined())
                + rows.joined())
    }

    private var rows: [String] {
        var cells = [[(column: Int, markup: String)]](repeating: [], count: grid.rowCount)
        for cell in grid.cells {
            for row in cell.row..<cell.row + cell.rowspan {
                cells[row].append((cell.column, markup(of: cell, in: row)))
            }
        }
        return cells.enumerated().map { row, cells in
            var properties =
                Markup.element("w:cantSplit")
                + Markup.element("w:trHeight", ["w:val": WordLength.twips(type.rowHeight), "w:hRule": "atLeast"])
            if row < headerRows { properties += Markup.element("w:tblHeader") }
            return Markup.element(
                "w:tr", [:],
                Markup.element("w:trPr", [:], properties)
                    + cells.sorted { $0.column < $1.column }.map(\.markup).joined())
        }
    }

    private func markup(of cell: TableGrid.Cell, in row: Int) -> String {
        let width = widths[cell.column..<cell.column + cell.colspan].reduce(0, +)
        var properties = Markup.element("w:tcW", ["w:w": width, "w:type": "dxa"])
        if cell.colspan > 1 { properties += Markup.element("w:gridSpan", ["w:val": cell.colspan]) }
        if cell.rowspan > 1 {
            properties += Markup.element("w:vMerge", ["w:val": row == cell.row ? "restart" : "continue"])
        }
        properties += Markup.element("w:vAlign", ["w:val": "center"])
        var paragraph = WordParagraphProperties(style: "TableText")
        // A table that a page holds is not parted.
        paragraph.keepNext = type.isWhole && row < grid.rowCount - 1
        if cell.alignment != .center { paragraph.alignment = cell.alignment.rawValue }
        var run = WordRunProperties()
        if type.size != style.text.table.size {
            run.size = type.size
            paragraph.exactPitch = type.size * style.table.leading
        }
        let text = row == cell.row && !cell.text.isEmpty ? WordRuns.run(cell.text, run) : ""
        return Markup.element(
            "w:tc", [:], Markup.element("w:tcPr", [:], properties) + WordRuns.paragraph(paragraph, text))
    }
}

/// The size of a table's type: the largest of the style's by which the table stands on one page below its heading,
/// measured by the nominal widths of characters.
struct WordTableType {
    let size: Double
    let rowHeight: Double
    /// Whether a page holds it.
    let isWhole: Bool

    /// - Parameter widths: of the columns, in points.
    init(_ grid: TableGrid, widths: [Double], style: Style) {
        let settings = style.table
        let room = style.typeArea.height - 2 * WordGrid(style).pitch
        func height(_ size: Double, _ padding: Double) -> Double {
            let single = size * settings.leading + 2 * padding
            var rows = [Double](repeating: single, count: grid.rowCount)
            for cell in grid.cells {
                let width = widths[cell.column..<cell.column + cell.colspan].reduce(0, +) - 2 * settings.cellPadding
                let perLine = max(1, (width / size).rounded(.down))
                let lines = cell.text.split(whereSeparator: \.isNewline).reduce(0) {
                    $0 + max(1, ($1.ems / perLine).rounded(.up))
                }
                let missing = lines * size * settings.leading - rows[cell.row..<cell.row + cell.rowspan].reduce(0, +)
                if missing > 0 { rows[cell.row + cell.rowspan - 1] += missing }
            }
            return rows.reduce(0, +)
        }
        let fitting = settings.sizes.first { height($0, settings.leastRowPadding) <= room }
        let size = fitting ?? settings.sizes.last ?? style.text.table.size
        isWhole = fitting != nil
        // Some padding between what is wished for and what there has to be.
        let steps = stride(from: settings.rowPadding, to: settings.leastRowPadding, by: -0.5)
        let padding = steps.first { height(size, $0) <= room } ?? settings.leastRowPadding
        self.size = size
        rowHeight = size * settings.leading + 2 * padding
    }
}
