extension Chart {
    public static let mostCategories = 60
    public static let mostSeries = 6
    /// More slices than this are no longer told apart.
    public static let mostSlices = 12
    /// Millimetres.
    public static let heights = 30.0...200.0

    /// What keeps the chart from being drawn: too much or too little in it, figures that are not reported.
    /// - Parameter path: of the chart in the report.
    public func problems(with figures: Figures, path: String) -> [Diagnostic] {
        var problems = Problems(path: path)
        checkExtent(&problems)
        for (index, series) in series.enumerated() {
            let path = "series[\(index)]"
            if series.values.count != categories.count {
                problems.add(
                    "chart.value-count", zh: "有 \(categories.count) 个类别，这一系列却有 \(series.values.count) 个数",
                    en: "\(series.values.count) values for \(categories.count) categories", "\(path).values")
            }
            if self.series.count > 1, series.name == nil {
                problems.add(
                    "chart.series-name", zh: "有几个系列时，每个系列都要有名称（name）",
                    en: "where there are several series each has a name", path)
            }
            for (number, value) in series.values.enumerated() {
                checkValue(value, figures, "\(path).values[\(number)]", &problems)
            }
        }
        if kind == .pie { checkWhole(figures, &problems) }
        return problems.list
    }

    private func checkExtent(_ problems: inout Problems) {
        if categories.isEmpty || categories.count > Chart.mostCategories {
            problems.add(
                "chart.categories", zh: "图表应有 1 到 \(Chart.mostCategories) 个类别，此处有 \(categories.count) 个",
                en: "a chart has 1 to \(Chart.mostCategories) categories, this one \(categories.count)", "categories")
        } else if kind == .pie, categories.count > Chart.mostSlices {
            problems.add(
                "chart.categories", zh: "饼图最多 \(Chart.mostSlices) 块，此处有 \(categories.count) 块",
                en: "a pie has at most \(Chart.mostSlices) slices, this one \(categories.count)", "categories",
                hint: Localized(zh: "改用柱形图（chart: bar），或合并小的类别", en: "use “chart: bar”, or join the small categories"))
        }
        let most = kind == .pie ? 1 : Chart.mostSeries
        if series.isEmpty || series.count > most {
            problems.add(
                "chart.series-count",
                zh: "\(kind == .pie ? "饼图" : "图表")应有 1 \(most == 1 ? "" : "到 \(most) ")个系列，此处有 \(series.count) 个",
                en: "this kind of chart has \(most == 1 ? "one series" : "1 to \(most) series"), not \(series.count)",
                "series")
        }
        if let height, !Chart.heights.contains(height) {
            problems.add(
                "chart.height", zh: "图表的高度应在 30 到 200 毫米之间", en: "a chart is 30 to 200 mm high", "height")
        }
    }

    private func checkValue(_ value: Value, _ figures: Figures, _ path: String, _ problems: inout Problems) {
        guard let amount = value.amount(in: figures) else {
            if case .figure(let key) = value { problems.add(unreported: key, figures[key], path) }
            return
        }
        if kind == .pie, amount.units < 0 {
            problems.add(
                "chart.negative-share", zh: "饼图中不能有负数（\(amount.text)）",
                en: "no slice of a pie is negative (\(amount.text))", path,
                hint: Localized(zh: "增减数用柱形图（chart: bar）表示", en: "show changes as “chart: bar”"))
        }
    }

    private func checkWhole(_ figures: Figures, _ problems: inout Problems) {
        let amounts = series.flatMap(\.values).map { $0.amount(in: figures) }
        guard !amounts.isEmpty, amounts.allSatisfy({ $0?.units == 0 }) else { return }
        problems.add(
            "chart.nothing", zh: "饼图的各数都是零，没有可画的", en: "all values of the pie are zero: there is nothing to draw",
            "series")
    }

    private struct Problems {
        var path: String
        var list: [Diagnostic] = []

        mutating func add(_ id: Diagnostic.ID, zh: String, en: String, _ part: String, hint: Localized? = nil) {
            list.append(
                Diagnostic(id, .error, Localized(zh: zh, en: en), at: Place(path: "\(path).\(part)"), hint: hint))
        }

        mutating func add(unreported key: FigureKey, _ figure: Figure?, _ part: String) {
            let state: Localized =
                switch figure {
                case .blank?: Localized(zh: "为空白", en: "is blank")
                case .notApplicable(let mark)?: Localized(zh: "为“\(mark)”（不适用）", en: "is “\(mark)” (not applicable)")
                default: Localized(zh: "没有填报", en: "is not reported")
                }
            add(
                "chart.no-figure", zh: "图表引用的“\(key)”在表中\(state.zh)",
                en: "the chart refers to “\(key)”, which \(state.en)", part,
                hint: Localized(zh: "填报这个数，或从图表中去掉这一项", en: "report the figure, or leave it out of the chart"))
        }
    }
}
