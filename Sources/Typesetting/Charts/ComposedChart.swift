public import ReportModel

/// A chart with its figures, not yet drawn.
public struct ComposedChart: Hashable, Sendable {
    public struct Series: Hashable, Sendable {
        public var name: String
        /// One for each category, divided by the scale that the author asks for.
        public var values: [DecimalAmount]
    }

    public var kind: Chart.Kind
    /// What is counted, with the scale: 万件. Empty where the author says nothing.
    public var unit: String
    public var categories: [String]
    public var series: [Series]
    /// Points; the drawing is higher where its labels need it.
    public var height: Double
    /// What it shows, for those who do not see it.
    public var alternative: String
    /// Whether a caption follows, which stays with it.
    public var hasCaption: Bool
    /// Path in the report, for diagnostics.
    public var path: String

    /// - Parameter caption: with its number, as it is printed.
    /// - Throws: `DiagnosticsError` where the chart cannot be drawn from the figures.
    init(_ chart: Chart, figures: Figures, caption: String?, height: Double, path: String) throws(DiagnosticsError) {
        let problems = chart.problems(with: figures, path: path)
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        kind = chart.kind
        unit = (chart.scale?.rawValue ?? "") + (chart.unit ?? "")
        categories = chart.categories
        series = chart.series.map { series in
            Series(
                name: series.name ?? "",
                values: series.values.compactMap { $0.amount(in: figures) }.map { $0.divided(by: chart.scale) })
        }
        self.height = height
        hasCaption = caption != nil
        self.path = path
        alternative = ""
        alternative = chart.alternative ?? description(caption: chart.caption)
    }

    /// The chart in words, every figure told.
    private func description(caption: String?) -> String {
        let name =
            switch kind {
            case .bar: "柱形图"
            case .line: "折线图"
            case .pie: "饼图"
            }
        let shares = kind == .pie ? Percentages.of(series.flatMap(\.values)) : []
        let told = categories.enumerated().map { index, category in
            let values = series.map { series in
                series.name + series.values[index].text + (shares.isEmpty ? "" : "，占\(shares[index])")
            }
            return "\(category)：\(values.joined(separator: "，"))"
        }
        return name + (caption.map { "：" + $0 } ?? "") + (unit.isEmpty ? "" : "（单位：\(unit)）") + "。"
            + told.joined(separator: "；") + "。"
    }
}

extension DecimalAmount {
    var number: Double {
        var result = Double(units)
        for _ in 0..<scale { result /= 10 }
        return result
    }

    /// In 万 or 亿, with at most two decimals.
    fileprivate func divided(by scale: Chart.Scale?) -> DecimalAmount {
        guard let scale else { return self }
        var result = DecimalAmount(units: units, scale: self.scale + scale.places)
        while result.scale > 2 {
            // Only the last digit dropped is rounded: half away from zero.
            let half = result.scale == 3 ? 5 * result.units.signum() : 0
            result = DecimalAmount(units: (result.units + half) / 10, scale: result.scale - 1)
        }
        while result.scale > 0, result.units % 10 == 0 {
            result = DecimalAmount(units: result.units / 10, scale: result.scale - 1)
        }
        return result
    }
}
