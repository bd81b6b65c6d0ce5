internal import ReportModel

extension ReportOutline {
    func entries(of chart: Chart) -> [OutputEntry] {
        [
            OutputEntry("chart", .string(chart.kind.rawValue)),
            chart.caption.map { OutputEntry("caption", .string($0)) },
            chart.alternative.map { OutputEntry("alternative", .string($0)) },
            chart.unit.map { OutputEntry("unit", .string($0)) },
            chart.scale.map { OutputEntry("scale", .string($0.rawValue)) },
            OutputEntry("categories", .oneLine(.list(chart.categories.map { .string($0) }))),
            OutputEntry("series", .list(chart.series.map { .mapping(entries(of: $0)) })),
            chart.height.map { OutputEntry("height", .number("\($0)")) },
        ].compactMap { $0 }
    }

    private func entries(of series: Chart.Series) -> [OutputEntry] {
        [
            series.name.map { OutputEntry("name", .string($0)) },
            OutputEntry("values", .oneLine(.list(series.values.map(value)))),
        ].compactMap { $0 }
    }

    private func value(_ value: Chart.Value) -> OutputNode {
        switch value {
        case .amount(let amount): .number(amount.text)
        case .figure(let key): .string(key.description)
        }
    }
}
