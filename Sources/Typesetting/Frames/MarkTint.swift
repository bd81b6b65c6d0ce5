/// A colour that says which mark of its sheet is drawn from here on. The drawing library keeps it in its place among
/// what it draws, and it is replaced by the mark afterwards: Cairo 1.16 has no mark for artifacts, and takes its time for
/// those that it has.
public struct MarkTint: Hashable, Sendable {
    public enum Use: Hashable, Sendable {
        /// What follows is drawn in the tint, and is black.
        case ink
        /// A sign in the tint, which goes with it, comes before what has colours of its own.
        case sign
    }

    /// From 0, in the order of the sheet: of each page its marks, and then all its artifacts together.
    public var number: Int
    public var use: Use

    public init(number: Int, use: Use) {
        self.number = number
        self.use = use
    }

    /// Numbers that a sheet has at the most.
    public static let limit = 1_000_000

    /// Red, green and blue, 0 … 1. No colour of 256 steps is among them.
    public var colour: (red: Double, green: Double, blue: Double) {
        (Double(number % 1000) / 1000, Double(number / 1000) / 1000, use == .ink ? MarkTint.inkBlue : MarkTint.signBlue)
    }

    private static let inkBlue = 0.0005
    private static let signBlue = 0.0015

    /// Nil where it is a colour like any other.
    public init?(red: Double, green: Double, blue: Double) {
        func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.000_01 }
        if isNear(blue, MarkTint.inkBlue) {
            use = .ink
        } else if isNear(blue, MarkTint.signBlue) {
            use = .sign
        } else {
            return nil
        }
        guard (0..<1).contains(red), (0..<1).contains(green) else { return nil }
        number = Int((green * 1000).rounded()) * 1000 + Int((red * 1000).rounded())
    }
}
