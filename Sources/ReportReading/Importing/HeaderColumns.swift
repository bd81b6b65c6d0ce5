internal import ReportForms

/// The header rows above figures: which columns of a grid they make the columns of a band.
struct HeaderColumns {
    private let grid: ImportedGrid
    /// Header rows in their order, without those below which figures have stood.
    private(set) var rows: [Int] = []

    init(_ grid: ImportedGrid) { self.grid = grid }

    func isOf(_ grid: ImportedGrid) -> Bool { self.grid.number == grid.number }

    /// - Parameter row: of the grid that it was made of.
    mutating func append(row: Int) { rows.append(row) }

    /// How many columns its widest row covers.
    var width: Int {
        rows.map { row in grid.cells(inRow: row).reduce(0) { $0 + ($1.isGap ? 0 : $1.colspan) } }.max() ?? 0
    }

    /// Whether a label that is none of the form's stands above some columns.
    func hasStranger(above columns: Range<Int>, _ labels: TableLabels) -> Bool {
        guard columns.upperBound <= grid.columnCount else { return false }
        return rows.contains { row in
            grid.cells(inRow: row, columns: columns).contains { cell in
                let label = LabelText.normalized(cell.text)
                return !label.isEmpty && !labels.isHeader(label)
            }
        }
    }

    /// For each figure column of a band the columns of the grid that stand below its labels; nil where some have
    /// none, or where they are not side by side.
    func columns(of band: Band) -> [Range<Int>]? {
        let paths = band.columns.map { column in
            band.header.filter { ($0.column..<$0.column + $0.colspan).contains(column.column) }.sorted {
                $0.row < $1.row
            }
            .map { ([$0.label] + $0.aliases).map(LabelText.normalized) }
        }
        var stacks: [[String]] = Array(repeating: [], count: grid.columnCount)
        for row in rows {
            var left: String?
            for column in 0..<grid.columnCount {
                let cell = grid[row, column]
                let label = LabelText.normalized(cell.text)
                if !label.isEmpty {
                    left = label
                    if stacks[column].last != label { stacks[column].append(label) }
                } else if let left, !paths.contains(where: { Self.fits(stacks[column], $0) }) {
                    // A merged cell that was cut has its label in the first of its parts.
                    if stacks[column].last != left { stacks[column].append(left) }
                }
            }
        }
        var result: [Range<Int>] = []
        for path in paths {
            let found = stacks.indices.filter { column in
                Self.fits(stacks[column], path) && paths.count { Self.fits(stacks[column], $0) } == 1
            }
            guard let first = found.first, let last = found.last, last - first + 1 == found.count else { return nil }
            result.append(first..<last + 1)
        }
        return result
    }

    /// Whether labels from the top down are those of a path: its last one, and of the others no stranger.
    private static func fits(_ stack: [String], _ path: [[String]]) -> Bool {
        guard let own = stack.last, path.last?.contains(own) == true else { return false }
        var rest = path.dropLast()[...]
        for label in stack.dropLast() {
            guard let index = rest.firstIndex(where: { $0.contains(label) }) else { return false }
            rest = rest[(index + 1)...]
        }
        return true
    }
}
