/// A cell of a sheet by its row and column, from 0.
package struct CellReference: Hashable, Sendable, Comparable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `A1`, and `$A$1`. Nil where it is no cell that a sheet can have.
    init?(_ name: some StringProtocol) {
        var (column, row) = (0, 0)
        for byte in name.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// `C4`
    package var name: String { letters + String(row + 1) }
    /// `$C$4`
    package var fixedName: String { "$" + letters + "$" + String(row + 1) }
    /// `C`
    package var letters: String {
        var (rest, result) = (column + 1, "")
        while rest > 0 {
            result = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + result
            rest = (rest - 1) / 26
        }
        return result
    }

    package static func < (a: CellReference, b: CellReference) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
