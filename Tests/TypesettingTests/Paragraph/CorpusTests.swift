import ReportForms
import Testing

@testable import Typesetting

@Suite("Two thousand paragraphs")
struct CorpusTests {
    private let setter = ParagraphSetter(shaper: FakeShaper(), settings: CharacterSettings())

    @Test("At every width from 8 to 40 characters no rule is broken, no line overfull, no unit split", arguments: 0..<8)
    func rules(part: Int) throws {
        var generator = ParagraphGenerator(seed: UInt64(part))
        for _ in 0..<250 {
            let source = generator.paragraph()
            let text = try ParagraphText(
                [TextSpan(source, TextStyle(face: "body", size: 10))], settings: CharacterSettings(),
                shaper: FakeShaper())
            for width in 8...40 { check(text, source, width: width) }
        }
    }

    private func check(_ text: ParagraphText, _ source: String, width: Int) {
        let measure = 10 * Double(width)
        let result = setter.set(text, ParagraphShape(width: measure, firstIndent: 20, lastLineCharacters: 2))
        let lines = result.lines
        func fail(_ fault: String) -> Comment { "宽\(width)：\(fault)\n\(lines.map(\.text).joined(separator: "\n"))" }

        let set = lines.map(\.text).joined()
        #expect(set.filter { $0 != " " } == source.filter { $0 != " " }, fail("文字不全"))
        for (number, line) in lines.enumerated() {
            let room = measure - (number == 0 ? 20 : 0)
            #expect(line.width <= room + 0.05, fail("超宽"))
            let hasGaps = !line.text.allSatisfy(\.isASCII) && line.text.count > 1
            if number + 1 < lines.count, hasGaps { #expect(line.width >= room - 0.05, fail("不齐")) }
        }
        for (first, second) in zip(lines, lines.dropFirst()) {
            let faults = LineOracle.faults(between: first.text, and: second.text)
            guard !faults.isEmpty else { continue }
            // Where no way keeps all rules, the least is broken, and it is said.
            #expect(!result.violations.isEmpty, fail(faults.joined()))
            #expect(width < 12, fail(faults.joined()))
        }
        if lines.count > 1, LineOracle.isLonely(lines[lines.count - 1].text) {
            #expect(result.violations.contains { $0.rule == .lonelyCharacter }, fail("孤字"))
        }
    }
}
