internal import ReportModel

/// A sheet of a workbook as its readers see it: what each cell shows, and which cells are merged.
struct XLSXSheet: Sendable {
    /// Row and column from 0, as in `A1`.
    struct Position: Hashable, Sendable, Comparable {
        var row: Int
        var column: Int

        static func < (a: Position, b: Position) -> Bool { (a.row, a.column) < (b.row, b.column) }
    }

    struct Merge: Hashable, Sendable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    var name: String
    /// Those that hold something; a cell that shows nothing is not among them.
    private(set) var cells: [Position: String] = [:]
    private(set) var merges: [Merge] = []
    /// Rows and columns that are not shown, yet hold something.
    var hiddenRows: Set<Int> = []
    var hiddenColumns: Set<Int> = []

    /// Beyond what a county's figures come to.
    static let maximumRows = 20_000
    static let maximumColumns = 4_096
    static let maximumCells = 1_000_000
    static let maximumMerges = 20_000

    init(name: String) { self.name = name }

    subscript(position: Position) -> String? {
        get { cells[position] }
        set { cells[position] = newValue }
    }

    mutating func add(_ merge: Merge) { merges.append(merge) }

    var rowCount: Int { (cells.keys.map(\.row).max() ?? -1) + 1 }
    var columnCount: Int { (cells.keys.map(\.column).max() ?? -1) + 1 }
}

extension XLSXSheet.Position {
    /// Reads `A1`, and `$A$1`. Nil where it is no cell of a sheet as large as we read.
    init?(_ name: some StringProtocol) {
        var (column, row) = (0, 0)
        var hasLetters = false
        for byte in name.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
                hasLetters = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard hasLetters, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// `A1`
    var name: String {
        var (rest, letters) = (column + 1, "")
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row + 1)
    }
}

extension XLSXSheet.Merge {
    /// Reads `A1:D2`.
    init?(_ name: String) {
        let ends = name.split(separator: ":").map { XLSXSheet.Position($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
