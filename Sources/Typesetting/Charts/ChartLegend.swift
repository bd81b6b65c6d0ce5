internal import ReportForms
internal import ReportModel

/// Which mark is which series: rows of keys and names below a chart, in its middle.
struct ChartLegend {
    private struct Entry {
        var label: ChartLabel
        var index: Int
        var width: Double { ChartLegend.keyWidth + 4 + label.width }
    }

    static let keyWidth = 18.0
    private static let gap = 16.0

    private var rows: [[Entry]] = []
    private let size: Double
    private let chart: ComposedChart

    /// Nothing where there is only one series.
    init<Shaper>(_ chart: ComposedChart, _ labels: ChartLabels<Shaper>, width: Double) throws(DiagnosticsError) {
        self.chart = chart
        size = labels.style.size
        guard chart.series.count > 1 else { return }
        var used = 0.0
        for (index, series) in chart.series.enumerated() {
            let entry = Entry(label: try labels.line(series.name), index: index)
            if rows.isEmpty || used + ChartLegend.gap + entry.width > width {
                rows.append([entry])
                used = entry.width
            } else {
                rows[rows.count - 1].append(entry)
                used += ChartLegend.gap + entry.width
            }
        }
    }

    /// With the space above it; nothing for an empty one.
    var height: Double { Double(rows.count) * size * 1.6 + (rows.isEmpty ? 0 : size * 0.4) }

    /// In the middle of a width, its rows from `y` on.
    func contents(y: Double, width: Double) -> [PageItem.Content] {
        var contents: [PageItem.Content] = []
        for (number, row) in rows.enumerated() {
            let top = y + size * (0.4 + 1.6 * Double(number)) + 0.3 * size
            let used = row.reduce(0) { $0 + $1.width } + ChartLegend.gap * Double(row.count - 1)
            var x = (width - used) / 2
            for entry in row {
                contents += key(entry.index, x: x, middle: top + size / 2)
                contents += entry.label.contents(x: x + ChartLegend.keyWidth + 4, y: top)
                x += entry.width + ChartLegend.gap
            }
        }
        return contents
    }

    private func key(_ index: Int, x: Double, middle: Double) -> [PageItem.Content] {
        if chart.kind == .line {
            let line = Shape(
                line: [Point(x: x, y: middle), Point(x: x + ChartLegend.keyWidth, y: middle)],
                stroke: Shape.Stroke(width: 1, dashes: ChartMarks.dashes(index)))
            return [
                .shape(line), .shape(ChartMarks.marker(index, at: Point(x: x + ChartLegend.keyWidth / 2, y: middle))),
            ]
        }
        let frame = Rectangle(x: x, y: middle - 0.4 * size, width: ChartLegend.keyWidth, height: 0.8 * size)
        return [
            .shape(
                Shape(frame, fill: ChartMarks.fill(index, of: chart.series.count), stroke: Shape.Stroke(width: 0.5)))
        ]
    }
}
