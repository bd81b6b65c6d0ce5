internal import ReportModel

/// A table with its cells at their places: every slot is a cell or belongs to one.
struct ImportedGrid: Hashable, Sendable {
    struct Cell: Hashable, Sendable {
        var text: String
        /// From 0.
        var row: Int
        var column: Int
        var rowspan: Int
        var colspan: Int
        var alignment: NarrativeTable.Alignment?
        /// The number of its cell in the document, by which messages find its place.
        var number: Int
        /// Whether the source has no such cell.
        var isGap = false

        var columns: Range<Int> { column..<column + colspan }
    }

    /// Beyond any report: hostile, or no table of figures.
    static let maximumColumns = 200
    static let maximumSlots = 60_000

    enum Problem: Error {
        case tooLarge
    }

    /// A cell of the source, cleaned and numbered.
    struct Source {
        var cell: ImportedTable.Cell
        var text: String
        var number: Int
    }

    private(set) var cells: [Cell] = []
    private(set) var rowCount = 0
    private(set) var columnCount = 0
    /// Cells by slot, row by row.
    private var slots: [Int] = []
    var headerRows: Int?
    /// The number of the table in the document.
    var number: Int

    /// Places the cells as HTML does: each in the first free slot of its row.
    /// - Parameter rows: each cell with its number.
    init(
        _ rows: [[Source]], headerRows: Int?, number: Int
    ) throws(Problem) {
        self.headerRows = headerRows
        self.number = number
        guard rows.count <= Self.maximumSlots else { throw .tooLarge }
        /// By row, the columns that a cell covers already.
        var covered: [[Int?]] = Array(repeating: [], count: rows.count)
        for (row, line) in rows.enumerated() {
            var column = 0
            for source in line {
                let cell = source.cell
                while column < covered[row].count, covered[row][column] != nil { column += 1 }
                let colspan = max(1, cell.colspan)
                let rowspan = min(max(1, cell.rowspan), rows.count - row)
                guard colspan <= Self.maximumColumns, column + colspan <= Self.maximumColumns else { throw .tooLarge }
                let index = cells.count
                let isFree = { (row: Int, slot: Int) in slot >= covered[row].count || covered[row][slot] == nil }
                let width = (column..<column + colspan).prefix { isFree(row, $0) }.count
                let columns = column..<column + width
                let height = (row..<row + rowspan).prefix { row in columns.allSatisfy { isFree(row, $0) } }.count
                for covering in row..<row + height {
                    while covered[covering].count < columns.upperBound { covered[covering].append(nil) }
                    for slot in columns { covered[covering][slot] = index }
                }
                cells.append(
                    Cell(
                        text: source.text, row: row, column: column, rowspan: height, colspan: width,
                        alignment: cell.alignment, number: source.number))
                column += width
                guard cells.count <= Self.maximumSlots else { throw .tooLarge }
            }
        }
        rowCount = rows.count
        columnCount = covered.map(\.count).max() ?? 0
        guard rowCount * columnCount <= Self.maximumSlots else { throw .tooLarge }
        fill(covered)
    }

    private mutating func fill(_ covered: [[Int?]]) {
        for row in covered.indices {
            for column in 0..<columnCount {
                if column < covered[row].count, let index = covered[row][column] {
                    slots.append(index)
                } else {
                    slots.append(cells.count)
                    cells.append(
                        Cell(text: "", row: row, column: column, rowspan: 1, colspan: 1, number: number, isGap: true))
                }
            }
        }
    }

    subscript(row: Int, column: Int) -> Cell { cells[slots[row * columnCount + column]] }

    /// The cells that cover some columns of a row, each once, from left to right.
    func cells(inRow row: Int, columns: Range<Int>) -> [Cell] {
        var result: [Cell] = []
        for column in columns where result.last?.columns.contains(column) != true {
            result.append(self[row, column])
        }
        return result
    }

    func cells(inRow row: Int) -> [Cell] { cells(inRow: row, columns: 0..<columnCount) }

    /// The cells that begin in a row, from left to right.
    func cells(beginningInRow row: Int) -> [Cell] { cells(inRow: row).filter { $0.row == row } }

    /// A table of the report's own, whole: slots that nothing covered are empty cells, and rows in which no cell
    /// begins are gone.
    var narrativeTable: NarrativeTable {
        let kept = (0..<rowCount).filter { !cells(beginningInRow: $0).isEmpty }
        let header = kept.count { $0 < headerRows ?? 1 }
        return NarrativeTable(
            headerRows: min(header, max(kept.count - 1, 0)),
            rows: kept.map { row in
                cells(beginningInRow: row).map { cell in
                    NarrativeTable.Cell(
                        text: cell.text, rowspan: kept.count { (cell.row..<cell.row + cell.rowspan).contains($0) },
                        colspan: cell.colspan, alignment: cell.alignment)
                }
            })
    }
}
