public import ReportForms
public import ReportModel

public enum TextAlignment: String, Hashable, Sendable {
    case justified, left, center, right
}

/// The shape of a paragraph. Lengths in points.
public struct ParagraphShape: Hashable, Sendable {
    public var width: Double
    public var alignment: TextAlignment
    public var firstIndent: Double
    /// Of all lines but the first.
    public var hangingIndent: Double
    /// The least number of Han characters on the last line.
    public var lastLineCharacters: Int

    public init(
        width: Double, alignment: TextAlignment = .justified, firstIndent: Double = 0, hangingIndent: Double = 0,
        lastLineCharacters: Int = 1
    ) {
        self.width = width
        self.alignment = alignment
        self.firstIndent = firstIndent
        self.hangingIndent = hangingIndent
        self.lastLineCharacters = lastLineCharacters
    }
}

/// Sets paragraphs: shapes, breaks and justifies.
public struct ParagraphSetter<Shaper: TextShaper> {
    let shaper: Shaper
    let settings: CharacterSettings

    public init(shaper: Shaper, settings: CharacterSettings) {
        self.shaper = shaper
        self.settings = settings
    }

    public struct Result: Hashable, Sendable {
        public var lines: [SetLine]
        public var missing: [Unicode.Scalar]
    }

    public func set(_ spans: [TextSpan], _ shape: ParagraphShape) throws(DiagnosticsError) -> Result {
        let text = try ParagraphText(spans, settings: settings, shaper: shaper)
        return set(text, shape)
    }

    func set(_ text: ParagraphText, _ shape: ParagraphShape) -> Result {
        let sums = LineSums(text, settings: settings)
        let justified = shape.alignment == .justified
        func indent(_ line: Int) -> Double { line == 0 ? shape.firstIndent : shape.hangingIndent }
        let breaker = LineBreaker(
            measure: { shape.width - indent($0) }, justified: justified, settings: settings,
            lastLineCharacters: shape.lastLineCharacters)
        let setter = LineSetter(text: text, sums: sums, settings: settings)
        var lines: [SetLine] = []
        var from = 0
        let ends = breaker.breaks(text, sums)
        for (number, to) in ends.enumerated() {
            let fit = LineFit(sums, from: from, to: to, settings: settings)
            let room = shape.width - indent(number)
            let fills = justified && number + 1 < ends.count
            var line = setter.set(fit, measure: fills ? room : nil, limit: room, indent: indent(number))
            line.shift(by: offset(shape.alignment, room - line.width))
            lines.append(line)
            from = to
        }
        return Result(lines: lines, missing: text.missing)
    }

    private func offset(_ alignment: TextAlignment, _ slack: Double) -> Double {
        switch alignment {
        case .justified, .left: 0
        case .center: slack / 2
        case .right: slack
        }
    }
}

extension SetLine {
    mutating func shift(by offset: Double) {
        guard offset != 0 else { return }
        indent += offset
        for run in runs.indices {
            for glyph in runs[run].glyphs.glyphs.indices { runs[run].glyphs.glyphs[glyph].x += offset }
        }
    }
}
