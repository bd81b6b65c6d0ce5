/// Lines and curves that are filled, stroked, or both. Black unless it says otherwise.
public struct Shape: Hashable, Sendable {
    public enum Segment: Hashable, Sendable {
        case move(Point)
        case line(Point)
        /// A cubic curve by its two control points and its end.
        case curve(Point, Point, Point)
        case close
    }

    public enum Fill: Hashable, Sendable {
        /// 0 black … 1 white.
        case gray(Double)
        /// Patterns that survive black-and-white copying.
        case pattern(Pattern)
    }

    public enum Pattern: String, Hashable, Sendable, CaseIterable {
        case diagonal, dots, horizontal, crosshatch, vertical
    }

    public struct Stroke: Hashable, Sendable {
        public var width: Double
        /// Lengths of strokes and gaps; empty is unbroken.
        public var dashes: [Double]

        public init(width: Double, dashes: [Double] = []) {
            self.width = width
            self.dashes = dashes
        }
    }

    public var segments: [Segment]
    public var fill: Fill?
    public var stroke: Stroke?

    public init(segments: [Segment], fill: Fill? = nil, stroke: Stroke? = nil) {
        self.segments = segments
        self.fill = fill
        self.stroke = stroke
    }

    /// A disc.
    public init(center: Point, radius: Double, fill: Fill) {
        // Four cubic curves; 0.5523 makes them leave the circle by less than 0.03 %.
        let k = 0.552_284_75 * radius
        let (x, y, r) = (center.x, center.y, radius)
        self.init(
            segments: [
                .move(Point(x: x + r, y: y)),
                .curve(Point(x: x + r, y: y + k), Point(x: x + k, y: y + r), Point(x: x, y: y + r)),
                .curve(Point(x: x - k, y: y + r), Point(x: x - r, y: y + k), Point(x: x - r, y: y)),
                .curve(Point(x: x - r, y: y - k), Point(x: x - k, y: y - r), Point(x: x, y: y - r)),
                .curve(Point(x: x + k, y: y - r), Point(x: x + r, y: y - k), Point(x: x + r, y: y)),
                .close,
            ], fill: fill)
    }
}
