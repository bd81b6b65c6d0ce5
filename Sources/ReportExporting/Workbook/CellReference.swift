/// A cell by its row and column, from 0.
struct CellReference: Hashable, Comparable {
    var row: Int
    var column: Int

    /// `C4`
    var name: String { Self.letters(column) + String(row + 1) }
    /// `$C$4`
    var fixedName: String { "$" + Self.letters(column) + "$" + String(row + 1) }

    static func < (a: CellReference, b: CellReference) -> Bool { (a.row, a.column) < (b.row, b.column) }

    private static func letters(_ column: Int) -> String {
        var (rest, result) = (column + 1, "")
        while rest > 0 {
            result = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + result
            rest = (rest - 1) / 26
        }
        return result
    }
}

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
