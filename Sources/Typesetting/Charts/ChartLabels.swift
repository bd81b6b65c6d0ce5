internal import ReportForms
internal import ReportModel

/// Sets the text of a chart, and remembers what no face has.
final class ChartLabels<Shaper: TextShaper> {
    let paragraphs: ParagraphSetter<Shaper>
    let style: TextStyle
    private(set) var missing: [Unicode.Scalar] = []

    init(paragraphs: ParagraphSetter<Shaper>, style: TextStyle) {
        self.paragraphs = paragraphs
        self.style = style
    }

    /// On one line, however long.
    func line(_ text: String) throws(DiagnosticsError) -> ChartLabel {
        let result = try set(text, width: 100_000, .left)
        return ChartLabel(lines: result.lines, size: style.size, measure: result.lines.first?.width ?? 0, isWhole: true)
    }

    /// In lines of a width, as even as they can be.
    func lines(_ text: String, width: Double, _ alignment: TextAlignment) throws(DiagnosticsError) -> ChartLabel {
        let widest = try set(text, width: width, alignment)
        var best = label(widest, width)
        guard best.isWhole, widest.lines.count > 1 else { return best }
        var narrower = width - style.size / 2
        while narrower > 2 * style.size {
            let result = try set(text, width: narrower, alignment)
            let label = label(result, narrower)
            guard label.isWhole, result.lines.count == widest.lines.count else { break }
            best = label
            narrower -= style.size / 2
        }
        return best.centred(in: width, alignment)
    }

    private func label(_ result: ParagraphSetter<Shaper>.Result, _ width: Double) -> ChartLabel {
        let fits = result.lines.allSatisfy { $0.width <= width + 0.01 }
        return ChartLabel(
            lines: result.lines, size: style.size, measure: width, isWhole: fits && result.violations.isEmpty)
    }

    private func set(
        _ text: String, width: Double, _ alignment: TextAlignment
    ) throws(DiagnosticsError) -> ParagraphSetter<Shaper>.Result {
        let result = try paragraphs.set(
            [TextSpan(text, style)], ParagraphShape(width: width, alignment: alignment))
        missing += result.missing.filter { !missing.contains($0) }
        return result
    }
}

/// Some text of a chart in lines.
struct ChartLabel {
    static let leading = 1.2

    var lines: [SetLine]
    var size: Double
    /// The width that the lines are aligned in.
    var measure: Double
    /// Whether it fits that width without breaking what must not be broken.
    var isWhole: Bool

    var width: Double { lines.map(\.width).max() ?? 0 }
    var height: Double { size * (1 + ChartLabel.leading * Double(lines.count - 1)) }

    /// With the upper left corner of its measure at a point.
    func contents(x: Double, y: Double) -> [PageItem.Content] {
        lines.enumerated().flatMap { number, line in
            line.placed(
                x: x, baseline: y + size * (0.88 + ChartLabel.leading * Double(number)), leaves: []
            ).map(\.content)
        }
    }

    /// The same lines in a wider measure.
    fileprivate func centred(in width: Double, _ alignment: TextAlignment) -> ChartLabel {
        var result = self
        let shift: Double =
            switch alignment {
            case .center: (width - measure) / 2
            case .right: width - measure
            case .left, .justified: 0
            }
        for index in lines.indices { result.lines[index].shift(by: shift) }
        result.measure = width
        return result
    }
}
