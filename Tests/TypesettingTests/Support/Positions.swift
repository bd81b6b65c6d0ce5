import ReportForms

@testable import Typesetting

extension SetLine {
    /// Where each cluster stands and how wide its place is, in ems: `公0 开1 ，2 是2.5`.
    func positions(em: Double) -> String {
        var parts: [String] = []
        for run in runs {
            for (character, glyph) in zip(run.glyphs.text, run.glyphs.glyphs) {
                parts.append("\(character)\(Self.short((glyph.x) / em))")
            }
        }
        return parts.joined(separator: " ")
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
