internal import ReportForms
internal import ReportModel

/// A line for each series, told apart by their dashes and markers.
struct LineChart {
    private let chart: ComposedChart
    private let axes: ChartAxes
    /// Of each series.
    private let points: [[Point]]

    init(_ chart: ComposedChart, _ axes: ChartAxes) {
        self.chart = chart
        self.axes = axes
        points = chart.series.map { series in
            series.values.enumerated().map { Point(x: axes.x(ofCategory: $0), y: axes.y(of: $1.number)) }
        }
    }

    func contents<Shaper>(_ labels: ChartLabels<Shaper>) throws(DiagnosticsError) -> [PageItem.Content] {
        var contents: [PageItem.Content] = []
        for (index, points) in points.enumerated() where points.count > 1 {
            contents.append(
                .shape(Shape(line: points, stroke: Shape.Stroke(width: 1, dashes: ChartMarks.dashes(index)))))
        }
        for (index, points) in points.enumerated() {
            contents += points.map { .shape(ChartMarks.marker(index, at: $0)) }
        }
        return contents + (try values(labels) ?? [])
    }

    /// The values beside their points, clear of lines, markers and each other; nil where one finds no place. None is
    /// better than some.
    private func values<Shaper>(_ labels: ChartLabels<Shaper>) throws(DiagnosticsError) -> [PageItem.Content]? {
        let markers = points.joined().map { Rectangle(x: $0.x - 3, y: $0.y - 3, width: 6, height: 6) }
        let segments = points.flatMap { points in zip(points, points.dropFirst()).map { (from: $0, to: $1) } }
        var placed: [Rectangle] = []
        var contents: [PageItem.Content] = []
        for (series, points) in zip(chart.series, points) {
            for (value, point) in zip(series.values, points) {
                let label = try labels.line(value.text)
                let found = places(of: label, at: point).first { ink in
                    ink.x >= axes.plot.x && ink.right <= axes.plot.right && ink.bottom <= axes.plot.bottom
                        && !placed.contains(where: ink.meets) && !markers.contains(where: ink.meets)
                        && !segments.contains { ink.isCrossed(from: $0.from, to: $0.to) }
                }
                guard let found else { return nil }
                placed.append(found)
                // White below it, so that no hairline runs through its digits.
                contents.append(.shape(Shape(found, fill: .gray(1))))
                contents += label.contents(x: found.x, y: found.y - 0.12 * label.size)
            }
        }
        return contents
    }

    /// Where a label may stand, the preferred place first: above, below, and at the corners.
    private func places(of label: ChartLabel, at point: Point) -> [Rectangle] {
        let (width, height, gap) = (label.width, 0.8 * label.size, 0.5 * label.size)
        func place(_ x: Double, above: Bool) -> Rectangle {
            Rectangle(x: point.x + x, y: above ? point.y - gap - height : point.y + gap, width: width, height: height)
        }
        return [
            place(-width / 2, above: true), place(-width / 2, above: false), place(3, above: true),
            place(-width - 3, above: true), place(3, above: false), place(-width - 3, above: false),
        ]
    }
}

extension Rectangle {
    /// Whether a straight line has a point within the rectangle.
    func isCrossed(from a: Point, to b: Point) -> Bool {
        var (first, last) = (0.0, 1.0)
        for (start, delta, low, high) in [(a.x, b.x - a.x, x, right), (a.y, b.y - a.y, y, bottom)] {
            if delta == 0 {
                if start <= low || start >= high { return false }
            } else {
                let (enter, leave) = ((low - start) / delta, (high - start) / delta)
                first = max(first, min(enter, leave))
                last = min(last, max(enter, leave))
            }
        }
        return first < last
    }
}
