import Foundation
import TestSupport
import Testing

@Suite("落款 at the indents of GB/T 9704-2012 7.3.5, measured in the PDF")
struct SignatureTests {
    private struct Closing {
        var name: TextLine
        var date: TextLine
        var body: TextLine

        /// From the right edge of the type area, in characters.
        func right(_ line: TextLine) -> Double { (GB9704.right - line.right) / GB9704.cell }
        func left(_ line: TextLine) -> Double { (line.left - GB9704.left) / GB9704.cell }
        /// Blank lines between the last line of text and the name.
        var blankLines: Int { Int(((name.baseline - body.baseline) / GB9704.pitch).rounded()) - 1 }
    }

    private func closing(name: String, date: String, sealed: Bool) throws -> Closing {
        let signature = "{name: \(name), date: \(date), sealed: \(sealed)}"
        let lines = try RenderedFile(yaml: Specimen.yaml(signature: signature)).content.body
        let found = try #require(lines.lastIndex { $0.text == name })
        try #require(found > 0 && found + 1 < lines.count && lines[found - 1].page == lines[found].page)
        return Closing(name: lines[found], date: lines[found + 1], body: lines[found - 1])
    }

    private func expect(
        _ value: Double, _ characters: Double, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(abs(value - characters) < 0.01, sourceLocation: sourceLocation)
    }

    @Test("Without a seal: one blank line, the name two characters in, the date two characters right of its beginning")
    func unsealed() throws {
        let closing = try closing(name: "清水镇人民政府办公室", date: "2023-01-29", sealed: false)
        #expect(closing.date.text == "2023年1月29日")
        #expect(closing.blankLines == 1)
        expect(closing.right(closing.name), 2)
        expect(closing.left(closing.date), closing.left(closing.name) + 2)
        #expect(abs(closing.date.baseline - closing.name.baseline - GB9704.pitch) < 0.05)
    }

    @Test("The real report's name of eight characters and date of six and a half: the letter of the rule")
    func literal() throws {
        let closing = try closing(name: "柴胡店镇人民政府", date: "2023-01-29", sealed: false)
        expect(closing.right(closing.name), 2)
        expect(closing.right(closing.date), 1.5)
    }

    @Test("Without a seal, the date longer than the name: the date two characters in, the name begins two before it")
    func shortName() throws {
        let closing = try closing(name: "清水镇", date: "2023-12-29", sealed: false)
        expect(closing.right(closing.date), 2)
        expect(closing.left(closing.name), closing.left(closing.date) - 2)
    }

    @Test("Without a seal, a name of twenty characters")
    func longName() throws {
        let closing = try closing(name: "清水镇人民政府政务公开和政务服务管理办公室", date: "2023-01-29", sealed: false)
        expect(closing.right(closing.name), 2)
        expect(closing.left(closing.date), closing.left(closing.name) + 2)
    }

    @Test(
        "With a seal: the date four characters in, the name centred on it", arguments: ["清水镇", "清水镇人民政府", "清水镇人民政府办公室"])
    func sealed(name: String) throws {
        let closing = try closing(name: name, date: "2023-01-29", sealed: true)
        expect(closing.right(closing.date), 4)
        expect(closing.left(closing.name) - closing.left(closing.date), Double(name.count - 6) / -2 + 0.25)
        // The seal's upper edge must come within one line of the text above.
        #expect((1...2).contains(closing.blankLines))
    }

    @Test("With a seal, a name too long to be centred on that date: both stay within the type area")
    func sealedLongName() throws {
        let closing = try closing(name: "清水镇人民政府政务公开和政务服务管理办公室", date: "2023-01-29", sealed: true)
        #expect(closing.name.right <= GB9704.right + 0.05)
        #expect(abs((closing.name.left + closing.name.right) - (closing.date.left + closing.date.right)) < 0.1)
    }
}
