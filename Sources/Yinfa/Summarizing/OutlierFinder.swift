import Foundation
internal import ReportModel

/// Figures that stand out among those of the other townships.
///
/// Counts of events vary as their own square root does, so 2√x is compared: a figure stands out where it is more than
/// 6 away from the median there, and more than 6 robust standard deviations (1.4826 × the median deviation). Where the
/// others report 0, that is from 10 on; where they report about 100, from about 170.
enum OutlierFinder {
    /// Fewer townships have no usual figure.
    private static let fewest = 5
    private static let limit = 6.0

    /// Notes, the most striking first.
    static func findings(in sums: [FigureSum]) -> [Diagnostic] {
        sums.flatMap(outliers).sorted { ($1.distance, $0.order) < ($0.distance, $1.order) }.map(\.diagnostic)
    }

    private struct Outlier {
        var distance: Double
        /// Its place among equals.
        var order: String
        var diagnostic: Diagnostic
    }

    private static func outliers(_ sum: FigureSum) -> [Outlier] {
        let values = sum.parts.compactMap { part in part.figure.value.map { (part, $0, scaled($0)) } }
        guard values.count >= fewest else { return [] }
        let middle = median(values.map(\.2))
        let spread = 1.4826 * median(values.map { abs($0.2 - middle) })
        return values.compactMap { part, value, scaled in
            let distance = abs(scaled - middle)
            guard distance > limit, distance > limit * spread else { return nil }
            let usual = values.min { abs($0.2 - middle) < abs($1.2 - middle) }?.1.text ?? ""
            return Outlier(
                distance: distance, order: sum.key.description + part.agency,
                diagnostic: Diagnostic(
                    "summary.outlier", .note,
                    Localized(
                        zh: "\(part.agency)为 \(value.text)，多数在 \(usual) 上下，请核实",
                        en: "\(part.agency) reports \(value.text), most about \(usual); is it right?"),
                    at: part.place))
        }
    }

    private static func scaled(_ amount: DecimalAmount) -> Double {
        let value = Double(amount.units) / pow(10, Double(amount.scale))
        return value < 0 ? -2 * (-value).squareRoot() : 2 * value.squareRoot()
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }
}
