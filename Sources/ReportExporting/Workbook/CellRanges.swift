internal import ReportReading

extension [CellReference] {
    /// Cells as ranges where they touch: `D8:D28`, or `C5`.
    var ranges: [String] {
        let isColumn = Set(map(\.column)).count == 1
        var groups: [(first: CellReference, last: CellReference)] = []
        for cell in sorted() {
            if let last = groups.last?.last,
                isColumn ? cell.row == last.row + 1 : cell.row == last.row && cell.column == last.column + 1
            {
                groups[groups.count - 1].last = cell
            } else {
                groups.append((cell, cell))
            }
        }
        return groups.map { $0.first == $0.last ? $0.first.name : "\($0.first.name):\($0.last.name)" }
    }
}
