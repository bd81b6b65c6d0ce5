/// A path as it is made, for the width of the line along it: a circle of a pen becomes an ellipse where coordinates are
/// stretched, so that the width depends on the direction.
struct StrokedPath {
    private let space: LineSpace
    /// Where in the output the path begins.
    let start: Int
    private var begin = (x: 0.0, y: 0.0)
    private var current = (x: 0.0, y: 0.0)
    private var least = Double.infinity

    init(in space: LineSpace, start: Int) {
        self.space = space
        self.start = start
    }

    /// From a line's width in the path's coordinates to what the thinnest of its lines has outside of them.
    var scale: Double { least.isFinite ? least : space.leastScale }

    /// - Parameter name: of an operator that builds paths (ISO 32000-1 8.5.2).
    mutating func append(_ name: String, _ numbers: [Double]) {
        switch name {
        case "m":
            begin = (numbers[0], numbers[1])
            current = begin
        case "l": line(to: (numbers[0], numbers[1]))
        case "c", "v", "y":
            // It turns through any direction.
            least = min(least, space.leastScale)
            current = (numbers[numbers.count - 2], numbers[numbers.count - 1])
        case "re":
            begin = (numbers[0], numbers[1])
            current = begin
            line(to: (begin.x + numbers[2], begin.y))
            line(to: (current.x, begin.y + numbers[3]))
            current = begin
        default: line(to: begin)
        }
    }

    private mutating func line(to end: (x: Double, y: Double)) {
        least = min(least, space.scale(acrossX: end.x - current.x, y: end.y - current.y))
        current = end
    }

    /// How many numbers an operator takes; nil where it builds no path.
    static func operandCount(_ name: String) -> Int? {
        switch name {
        case "m", "l": 2
        case "v", "y", "re": 4
        case "c": 6
        case "h": 0
        default: nil
        }
    }
}
