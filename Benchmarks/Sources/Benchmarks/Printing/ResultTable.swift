/// A table for the terminal: the first column flush left, the others flush right. A Han character takes two cells.
struct ResultTable {
    var title: String
    var header: [String]
    var rows: [[String]] = []
    var notes: [String] = []

    var text: String {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { ResultTable.width($0[column]) }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            cells.enumerated().map { column, cell in
                let blank = String(repeating: " ", count: widths[column] - ResultTable.width(cell))
                return column == 0 ? cell + blank : blank + cell
            }.joined(separator: "   ")
        }
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 3 * (widths.count - 1))
        return ([title, rule, line(header), rule] + rows.map(line) + [rule] + notes.map { "  " + $0 }).joined(
            separator: "\n")
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) {
            $0 + (($1.value >= 0x2E80 && $1.value < 0xFFE0) || $1.value == 0x2014 ? 2 : 1)
        }
    }
}

extension Double {
    /// With a fixed number of decimals, whatever the locale.
    func text(_ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let units = Int((magnitude * Double(scale)).rounded())
        let sign = self < 0 && units > 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(units) }
        let fraction = String(units % scale)
        return sign + "\(units / scale)." + String(repeating: "0", count: decimals - fraction.count)
            + fraction
    }
}
