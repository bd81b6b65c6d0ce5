/// What a colour is printed with, each ink from 0 to 1.
struct Inks: Hashable {
    var cyan = 0.0
    var magenta = 0.0
    var yellow = 0.0
    var black = 0.0

    /// The red of official documents: M80 Y80 (GB/T 9704-2012 6.2).
    static let red = Inks(magenta: 0.8, yellow: 0.8)

    /// Whether the black plate alone prints it, or none.
    var isBlackOnly: Bool { cyan == 0 && magenta == 0 && yellow == 0 }
}

/// A colour of screens (sRGB), each light from 0 to 1.
struct ScreenColour: Hashable {
    var red: Double
    var green: Double
    var blue: Double

    /// The inks of lines, areas and type, where they do not depend on the printing condition. Black and grey are of one
    /// ink: four that are a hair out of register would blur type and fine lines.
    var fixedInks: Inks? {
        if red == green, green == blue { return Inks(black: 1 - red) }
        if red == 1, green == 0, blue == 0 { return .red }
        return nil
    }
}
