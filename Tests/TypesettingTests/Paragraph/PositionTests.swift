import ReportForms
import ReportModel
import Testing

@testable import Typesetting

/// Glyph origins in ems. The ink of an opening mark is in the right half of its glyph, that of the others in the left:
/// a mark that loses its left half stands half an em further left.
@Suite("Where the characters of a line stand")
struct PositionTests {
    @Test("A full line of Han characters keeps the grid: 28 cells")
    func grid() throws {
        let text = String(repeating: "依法公开政府信息", count: 7)
        for line in try lines(text).dropLast() {
            let xs = line.runs.flatMap { $0.glyphs.glyphs.map(\.x) }
            #expect(xs == (0..<28).map { 10 * Double($0) })
        }
    }

    @Test("Two marks that meet take a cell and a half")
    func adjacentMarks() throws {
        #expect(try positions("甲。”乙") == "甲0 。1 ”1.5 乙2.5")
        #expect(try positions("甲：“乙") == "甲0 ：1 “1.5 乙2.5")
        #expect(try positions("“《甲") == "“0 《0.5 甲1.5")
        #expect(try positions("甲）、乙") == "甲0 ）1 、1.5 乙2.5")
        #expect(try positions("甲”，“乙") == "甲0 ”1 ，1.5 “2 乙3")
        #expect(try positions("甲？！乙") == "甲0 ？1 ！1.5 乙2.5")
    }

    @Test("Marks squeeze across a change of face and size, as 。（ between 仿宋 and 楷体")
    func changeOfFace() throws {
        let setter = ParagraphSetter(shaper: FakeShaper(), settings: CharacterSettings())
        let spans = [
            TextSpan("完成。", TextStyle(face: "body", size: 10)),
            TextSpan("（一）", TextStyle(face: "subheading", size: 10)),
        ]
        let line = try #require(try setter.set(spans, ParagraphShape(width: 280)).lines.first)
        #expect(line.positions(em: 10) == "完0 成1 。2 〈楷〉 （2.5 一3.5 ）4.5")
        #expect(line.runs.map(\.span) == [0, 1])
    }

    @Test(
        "A mark at the end of a line takes half a cell and its ink is flush; an opening one at the start gives up its left half"
    )
    func edges() throws {
        let end = try lines("甲乙丙丁，戊己庚辛壬", width: 4.5)
        #expect(end.map(\.text) == ["甲乙丙丁，", "戊己庚辛", "壬"] || end[0].text == "甲乙丙丁，")
        #expect(end[0].positions(em: 10) == "甲0 乙1 丙2 丁3 ，4")
        #expect(end[0].width == 45)
        let start = try lines("甲乙丙丁戊（己庚辛）壬癸", width: 5)
        #expect(start[1].positions(em: 10).hasPrefix("（-0.5 己0.5"))
        #expect(try lines("（甲乙）丙丁", width: 10)[0].positions(em: 10).hasPrefix("（0 甲1"))
    }

    @Test("Interpunct and solidus take half a cell")
    func halfWidthMarks() throws {
        #expect(try positions("甲·乙") == "甲0 ·0.75 乙1.5")
        #expect(try positions("甲／乙") == "甲0 ／0.75 乙1.5")
    }

    @Test("全角, 开明 and 半角")
    func styles() throws {
        func set(_ style: PunctuationStyle) throws -> String {
            try positions("甲，（乙）丙。丁", settings: CharacterSettings(punctuation: style))
        }
        #expect(try set(.fullWidth) == "甲0 ，1 （1.5 乙2.5 ）3.5 丙4.5 。5.5 丁6.5")
        #expect(try set(.kaiming) == "甲0 ，1 （1 乙2 ）3 丙3.5 。4.5 丁5.5")
        #expect(try set(.halfWidth) == "甲0 ，1 （1 乙2 ）3 丙3.5 。4.5 丁5")
    }

