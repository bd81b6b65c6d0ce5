import Foundation
import TestSupport
import Testing

/// The case files prove the rules with faces that one can reckon with in the head; here they are measured in the finished
/// PDF, set in real ones.
@Suite("Rules of typography in the finished PDF, at every place of a line")
struct TypographyTests {
    private static let mixed = Result { try TypographySpecimen.mixed.rendered() }
    private static let addresses = Result { try TypographySpecimen.withAddresses.rendered() }

    private func mixed() throws -> [PrintedParagraph] {
        let paragraphs = PrintedParagraph.find(TypographySpecimen.mixed.paragraphs, in: try Self.mixed.get().content)
        try #require(paragraphs.count == 28)
        return paragraphs
    }

    private func addresses() throws -> [PrintedParagraph] {
        let texts = TypographySpecimen.withAddresses.paragraphs
        let paragraphs = PrintedParagraph.find(texts, in: try Self.addresses.get().content)
        try #require(paragraphs.count == 28)
        return paragraphs
    }

    @Test("The lines of a paragraph say what it says, and no more")
    func text() throws {
        for paragraph in try mixed() + addresses() {
            #expect(paragraph.lines.map(\.text).joined() == paragraph.text)
        }
        for file in [try Self.mixed.get(), try Self.addresses.get()] {
            #expect(!file.messages.contains("[typesetting."))
        }
    }

    @Test("Every line but the last fills the measure to 0.05 points, the ink's half of a mark at its end counted")
    func flush() throws {
        // A line that is all address has nothing to draw apart.
        for line in try (mixed() + addresses()).flatMap({ $0.lines.dropLast() }) where !line.text.allSatisfy(\.isASCII)
        {
            #expect(abs(line.right - GB9704.right) <= 0.05, "\(line.text): \(line.right - GB9704.right)")
        }
    }

    @Test("No line begins or ends with a mark that may not stand there")
    func prohibitions() throws {
        for line in try mixed().flatMap(\.lines) {
            #expect(!Marks.notAtLineStart.contains(line.characters[0].text), "\(line.text)")
            #expect(!Marks.notAtLineEnd.contains(line.characters[line.characters.count - 1].text), "\(line.text)")
        }
    }

    @Test(
        "No number leaves its unit, no date, ordinal, citation, time or telephone number is parted",
        arguments: TypographySpecimen.units)
    func units(unit: String) throws {
        for paragraph in try mixed() {
            let range = try #require(paragraph.text.firstRange(of: unit))
            let start = paragraph.text.distance(from: paragraph.text.startIndex, to: range.lowerBound)
            let inside = paragraph.ends.filter { $0 > start && $0 < start + unit.count }
            #expect(inside.isEmpty, "\(paragraph.lines.map(\.text).joined(separator: "\n"))")
        }
    }

    @Test("—— and …… stay whole, and a single — does not begin a line")
    func dashes() throws {
        for paragraph in try mixed() {
            let characters = Array(paragraph.text)
            for end in paragraph.ends where "—…".contains(characters[end]) {
                #expect(characters[end - 1] != characters[end])
                #expect(end + 1 < characters.count && characters[end + 1] == characters[end])
            }
        }
    }

    @Test("Two marks that meet take a cell and a half")
    func adjacentMarks() throws {
        var pairs: Set<String> = []
        for paragraph in try mixed() {
            // A last line with room to spare is neither squeezed nor drawn apart.
            let last = try #require(paragraph.lines.last)
            guard last.right < GB9704.right - GB9704.cell else { continue }
            for (mark, next) in zip(last.characters, last.characters.dropFirst())
            where Marks.fullWidth.contains(mark.text) && Marks.fullWidth.contains(next.text) {
                pairs.insert(mark.text + next.text)
                #expect(abs(next.cellLeft - mark.cellLeft - GB9704.cell / 2) < 0.05, "\(mark.text)\(next.text)")
            }
        }
        #expect(pairs.isSuperset(of: ["》）", "）。", "：“", "“（", "！”", "”、", "、‘", "’。"]))
    }

    @Test("So they do across a change of face: 。（ between 仿宋 and 楷体")
    func adjacentMarksAcrossFaces() throws {
        let block = #"text: ["本年度工作已经完成。", {emphasis: "（一）主动公开"}, "，（二）依申请公开。"]"#
        let content = try RenderedFile(yaml: Specimen.yaml(overview: [block])).content
        let line = try #require(content.body.first { $0.text.hasPrefix("本年度工作已经完成。（") })
        let faces = Set(line.characters.map { $0.font.contains("Kai") })
        #expect(faces == [true, false])
        for pair in ["。（", "，（"] {
            let found = try #require(line.text.firstRange(of: pair))
            let start = line.text.distance(from: line.text.startIndex, to: found.lowerBound)
            let distance = line.characters[start + 1].cellLeft - line.characters[start].cellLeft
            #expect(abs(distance - GB9704.cell / 2) < 0.05, "\(pair)")
        }
    }

    @Test("Where a line is squeezed, a mark gives up its blank half at most: no ink's half lies on another")
    func squeeze() throws {
        var squeezed = 0
        for line in try mixed().flatMap(\.lines) {
            for (character, next) in zip(line.characters, line.characters.dropFirst()) {
                let gap = next.inkLeft - character.inkRight
                #expect(gap > -0.025 * GB9704.cell, "\(character.text)\(next.text) in \(line.text)")
                if Marks.halfAtLineEnd.contains(character.text), gap < 0.45 * GB9704.cell { squeezed += 1 }
            }
        }
        #expect(squeezed > 28)
    }

    @Test("No line is drawn apart by more than a quarter of a character")
    func looseness() throws {
        // A line that is nearly all address has no gaps to share its lack.
        let lines =
            try mixed().flatMap(\.lines) + addresses().flatMap(\.lines).filter { $0.text.count { !$0.isASCII } > 10 }
        for line in lines {
            for (character, next) in zip(line.characters, line.characters.dropFirst()) {
                let blanks = [Marks.halfAtLineEnd.contains(character.text), Marks.opening.contains(next.text)].count {
                    $0
                }
                let gap = next.inkLeft - character.inkRight - Double(blanks) * GB9704.cell / 2
                #expect(gap < GB9704.cell / 4, "\(character.text)\(next.text) in \(line.text)")
            }
        }
    }

    @Test("The last line of a paragraph has two characters at least")
    func lastLines() throws {
        for paragraph in try mixed() + addresses() {
            let last = try #require(paragraph.lines.last)
            #expect(last.text.count { $0.isLetter || $0.isNumber } >= 2, "\(last.text)")
        }
    }

    @Test("An address is parted at its joints, or four letters from the edges of a long part; no hyphen is added")
    func parting() throws {
        var count = 0
        for paragraph in try addresses() {
            let characters = Array(paragraph.text)
            for end in paragraph.ends where characters[end - 1].isASCII && characters[end].isASCII {
                count += 1
                let isJoint = "/.-_@".contains(characters[end - 1]) || ".@".contains(characters[end])
                let isInside = characters[end - 4..<end + 4].allSatisfy(\.isLetter)
                #expect(
                    isJoint || isInside,
                    "\(String(characters[..<end].suffix(12)))|\(String(characters[end...].prefix(12)))")
            }
        }
        #expect(count > 28)
    }
}
