/// One line of a source file as it is shown, with the display column of the caret.
struct SourceQuotation: Hashable {
    var text: String
    /// Columns before the caret.
    var caret: Int

    /// What is shown of a long line, in display columns, and how much of that before the caret.
    static let width = 96
    static let before = 48

    /// - Parameter column: of the place meant, in Unicode scalars from 1; beyond the end of the
    ///   line it means the end.
    init(_ line: String, column: Int) {
        let shown = line.unicodeScalars.map(Self.visible)
        let widths = shown.map(DisplayWidth.of)
        let target = min(max(column - 1, 0), shown.count)

        var start = 0
        var caret = widths[..<target].reduce(0, +)
        if widths.reduce(0, +) > Self.width {
            while caret > Self.before {
                caret -= widths[start]
                start += 1
            }
        }
        var end = start
        var used = 0
        while end < shown.count, used + widths[end] <= Self.width {
            used += widths[end]
            end += 1
        }
        text = (start > 0 ? "…" : "") + shown[start..<end].joined() + (end < shown.count ? "…" : "")
        self.caret = caret + (start > 0 ? 1 : 0)
    }

    /// A tab is four spaces; what a terminal would obey instead of showing is replaced.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        if scalar == "\t" { return "    " }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: return "\u{FFFD}"
        // Marks that turn the direction of the rest of the line would move the caret.
        case .format: return ""
        default: return String(scalar)
        }
    }
}
