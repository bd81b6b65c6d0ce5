import Foundation
import TestSupport
import Testing

@testable import FontPrograms
@testable import PDFReading

@Suite("A subset of a TrueType font is a font again")
struct TrueTypeTests {
    private static let dejavu = Result {
        FontFileTables(try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")))
    }

    private static func composites(in table: GlyphTable) -> [Int] {
        (0..<table.count).filter { glyph in
            table[glyph].flatMap(CompositeGlyph.init)?.components.isEmpty == false
        }
    }

    @Test("Glyphs are as they were; those that are made of others find them under their new numbers")
    func glyphs() throws {
        try Self.dejavu.get().with { tables in
            let source = try #require(GlyphTable(tables))
            let composites = Self.composites(in: source)
            #expect(composites.count > 300)
            let chosen = [36, 37, 3] + composites.prefix(40) + [500]
            let program = try #require(FontProgram(tables, name: "DejaVuSans"))
            #expect(program.kind == .trueType && chosen.allSatisfy { program.prepare(UInt32($0)) })
            let embedded = program.subset(chosen.map { UInt32($0) }, name: "ABCDEF+DejaVuSans")
            let font = try Inflation.inflate(embedded.packed[...], limit: 1 << 22)
            #expect(font.count == embedded.length)
            try FontFileTables(font).with { subset in
                let own = try #require(GlyphTable(subset))
                // What they are made of has come along.
                #expect(own.count > chosen.count + 1)
                for (number, glyph) in ([0] + chosen).enumerated() {
                    try expectSame(number, in: own, glyph, in: source)
                }
                let metrics = try #require(FontMetrics(subset))
                #expect(
                    metrics.advances.prefix(4).elementsEqual(
                        ([0] + chosen).prefix(4).map {
                            program.metrics.advances[$0]
                        }))
            }
        }
    }

    private func expectSame(_ number: Int, in own: GlyphTable, _ glyph: Int, in source: GlyphTable) throws {
        let (copy, original) = (try #require(own[number]), try #require(source[glyph]))
        let components = try #require(CompositeGlyph(original)).components
        var expected = Array(original) + [UInt8](repeating: 0, count: -original.count & 3)
        for (new, old) in zip(try #require(CompositeGlyph(copy)).components, components) {
            try expectSame(new.glyph, in: own, old.glyph, in: source)
            expected.replaceSubrange(
                old.position..<old.position + 2, with: [UInt8(new.glyph >> 8), UInt8(new.glyph & 0xFF)])
        }
        #expect(copy.elementsEqual(expected))
    }

    @Test("Every checksum is right, that of the whole file too; the tables are in order")
    func checksums() throws {
        try Self.dejavu.get().with { tables in
            let program = try #require(FontProgram(tables, name: "DejaVuSans"))
            #expect((40..<90).allSatisfy { program.prepare($0) })
            let font = try Inflation.inflate(program.subset(Array(40..<90), name: "A").packed[...], limit: 1 << 22)
            #expect(TrueTypeFile.sum(font) == 0xB1B0_AFBA)
            let entries = font.withUnsafeBytes { font in
                stride(from: 12, to: 12 + 16 * (font.number(at: 4, bytes: 2) ?? 0), by: 16).map { entry in
                    (
                        tag: String(decoding: font[entry..<entry + 4], as: UTF8.self),
                        sum: font.number(at: entry + 4, bytes: 4) ?? 0,
                        start: font.number(at: entry + 8, bytes: 4) ?? 0,
                        length: font.number(at: entry + 12, bytes: 4) ?? 0
                    )
                }
            }
            #expect(entries.map(\.tag) == ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"])
            for entry in entries where entry.tag != "head" {
                #expect(TrueTypeFile.sum(Array(font[entry.start..<entry.start + entry.length])) == UInt32(entry.sum))
            }
        }
    }

    @Test("Glyphs that are made of themselves, or of what is not there, are refused; the others are not")
    func hostile() throws {
        let file = try Self.dejavu.get()
        let glyf = file.start(of: "glyf")
        let (composite, place, offset) = try file.with { tables in
            let source = try #require(GlyphTable(tables))
            let composite = try #require(Self.composites(in: source).first)
            let description = try #require(source[composite])
            let place = try #require(CompositeGlyph(description)?.components.first?.position)
            let offset = try #require(description.baseAddress) - (try #require(tables.glyf.baseAddress))
            return (composite, place, offset)
        }
        for number in [composite, 65_535] {
            file.with({ bytes in
                bytes[glyf + offset + place] = UInt8(number >> 8)
                bytes[glyf + offset + place + 1] = UInt8(number & 0xFF)
            }) { tables in
                let program = FontProgram(tables, name: "A")
                #expect(program?.prepare(UInt32(composite)) == false && program?.prepare(36) == true)
            }
        }
    }

    @Test("A damaged font is refused or read, and never read beyond its end")
    func damaged() throws {
        let file = try Self.dejavu.get()
        let places = ["glyf", "loca", "maxp", "head", "hmtx", "hhea"].map { file.start(of: $0) }
        var generator = SeededGenerator(seed: 2015)
        for _ in 0..<60 {
            file.with({ bytes in
                for _ in 0...generator.next(below: 8) {
                    let start = places[generator.next(below: places.count)]
                    bytes[min(bytes.count - 1, start + generator.next(below: 3000))] = UInt8(generator.next(below: 256))
                }
            }) { tables in
                guard let program = FontProgram(tables, name: "A") else { return }
                let glyphs = (0..<60).map { _ in UInt32(generator.next(below: 7000)) }.filter { program.prepare($0) }
                _ = program.subset(glyphs, name: "A")
            }
        }
    }
}
