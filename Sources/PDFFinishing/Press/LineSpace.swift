/// What becomes of a line's width: the linear part of a transformation of coordinates (ISO 32000-1 8.3.4).
struct LineSpace: Hashable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0

    static let identity = LineSpace()

    /// Applied before another, as `cm` does it.
    func before(_ other: LineSpace) -> LineSpace {
        LineSpace(
            a: a * other.a + b * other.c, b: a * other.b + b * other.d, c: c * other.a + d * other.c,
            d: c * other.b + d * other.d)
    }

    /// How much a length shrinks at the most: the smaller singular value.
    var leastScale: Double {
        let sum = (a * a + b * b + c * c + d * d) / 2
        let determinant = a * d - b * c
        let larger = (sum + max(0, sum * sum - determinant * determinant).squareRoot()).squareRoot()
        return larger > 0 ? abs(determinant) / larger : 0
    }

    /// What becomes of the width of a line that runs in a direction; infinite where it does not run at all.
    func scale(acrossX x: Double, y: Double) -> Double {
        let length = (x * x + y * y).squareRoot()
        let (mappedX, mappedY) = (a * x + c * y, b * x + d * y)
        let mapped = (mappedX * mappedX + mappedY * mappedY).squareRoot()
        return length > 0 && mapped > 0 ? abs(a * d - b * c) * length / mapped : .infinity
    }
}