    @Test("Brackets are squeezed before commas, commas before full stops; a class as a whole")
    func orderOfSqueeze() throws {
        // 13 cells into 12.5: the brackets give it up, a quarter each.
        #expect(
            try positions("甲（乙）丙，丁。戊己庚辛壬癸子丑寅卯", width: 12.5)
                == "甲0 （0.75 乙1.75 ）2.75 丙3.5 ，4.5 丁5.5 。6.5 戊7.5 己8.5 庚9.5 辛10.5 壬11.5")
        // 10 cells into 9.75: the comma gives it up, the full stop nothing.
        #expect(
            try positions("甲，乙。丙丁戊己庚辛壬癸子丑", width: 9.75)
                == "甲0 ，1 乙1.75 。2.75 丙3.75 丁4.75 戊5.75 己6.75 庚7.75 辛8.75")
    }

    @Test("What is to be stretched: first the boundary of Han and digits, then all gaps alike, never a number's digits")
    func orderOfStretch() throws {
        let text = "甲乙12丙丁戊己庚辛壬癸"
        // One eighth of an em at each boundary is enough.
        #expect(
            try positions(text, width: 5.25).hasPrefix("甲0 乙1 12.125 22.625 丙3.25 丁4.25"))
        let wide = try lines("甲12乙丙丁戊己庚", width: 4.5, alignment: .justified)[0]
        #expect(wide.positions(em: 10).hasPrefix("甲0 1"))
        let digits = wide.runs.flatMap(\.glyphs.glyphs)
        #expect(abs(digits[2].x - digits[1].x - 5) < 1e-9)
    }

    @Test("Spacing of Han and Latin: a quarter em, none beside marks and at the edges of a line")
    func quarterEm() throws {
        let settings = CharacterSettings(hanLatinGap: .fixed(0.25))
        #expect(try positions("甲12乙，34。", settings: settings) == "甲0 11.25 21.75 乙2.5 ，3.5 34.5 45 。5.5")
    }

    @Test("Spacing on the grid: a Latin run and its gaps fill whole cells")
    func gridGap() throws {
        let settings = CharacterSettings(hanLatinGap: .grid)
        #expect(try positions("甲160乙", settings: settings) == "甲0 11.25 61.75 02.25 乙3")
        #expect(try positions("甲2022乙", settings: settings) == "甲0 21 01.5 22 22.5 乙3")
        #expect(try positions("，160乙", settings: settings) == "，0 11 61.5 02 乙3")
    }

    @Test("A hanging full stop is outside the measure, the characters before it fill it")
    func hanging() throws {
        let line = try lines("甲乙丙丁戊。己庚辛壬癸", width: 5, settings: CharacterSettings(hangs: true))[0]
        #expect(line.positions(em: 10) == "甲0 乙1 丙2 丁3 戊4 。5")
        #expect(line.width == 50)
    }

    @Test("Underline, dots and raised numbers")
    func marks() throws {
        var underlined = TextStyle(face: "body", size: 10)
        underlined.decoration = .underline
        var dotted = TextStyle(face: "body", size: 10)
        dotted.decoration = .dots
        let raised = TextStyle(face: "body", size: 6, rise: 3)
        let spans = [
            TextSpan("甲", TextStyle(face: "body", size: 10)), TextSpan("乙丙", underlined), TextSpan("丁，戊", dotted),
            TextSpan("①", raised, role: .noteReference(1)),
        ]
        let setter = ParagraphSetter(shaper: FakeShaper(), settings: CharacterSettings())
        let line = try #require(try setter.set(spans, ParagraphShape(width: 280)).lines.first)
        #expect(line.notes == [1])
        #expect(line.runs.last?.glyphs.glyphs.first?.y == -3)
        let rules = line.ornaments.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
        #expect(rules.map { [$0.from.x, $0.to.x] } == [[10, 30]])
        // A dot below each character, none below the mark.
        #expect(line.ornaments.count == 1 + 2)
    }
}
