internal import ReportForms
internal import ReportModel

/// The frame of a bar or line chart: the scale at the left, the categories below, hairlines across.
struct ChartAxes {
    let scale: AxisScale
    /// Where the values are drawn.
    let plot: Rectangle
    /// Width that belongs to each category.
    let band: Double
    let size: (width: Double, height: Double)
    private let tickLabels: [ChartLabel]
    private let unitLabel: ChartLabel?
    private let categoryLabels: [(x: Double, label: ChartLabel)]
    private let rule: Double

    init<Shaper>(
        _ chart: ComposedChart, _ labels: ChartLabels<Shaper>, style: ChartStyle, width: Double, below: Double
    ) throws(DiagnosticsError) {
        let em = labels.style.size
        let values = chart.series.flatMap(\.values)
        scale = AxisScale(
            values.map(\.number), wanted: max(2, min(6, Int(chart.height / (3.6 * em)))),
            wholeNumbers: values.allSatisfy { $0.scale == 0 })
        var ticks: [ChartLabel] = []
        for tick in scale.ticks { ticks.append(try labels.line(tick.text)) }
        tickLabels = ticks
        unitLabel = chart.unit.isEmpty ? nil : try labels.line("单位：\(chart.unit)")
        let left = (ticks.map(\.width).max() ?? 0) + em / 2
        band = (width - left) / Double(chart.categories.count)
        categoryLabels = try ChartAxes.categories(chart.categories, labels, band: band, left: left)
        // Above the highest value stand its label and the unit; below the axis the categories and the legend.
        let top = (unitLabel == nil ? 0.2 : 1.5) * em + 1.3 * em
        let bottom = (categoryLabels.map(\.label.height).max() ?? 0) + 0.5 * em + below
        let height = max(chart.height, top + bottom + 6 * em)
        plot = Rectangle(x: left, y: top, width: width - left, height: height - top - bottom)
        size = (width, height)
        rule = style.rule
    }

    /// Under every category if they find room there, wrapped to three lines at most; else under every second, fifth, …
    private static func categories<Shaper>(
        _ names: [String], _ labels: ChartLabels<Shaper>, band: Double, left: Double
    ) throws(DiagnosticsError) -> [(x: Double, label: ChartLabel)] {
        let width = left + band * Double(names.count)
        for step in [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30] where step == 1 || step < names.count {
            var set: [(x: Double, label: ChartLabel)] = []
            var end = -Double.infinity
            for index in stride(from: 0, to: names.count, by: step) {
                let measure = band * Double(step) - 0.4 * labels.style.size
                let label = try labels.lines(names[index], width: measure, .center)
                // A wide label at an edge keeps within the drawing.
                let middle = left + band * (Double(index) + 0.5)
                let start = max(0, min(middle - label.width / 2, width - label.width))
                guard label.isWhole, label.lines.count <= 3, start > end + 0.3 * labels.style.size else { break }
                set.append((start + label.width / 2 - measure / 2, label))
                end = start + label.width
            }
            if set.count == (names.count + step - 1) / step { return set }
        }
        // Longer than the chart is wide: the first one alone, so that the axis is not without any.
        return [(left, try labels.lines(names[0], width: band * Double(names.count), .left))]
    }

    func x(ofCategory index: Int) -> Double { plot.x + band * (Double(index) + 0.5) }
    func y(of value: Double) -> Double { plot.bottom - plot.height * scale.position(of: value) }

    /// Behind the values: hairlines at the ticks, and what is written at them.
    var background: [PageItem.Content] {
        var contents: [PageItem.Content] = []
        for (tick, label) in zip(scale.ticks, tickLabels) {
            let y = self.y(of: tick.number)
            if tick.units != 0 {
                contents.append(
                    .shape(
                        Shape(
                            line: [Point(x: plot.x, y: y), Point(x: plot.right, y: y)],
                            stroke: Shape.Stroke(width: 0.25, dashes: [1, 2]))))
            }
            contents += label.contents(x: plot.x - label.size / 2 - label.width, y: y - label.size / 2)
        }
        if let unitLabel { contents += unitLabel.contents(x: 0, y: 0) }
        for (x, label) in categoryLabels { contents += label.contents(x: x, y: plot.bottom + label.size / 2) }
        return contents
    }

    /// Over the values: the axes.
    var foreground: [PageItem.Content] {
        let zero = y(of: 0)
        return [
            .rule(Rule(from: Point(x: plot.x, y: zero), to: Point(x: plot.right, y: zero), width: rule)),
            .rule(Rule(from: Point(x: plot.x, y: plot.y), to: Point(x: plot.x, y: plot.bottom), width: rule)),
        ]
    }
}
