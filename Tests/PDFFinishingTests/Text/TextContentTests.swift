import Foundation
import TestSupport
import Testing
import Typesetting

@testable import PDFFinishing

@Suite("Text as operators of a page's content")
struct TextContentTests {
    private static let upright = Point(x: 0, y: 842)

    /// Glyphs an em wide, in the order of their codes.
    private static func line(_ places: [Double], font: Int = 0, size: Double = 16, y: Double = 100) -> TextContent.Line
    {
        let glyphs = places.enumerated().map { index, x in
            (x: x, code: FontAccount.Code(copy: 0, number: UInt16(index + 1), width: 1000))
        }
        return TextContent.Line(font: font, size: size, y: y, glyphs: glyphs)
    }

    private static func operators(_ build: (inout TextContent) -> Void) -> [String] {
        var content = TextContent(corner: upright, palette: .screen)
        build(&content)
        return String(decoding: content.text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("A line that is evenly spaced is one string; its spacing is said once and kept")
    func spacing() {
        let told = Self.operators { content in
            content.beginMark(3)
            content.show(Self.line([72, 87.793, 103.586, 119.379]), ink: .black)
            content.show(Self.line([72, 87.793], y: 129.612), ink: .black)
            content.append("EMC\n")
        }
        #expect(
            told == [
                "0 g", "/Span<</MCID 3>>BDC", "BT", "72 742 Td", "/F0 16 Tf", "-0.207 Tc", "[<0001000200030004>]TJ",
                "0 -29.612 Td", "[<00010002>]TJ", "ET", "EMC",
            ])
    }

    @Test("What stands apart is moved by thousandths of an em")
    func steps() {
        let told = Self.operators { $0.show(Self.line([100, 116, 140, 156]), ink: .black) }
        #expect(told.suffix(2) == ["8 Tc", "[<0001>500<00020003>500<0004>]TJ"])
    }

    @Test("Seals and stamps are red, and what follows them black again")
    func ink() {
        let told = Self.operators { content in
            content.show(Self.line([100]), ink: .red)
            content.show(Self.line([100], y: 120), ink: .black)
        }
        #expect(told.filter { $0.hasSuffix("g") } == ["0 g", "1 0 0 rg", "0 g"])
        #expect(told.filter { $0.hasSuffix("Tf") }.count == 1)
    }

    @Test("Glyphs that say something together carry it as replacement text")
    func together() {
        let told = Self.operators { content in
            content.beginActualText("ffi")
            content.show(Self.line([10, 20]), ink: .black)
            content.append("EMC\n")
        }
        #expect(told.contains("/Span<</ActualText<FEFF006600660069>>>BDC") && told.last == "EMC")
    }

    @Test("Wherever glyphs stand, readers find them there, to half a thousandth of an em")
    func places() throws {
        var generator = SeededGenerator(seed: 9704)
        for _ in 0..<200 {
            var content = TextContent(corner: Point(x: 24, y: 866), palette: .screen)
            var expected: [Point] = []
            for row in 0...generator.next(below: 5) {
                var x = Double(generator.next(below: 400_000)) / 1000
                let line = Self.line(
                    (0...generator.next(below: 30)).map { _ in
                        defer { x += 12 + Double(generator.next(below: 9_000)) / 1000 }
                        return x
                    }, size: [10.5, 16, 22][generator.next(below: 3)], y: 40 + 29.612 * Double(row))
                expected += line.glyphs.map { Point(x: 24 + $0.x, y: 866 - line.y) }
                content.show(line, ink: .black)
            }
            let read = try Reader(String(decoding: content.text.bytes, as: UTF8.self)).places
            try #require(read.count == expected.count)
            for (glyph, place) in zip(read, expected) {
                #expect(abs(glyph.x - place.x) < 0.0012 + 0.011 && abs(glyph.y - place.y) < 0.001)
            }
        }
    }
}

/// Reads the operators as ISO 32000-1 9.4 has them.
private struct Reader {
    var places: [Point] = []

    init(_ content: String) throws {
        var (line, pen, size, spacing) = (Point(x: 0, y: 0), 0.0, 0.0, 0.0)
        for row in content.split(separator: "\n") {
            let words = row.split(separator: " ")
            let numbers = words.compactMap { Double($0) }
            switch words.last {
            case "BT": line = Point(x: 0, y: 0)
            case "Td":
                line = Point(x: line.x + numbers[0], y: line.y + numbers[1])
                pen = line.x
            case "Tf": size = try #require(numbers.first)
            case "Tc": spacing = try #require(numbers.first)
            default:
                guard row.hasSuffix("]TJ") else { continue }
                for part in row.dropFirst().dropLast(3).split(separator: "<").flatMap({ $0.split(separator: ">") }) {
                    if part.count % 4 == 0, part.allSatisfy(\.isHexDigit), !row.contains(">\(part)<") {
                        for _ in 0..<part.count / 4 {
                            places.append(Point(x: pen, y: line.y))
                            pen += size + spacing
                        }
                    } else {
                        pen -= try #require(Double(part)) * size / 1000
                    }
                }
            }
        }
    }
}
