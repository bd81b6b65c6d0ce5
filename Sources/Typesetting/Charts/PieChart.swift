internal import Glibc
internal import ReportForms
internal import ReportModel

/// Slices clockwise from twelve o'clock; names, values and shares beside them, each at the end of a fine line.
struct PieChart {
    private struct Slice {
        /// Where it begins and ends, in turns.
        var range: ClosedRange<Double>
        var label: ChartLabel
        var middle: Double { (range.lowerBound + range.upperBound) / 2 }
        var isRight: Bool { middle < 0.5 }
    }

    let drawing: ChartDrawing

    init<Shaper>(_ chart: ComposedChart, _ labels: ChartLabels<Shaper>, width: Double) throws(DiagnosticsError) {
        let size = labels.style.size
        let radius = min(chart.height / 2 - 1.5 * size, width / 5)
        // From the edge of the disc to the labels.
        let arm = 2.2 * size
        let room = width / 2 - radius - arm
        let slices = try PieChart.slices(of: chart, labels, room: room)
        let sides = [true, false].map { isRight in
            slices.filter { $0.isRight == isRight }.sorted { isRight ? $0.middle < $1.middle : $0.middle > $1.middle }
        }
        // A side full of labels makes the drawing higher.
        let needed = sides.map { $0.reduce(0) { $0 + $1.label.height + 0.5 * size } }.max() ?? 0
        let height = max(chart.height, needed)
        let center = Point(x: width / 2, y: height / 2)
        var contents: [PageItem.Content] = []
        for (number, slice) in slices.enumerated() {
            contents.append(
                .shape(
                    Shape(
                        slice: slice.range, center: center, radius: radius,
                        fill: ChartMarks.fill(number, of: slices.count))))
        }
        for side in sides {
            let middles = PieChart.spread(
                side.map {
                    (center.y - (radius + 0.8 * size) * cos(2 * .pi * $0.middle), $0.label.height + 0.5 * size)
                },
                within: height)
            for (slice, y) in zip(side, middles) {
                contents += PieChart.label(slice, y: y, center: center, radius: radius, arm: arm, room: room)
            }
        }
        drawing = ChartDrawing(width: width, height: height, contents: contents)
    }

    /// What is not zero; of nothing there is no slice.
    private static func slices<Shaper>(
        of chart: ComposedChart, _ labels: ChartLabels<Shaper>, room: Double
    ) throws(DiagnosticsError) -> [Slice] {
        let values = chart.series[0].values
        let shares = Percentages.of(values)
        let sum = values.reduce(0) { $0 + $1.number }
        var slices: [Slice] = []
        var done = 0.0
        for (index, value) in values.enumerated() where value.units > 0 {
            let share = value.number / sum
            let isRight = done + share / 2 < 0.5
            let text = "\(value.text)\(chart.unit)（\(shares[index])）"
            let alignment: TextAlignment = isRight ? .left : .right
            var label = try labels.lines(chart.categories[index], width: room, alignment)
            label.lines += try labels.lines(text, width: room, alignment).lines
            slices.append(Slice(range: done...min(1, done + share), label: label))
            done += share
        }
        return slices
    }

    /// The middles of boxes that stand as near to where they wish as they can without touching: those that meet are
    /// one block about the middle of what they wish for.
    static func spread(_ boxes: [(wish: Double, height: Double)], within height: Double) -> [Double] {
        struct Block {
            var count = 0
            var height = 0.0
            /// Sum of the upper edges that its boxes wish the block to have.
            var wishes = 0.0
            func top(within limit: Double) -> Double { max(0, min(wishes / Double(count), limit - height)) }
        }
        var blocks: [Block] = []
        for box in boxes {
            var block = Block(count: 1, height: box.height, wishes: box.wish - box.height / 2)
            while let last = blocks.last, last.top(within: height) + last.height > block.top(within: height) {
                blocks.removeLast()
                block = Block(
                    count: last.count + block.count, height: last.height + block.height,
                    wishes: last.wishes + block.wishes - Double(block.count) * last.height)
            }
            blocks.append(block)
        }
        var middles: [Double] = []
        for block in blocks {
            var y = block.top(within: height)
            for box in boxes[middles.count..<middles.count + block.count] {
                middles.append(y + box.height / 2)
                y += box.height
            }
        }
        return middles
    }

    private static func label(
        _ slice: Slice, y: Double, center: Point, radius: Double, arm: Double, room: Double
    ) -> [PageItem.Content] {
        let side: Double = slice.isRight ? 1 : -1
        let angle = 2 * Double.pi * slice.middle
        let edge = Point(x: center.x + radius * sin(angle), y: center.y - radius * cos(angle))
        let end = center.x + side * (radius + arm - 0.3 * slice.label.size)
        let elbow = Point(x: end - side * 0.5 * slice.label.size, y: y)
        let left = slice.isRight ? center.x + radius + arm : center.x - radius - arm - room
        return [
            .shape(Shape(line: [edge, elbow, Point(x: end, y: y)], stroke: Shape.Stroke(width: 0.35)))
        ] + slice.label.contents(x: left, y: y - slice.label.height / 2)
    }
}

extension Shape {
    /// A slice of a disc; its ends in turns, clockwise from above.
    fileprivate init(slice: ClosedRange<Double>, center: Point, radius: Double, fill: Fill) {
        let stroke = Stroke(width: 0.5)
        guard slice.upperBound - slice.lowerBound < 0.999_999 else {
            self.init(center: center, radius: radius, fill: fill)
            self.stroke = stroke
            return
        }
        func point(_ turn: Double, _ distance: Double) -> Point {
            Point(x: center.x + distance * sin(2 * .pi * turn), y: center.y - distance * cos(2 * .pi * turn))
        }
        // Curves of at most an eighth of a turn leave the circle by less than a thousandth of a point.
        let count = max(1, Int(((slice.upperBound - slice.lowerBound) * 8).rounded(.up)))
        let step = (slice.upperBound - slice.lowerBound) / Double(count)
        let reach = 4 / 3 * tan(2 * .pi * step / 4) * radius
        var segments: [Segment] = [.move(center), .line(point(slice.lowerBound, radius))]
        for number in 0..<count {
            let from = slice.lowerBound + Double(number) * step
            let to = from + step
            let (a, b) = (point(from, radius), point(to, radius))
            let (u, v) = (2 * Double.pi * from, 2 * Double.pi * to)
            segments.append(
                .curve(
                    Point(x: a.x + reach * cos(u), y: a.y + reach * sin(u)),
                    Point(x: b.x - reach * cos(v), y: b.y - reach * sin(v)), b))
        }
        self.init(segments: segments + [.close], fill: fill, stroke: stroke)
    }
}
