internal import ReportModel

/// A table of a text file: rows of cells, each with its line.
struct TextTable {
    struct Cell {
        var text: String
        var line: Int
        var label: String { LabelText.normalized(text) }

        /// Nil for text; a cell that is empty is a blank figure or an empty slot.
        var figure: Figure? { Figure(text: text) }
        var isBlank: Bool { text.isEmpty }
        var isText: Bool { figure == nil }
    }

    var rows: [[Cell]] = []

    var cells: [Cell] { rows.flatMap { $0 } }
    var line: Int { rows.first?.first?.line ?? 0 }

    /// As many cells in each row, and more than one row and column: a table that needs no guessing.
    var isRectangular: Bool {
        guard rows.count > 1, let first = rows.first, first.count > 1 else { return false }
        return rows.allSatisfy { $0.count == first.count }
    }
}
