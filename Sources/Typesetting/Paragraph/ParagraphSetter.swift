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
    /// Whether words of official language stay whole where they can.
    public var breaksBySense: Bool

    public init(
        width: Double, alignment: TextAlignment = .justified, firstIndent: Double = 0, hangingIndent: Double = 0,
        lastLineCharacters: Int = 1, breaksBySense: Bool = false
    ) {
        self.width = width
        self.alignment = alignment
        self.firstIndent = firstIndent
        self.hangingIndent = hangingIndent
        self.lastLineCharacters = lastLineCharacters
        self.breaksBySense = breaksBySense
    }

    func indent(ofLine number: Int) -> Double { number == 0 ? firstIndent : hangingIndent }
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
        /// Where no breaking kept all rules, what the best one breaks.
        public var violations: [RuleViolation]
    }

    public func set(_ spans: [TextSpan], _ shape: ParagraphShape) throws(DiagnosticsError) -> Result {
        set(try ParagraphText(spans, settings: settings, bySense: shape.breaksBySense, shaper: shaper), shape)
    }

    func set(_ text: ParagraphText, _ shape: ParagraphShape) -> Result {
        let sums = LineSums(text, settings: settings)
        let ends = breaker(shape).breaks(text, sums) ?? [text.boxes.count]
        let lines = lines(text, sums, ends, shape)
        return Result(
            lines: lines, missing: text.missing, violations: RuleViolation.list(in: text, ends: ends, lines, shape))
    }

    /// The paragraph in a number of lines that it would not take by itself, by drawing its characters together or
    /// apart within the style's limits. Nil where they do not suffice.
    func set(_ text: ParagraphText, _ shape: ParagraphShape, lineCount: Int) -> [SetLine]? {
        let sums = LineSums(text, settings: settings, tightest: settings.tightest)
        guard lineCount > 0, sums.mayTake(lineCount, shape, settings),
            let ends = breaker(shape, lineCount: lineCount).breaks(text, sums)
        else { return nil }
        var from = 0
        for (number, to) in ends.enumerated() {
            let fit = LineFit(sums, from: from, to: to, settings: settings)
            let (first, gaps) = fit.stretch(sums)
            let slack = shape.width - shape.indent(ofLine: number) - fit.naturalWidth - first
            let isLast = number + 1 == ends.count
            if !isLast, slack > settings.loosest * (text.boxes.first?.em ?? 0) * max(1, gaps) { return nil }
            from = to
        }
        return lines(text, sums, ends, shape)
    }

    private func breaker(_ shape: ParagraphShape, lineCount: Int? = nil) -> LineBreaker {
        LineBreaker(
            firstMeasure: shape.width - shape.firstIndent, measure: shape.width - shape.hangingIndent,
            justified: shape.alignment == .justified, settings: settings, lastLineCharacters: shape.lastLineCharacters,
            lineCount: lineCount)
    }

    private func lines(_ text: ParagraphText, _ sums: LineSums, _ ends: [Int], _ shape: ParagraphShape) -> [SetLine] {
        let setter = LineSetter(text: text, sums: sums, settings: settings)
        var from = 0
        return ends.enumerated().map { number, to in
            let fit = LineFit(sums, from: from, to: to, settings: settings)
            from = to
            let indent = shape.indent(ofLine: number)
            let room = shape.width - indent
            let fills = shape.alignment == .justified && number + 1 < ends.count
            var line = setter.set(fit, measure: fills ? room : nil, limit: room, indent: indent)
            switch shape.alignment {
            case .justified, .left: break
            case .center: line.shift(by: (room - line.width) / 2)
            case .right: line.shift(by: room - line.width)
            }
            return line
        }
    }
}
