internal import ReportModel

/// The scale of an axis: steps of 1, 2 or 5 times a power of ten, from the zero on.
struct AxisScale {
    /// From the lowest to the highest.
    let ticks: [DecimalAmount]
    let lower: Double
    let upper: Double

    /// - Parameters:
    ///   - wanted: how many steps there should be about.
    ///   - wholeNumbers: whether what is counted has no fractions, so that no tick has.
    init(_ values: [Double], wanted: Int, wholeNumbers: Bool) {
        let least = min(0, values.min() ?? 0)
        let most = max(0, values.max() ?? 0, least == 0 ? .leastNonzeroMagnitude : 0)
        let extent = most - least > 1e-18 ? most - least : 1
        let (factor, exponent) = AxisScale.step(atLeast: extent / Double(max(1, wanted)), wholeNumbers: wholeNumbers)
        var size = Double(factor)
        for _ in 0..<abs(exponent) { size = exponent > 0 ? size * 10 : size / 10 }
        let first = Int((least / size + 1e-9).rounded(.down))
        let last = max(Int((most / size - 1e-9).rounded(.up)), first + 1)
        let power = (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
        ticks = (first...last).map { DecimalAmount(units: $0 * factor * power, scale: max(0, -exponent)) }
        lower = Double(first) * size
        upper = Double(last) * size
    }

    /// The least step 1, 2 or 5 × 10^`exponent` that is not below a length.
    private static func step(atLeast length: Double, wholeNumbers: Bool) -> (factor: Int, exponent: Int) {
        guard !(wholeNumbers && length <= 1) else { return (1, 0) }
        var power = 1.0
        var exponent = 0
        while length > power * 10 * (1 + 1e-9) {
            power *= 10
            exponent += 1
        }
        while length <= power * (1 + 1e-9), exponent > -18 {
            power /= 10
            exponent -= 1
        }
        for factor in [1, 2, 5] where Double(factor) * power * (1 + 1e-9) >= length { return (factor, exponent) }
        return (1, exponent + 1)
    }

    /// Where a value lies between the ends: 0 … 1.
    func position(of value: Double) -> Double { (value - lower) / (upper - lower) }
}
