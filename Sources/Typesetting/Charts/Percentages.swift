internal import ReportModel

/// Shares of a whole in tenths of a percent that sum to 100 % (largest remainder).
enum Percentages {
    /// As they are printed: `33.3%`. Empty where the values sum to nothing.
    static func of(_ amounts: [DecimalAmount]) -> [String] {
        tenths(of: amounts.map(\.number)).map { "\($0 / 10).\($0 % 10)%" }
    }

    /// Of values that are not negative.
    static func tenths(of values: [Double]) -> [Int] {
        let sum = values.reduce(0, +)
        guard sum > 0 else { return [] }
        let exact = values.map { $0 / sum * 1000 }
        var shares = exact.map { Int($0.rounded(.down)) }
        let lacking = max(0, 1000 - shares.reduce(0, +))
        let order = values.indices.sorted { a, b in
            let (x, y) = (exact[a] - Double(shares[a]), exact[b] - Double(shares[b]))
            return x == y ? a < b : x > y
        }
        for index in order.prefix(lacking) { shares[index] += 1 }
        return shares
    }
}
