/// What tells one series from another, on paper and on a black-and-white copy of it.
enum ChartMarks {
    /// Of bars and slices. A single series has a light grey; several have what stays different when every grey has
    /// become black or white.
    static func fill(_ index: Int, of count: Int) -> Shape.Fill {
        guard count > 1 else { return .gray(0.75) }
        let fills: [Shape.Fill] = [
            .gray(0.4), .gray(1), .pattern(.diagonal), .pattern(.dots), .pattern(.horizontal), .pattern(.crosshatch),
            .pattern(.vertical),
        ]
        // In a ring the last one is a neighbour of the first.
        let isLikeFirst = index > 0 && index == count - 1 && index % fills.count == 0
        return fills[isLikeFirst ? 3 : index % fills.count]
    }

    /// Of lines: strokes and gaps in points.
    static func dashes(_ index: Int) -> [Double] {
        [[], [6, 2.5], [1.5, 2], [9, 2.5, 1.5, 2.5], [3.5, 2], [9, 2, 3, 2]][index % 6]
    }

    /// Where a line has its values: disc, square and triangle, black or white.
    static func marker(_ index: Int, at point: Point) -> Shape {
        let fill = Shape.Fill.gray(index % 2 == 0 ? 0 : 1)
        let r = 2.3
        let stroke = Shape.Stroke(width: 0.7)
        func polygon(_ offsets: [(Double, Double)]) -> Shape {
            let points = offsets.map { Point(x: point.x + $0 * r, y: point.y + $1 * r) }
            return Shape(
                segments: [.move(points[0])] + points.dropFirst().map { .line($0) } + [.close], fill: fill,
                stroke: stroke)
        }
        switch index % 6 {
        case 0, 3:
            var disc = Shape(center: point, radius: r, fill: fill)
            disc.stroke = stroke
            return disc
        case 1, 4: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
        default: return polygon([(0, -1.2), (1.1, 0.8), (-1.1, 0.8)])
        }
    }
}

extension Shape {
    init(_ frame: Rectangle, fill: Fill? = nil, stroke: Stroke? = nil) {
        self.init(
            segments: [
                .move(Point(x: frame.x, y: frame.y)), .line(Point(x: frame.right, y: frame.y)),
                .line(Point(x: frame.right, y: frame.bottom)), .line(Point(x: frame.x, y: frame.bottom)), .close,
            ], fill: fill, stroke: stroke)
    }

    init(line points: [Point], stroke: Stroke) {
        self.init(
            segments: points.enumerated().map { $0 == 0 ? .move($1) : .line($1) }, stroke: stroke)
    }
}
