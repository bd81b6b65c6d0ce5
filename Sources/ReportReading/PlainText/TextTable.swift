internal import ReportModel

/// A table of a text file: rows of cells, each with its line.
struct TextTable {
    struct Cell {
        var text: String
        var line: Int
        var label: String { LabelText.normalized(text) }

        /// Nil for text; a cell that is empty is a blank figure or an empty slot, and one that is not reported stands
        /// where a figure does. Digits with space between them may be one number or two, and are none.
        var figure: Figure? {
            if isUnreported { return .blank }
            let isOneNumber = !text.contains(where: \.isWhitespace) || !text.contains(#/[0-9０-９]\s+[0-9０-９]/#)
            return isOneNumber ? Figure(text: text) : nil
        }
        var isBlank: Bool { text.isEmpty }
        var isText: Bool { figure == nil }
        var isUnreported: Bool { text == WorkbookLayout.unreported }
    }

    var rows: [[Cell]] = []
    /// Where its cells stand; nil where the source has nothing but their order.
    var grid: ImportedGrid?

    var cells: [Cell] { rows.flatMap { $0 } }
    var line: Int { grid?.number ?? rows.first?.first?.line ?? 0 }

    /// As many cells in each row, and more than one row and column: a table that needs no guessing.
    var isRectangular: Bool {
        guard rows.count > 1, let first = rows.first, first.count > 1 else { return false }
        return rows.allSatisfy { $0.count == first.count }
    }
}

extension TextTable {
    /// The cells of a grid row by row, each where it begins.
    init(_ grid: ImportedGrid) {
        self.grid = grid
        rows = (0..<grid.rowCount).map { row in
            grid.cells(beginningInRow: row).filter { !$0.isGap }.map { Cell(text: $0.text, line: $0.number) }
        }
    }
}
