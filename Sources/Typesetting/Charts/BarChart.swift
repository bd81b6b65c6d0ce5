internal import ReportForms
internal import ReportModel

/// Groups of bars, one for each category, with their values at their ends.
struct BarChart {
    private struct Bar {
        var frame: Rectangle
        var series: Int
        var value: DecimalAmount
    }

    private let axes: ChartAxes
    private let seriesCount: Int
    private let bars: [Bar]

    init(_ chart: ComposedChart, _ axes: ChartAxes) {
        self.axes = axes
        seriesCount = chart.series.count
        // Some seven tenths of the band are bars; none is broader than a character cell and a half.
        let width = min(24, 0.7 * axes.band / Double(chart.series.count))
        let zero = axes.y(of: 0)
        bars = chart.categories.indices.flatMap { category in
            chart.series.enumerated().map { number, series in
                let value = series.values[category]
                let x = axes.x(ofCategory: category) + width * (Double(number) - Double(chart.series.count) / 2)
                let end = axes.y(of: value.number)
                return Bar(
                    frame: Rectangle(x: x, y: min(zero, end), width: width, height: abs(zero - end)), series: number,
                    value: value)
            }
        }
    }

    func contents<Shaper>(_ labels: ChartLabels<Shaper>) throws(DiagnosticsError) -> [PageItem.Content] {
        let drawn = bars.filter { $0.value.units != 0 }.map { bar in
            PageItem.Content.shape(
                Shape(
                    bar.frame, fill: ChartMarks.fill(bar.series, of: seriesCount), stroke: Shape.Stroke(width: 0.5)))
        }
        return drawn + (try values(labels) ?? [])
    }

    /// The values above their bars (below those that hang down); nil where they would touch each other or a bar. None is
    /// better than some.
    private func values<Shaper>(_ labels: ChartLabels<Shaper>) throws(DiagnosticsError) -> [PageItem.Content]? {
        var placed: [Rectangle] = []
        var contents: [PageItem.Content] = []
        for bar in bars {
            let label = try labels.line(bar.value.text)
            let y = bar.value.units < 0 ? bar.frame.bottom + 0.2 * label.size : bar.frame.y - 1.15 * label.size
            let x = bar.frame.x + (bar.frame.width - label.width) / 2
            // Digits fill the middle of their em box.
            let ink = Rectangle(x: x - 1, y: y + 0.12 * label.size, width: label.width + 2, height: 0.8 * label.size)
            let others = bars.lazy.map(\.frame).filter { $0 != bar.frame && $0.height > 0 }
            guard x >= axes.plot.x, ink.right <= axes.plot.right + 2, !placed.contains(where: ink.meets),
                !others.contains(where: ink.meets)
            else { return nil }
            placed.append(ink)
            // White below it, so that no hairline runs through its digits.
            contents += [.shape(Shape(ink, fill: .gray(1)))] + label.contents(x: x, y: y)
        }
        return contents
    }
}

extension Rectangle {
    /// Whether two rectangles have a point in common within them.
    func meets(_ other: Rectangle) -> Bool {
        x < other.right - 0.01 && other.x < right - 0.01 && y < other.bottom - 0.01 && other.y < bottom - 0.01
    }
}
