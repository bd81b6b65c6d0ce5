internal import ReportModel

/// A sheet of a workbook as its readers see it: what each cell shows, and which cells are merged.
struct XLSXSheet: Sendable {
    struct Merge: Hashable, Sendable {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    var name: String
    /// Those that hold something; a cell that shows nothing is not among them.
    private(set) var cells: [CellReference: String] = [:]
    private(set) var merges: [Merge] = []
    /// Rows and columns that are not shown.
    var hiddenRows: Set<Int> = []
    var hiddenColumns: Set<Int> = []

    /// Beyond what a county's figures come to.
    static let maximumRows = 20_000
    static let maximumColumns = 4_096
    static let maximumCells = 1_000_000
    static let maximumMerges = 20_000

    init(name: String) { self.name = name }

    subscript(position: CellReference) -> String? {
        get { cells[position] }
        set { cells[position] = newValue }
    }

    mutating func add(_ merge: Merge) { merges.append(merge) }

    var rowCount: Int { (cells.keys.map(\.row).max() ?? -1) + 1 }
}

extension XLSXSheet.Merge {
    /// Reads `A1:D2`.
    init?(_ name: String) {
        let ends = name.split(separator: ":").map { CellReference($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}
