import ReportForms

@testable import Typesetting

extension SetLine {
    /// Where each cluster stands, in ems: `公0 开1 ，2 是2.5`. 〈楷〉 begins a run in another face, ↑ and ↓ follow what is
    /// raised or lowered; then come dots (•, at their centres) and underlines.
    func positions(em: Double) -> String {
        var parts: [String] = []
        var face = FakeShaper.index(of: "body")
        for run in runs {
            if run.glyphs.face.index != face {
                face = run.glyphs.face.index
                parts.append("〈\(FakeShaper.shortName(of: face))〉")
            }
            for (character, glyph) in zip(run.glyphs.text, run.glyphs.glyphs) {
                let rise = glyph.y == 0 ? "" : glyph.y < 0 ? "↑" : "↓"
                parts.append("\(character)\(Self.short(glyph.x / em))\(rise)")
            }
        }
        for ornament in ornaments {
            switch ornament {
            case .rule(let rule): parts.append("线\(Self.short(rule.from.x / em))–\(Self.short(rule.to.x / em))")
            case .shape(let dot): parts.append("•\(Self.short(Self.middle(of: dot) / em))")
            default: break
            }
        }
        return parts.joined(separator: " ")
    }

    /// Between the leftmost and the rightmost end of its curves.
    private static func middle(of shape: Shape) -> Double {
        let ends = shape.segments.compactMap { if case .curve(_, _, let end) = $0 { end.x } else { nil } }
        return ((ends.min() ?? 0) + (ends.max() ?? 0)) / 2
    }

    private static func short(_ number: Double) -> String {
        let rounded = (number * 1000).rounded() / 1000
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

/// Lines of a text at a width in ems, by the fake faces at 10 points.
func lines(
    _ text: String, width: Double = 28, settings: CharacterSettings = CharacterSettings(),
    alignment: TextAlignment = .justified
) throws -> [SetLine] {
    try ParagraphSetter(shaper: FakeShaper(), settings: settings).set(
        [TextSpan(text, TextStyle(face: "body", size: 10))], ParagraphShape(width: 10 * width, alignment: alignment)
    ).lines
}

/// The positions of the first line.
func positions(
    _ text: String, width: Double = 28, settings: CharacterSettings = CharacterSettings()
) throws -> String {
    try lines(text, width: width, settings: settings).first?.positions(em: 10) ?? ""
}
