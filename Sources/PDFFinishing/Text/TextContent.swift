internal import FontPrograms
internal import Typesetting

/// The text of one page as operators of its content (ISO 32000-1 9.4), growing. Places are numbers to a thousandth of a
/// point, and steps between them exact, so that nothing adds up along a line or a page.
struct TextContent {
    private(set) var text = PDFText()
    /// Where the page's upper left corner lies in the space of the content.
    private let corner: Point
    private let palette: Palette
    /// Whether BT stands open, and where its line begins.
    private var line: (x: Int, y: Int)?
    private var font: (name: Int, size: Double)?
    private var ink = Ink.black
    /// What is added to the advance of each glyph (Tc), in ten-thousandths of a point.
    private var spacing = 0

    /// How a page is inked. Black is of one ink from the first.
    struct Palette {
        var black: StaticString
        var red: StaticString

        static let screen = Palette(black: "0 g\n", red: "1 0 0 rg\n")
        static let press = Palette(black: "0 0 0 1 k\n", red: "0 0.8 0.8 0 k\n")
    }

    /// Glyphs that stand side by side in one font.
    struct Line {
        var font: Int
        var size: Double
        var y: Double
        var glyphs: [(x: Double, code: FontAccount.Code)] = []
    }

    init(corner: Point, palette: Palette) {
        self.corner = corner
        self.palette = palette
        text.append(palette.black)
    }

    var isEmpty: Bool { font == nil }

    /// Between text objects.
    mutating func append(_ operators: StaticString) {
        close()
        text.append(operators)
    }

    mutating func beginMark(_ identifier: Int) {
        close()
        text.append("/Span<</MCID ")
        text.append(identifier)
        text.append(">>BDC\n")
    }

    /// What glyphs say together (ISO 32000-1 14.9.4).
    mutating func beginActualText(_ actual: String) {
        close()
        text.append("/Span<</ActualText")
        text.append(string: actual)
        text.append(">>BDC\n")
    }

    mutating func show(_ line: Line, ink: Ink) {
        guard let first = line.glyphs.first else { return }
        take(ink)
        open(at: corner.x + first.x, corner.y - line.y)
        take(line.font, size: line.size)
        if line.glyphs.count > 1 { take(spacing: TextContent.spacing(of: line)) }
        showGlyphs(of: line)
    }

    private mutating func close() {
        guard line != nil else { return }
        text.append("ET\n")
        line = nil
    }

    private mutating func open(at x: Double, _ y: Double) {
        let place = (x: TextContent.thousandths(x), y: TextContent.thousandths(y))
        if line == nil { text.append("BT\n") }
        let start = line ?? (0, 0)
        text.append(decimal: place.x - start.x, places: 3)
        text.append(" ")
        text.append(decimal: place.y - start.y, places: 3)
        text.append(" Td\n")
        line = place
    }

    private mutating func take(_ ink: Ink) {
        guard ink != self.ink else { return }
        self.ink = ink
        text.append(ink == .black ? palette.black : palette.red)
    }

    private mutating func take(_ name: Int, size: Double) {
        guard font?.name != name || font?.size != size else { return }
        font = (name, size)
        text.append("/F")
        text.append(name)
        text.append(" ")
        text.append(decimal: TextContent.thousandths(size), places: 3)
        text.append(" Tf\n")
    }

    private mutating func take(spacing: Int) {
        guard spacing != self.spacing else { return }
        self.spacing = spacing
        text.append(decimal: spacing, places: 4)
        text.append(" Tc\n")
    }

    /// That of two neighbours in the middle, which most have on a line that is justified. In ten-thousandths of a point.
    private static func spacing(of line: Line) -> Int {
        let middle = line.glyphs.count / 2
        let (left, right) = (line.glyphs[middle - 1], line.glyphs[middle])
        let gap = right.x - left.x - Double(left.code.width) * line.size / 1000
        // Farther apart, they are no neighbours.
        return abs(gap) < line.size ? Int((gap * 10_000).rounded()) : 0
    }

    private mutating func showGlyphs(of line: Line) {
        let thousandth = line.size / 1000
        let spacing = Double(self.spacing) / 10_000
        var pen = line.glyphs[0].x
        text.append("[<")
        for glyph in line.glyphs {
            let step = Int(((pen - glyph.x) / thousandth).rounded())
            if step != 0 {
                text.append(">")
                text.append(step)
                text.append("<")
                pen -= Double(step) * thousandth
            }
            text.append(code: glyph.code.number)
            pen += Double(glyph.code.width) * thousandth + spacing
        }
        text.append(">]TJ\n")
    }

    private static func thousandths(_ points: Double) -> Int { Int((points * 1000).rounded()) }
}
