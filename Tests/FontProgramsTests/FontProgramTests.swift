import Foundation
import TestSupport
import Testing

@testable import FontPrograms
@testable import PDFReading

@Suite("A subset holds the glyphs that were asked for, and what they need")
struct FontProgramTests {
    private static let song = Result { try FontFileTables("FandolSong-Regular.otf") }

    @Test("A subset is a font again: its glyphs are the source’s, its widths and hints too")
    func subset() throws {
        try Self.song.get().with { tables in
            let program = try #require(FontProgram(tables, name: "FandolSong-Regular"))
            let glyphs: [UInt32] = [700, 3, 4000, 5, 10_000]
            #expect(glyphs.allSatisfy(program.prepare))
            let packed = program.subset(glyphs, name: "ABCDEF+FandolSong-Regular")
            let font = try Inflation.inflate(packed.packed[...], limit: 1 << 20)
            try font.withUnsafeBytes { font in
                let subset = try #require(CFFTable(font))
                let source = try #require(CFFTable(tables.cff))
                #expect(subset.charStrings.count == glyphs.count + 1)
                for (cid, glyph) in ([0] + glyphs).enumerated() {
                    // Fandol has no subroutines: its charstrings are as they were.
                    let own = try #require(subset.charStrings[cid])
                    let original = try #require(source.charStrings[Int(glyph)])
                    #expect(own.elementsEqual(original))
                }
                #expect(subset.fontDicts.count == 1)
                let entries = [subset, source].map { table in
                    table.fontDicts[0].privateEntries.map { Array($0.bytes) + [UInt8(truncatingIfNeeded: $0.key.code)] }
                }
                #expect(entries[0] == entries[1])
            }
        }
    }

    @Test("The bytes of a subset depend on nothing that was asked for before")
    func independent() throws {
        try Self.song.get().with { tables in
            let (first, second) = (FontProgram(tables, name: "A"), FontProgram(tables, name: "A"))
            let (fresh, used) = (try #require(first), try #require(second))
            #expect((1...200).allSatisfy { used.prepare($0) })
            #expect([9, 8].allSatisfy { fresh.prepare($0) } && used.prepare(9))
            #expect(fresh.subset([9, 8], name: "B") == used.subset([9, 8], name: "B"))
        }
    }

    @Test("A glyph that is not there, and a name that a PDF cannot bear, are refused")
    func refused() throws {
        try Self.song.get().with { tables in
            #expect(FontProgram(tables, name: "A")?.prepare(65_535) == false)
            for name in ["", "a b", "a/b", "宋体", String(repeating: "a", count: 64)] {
                #expect(FontProgram(tables, name: name) == nil)
            }
        }
    }

    @Test("A damaged font is refused or read, and never read beyond its end")
    func damaged() throws {
        let file = try Self.song.get()
        let cff = file.start(of: "CFF ")
        var generator = SeededGenerator(seed: 2_015_07)
        for _ in 0..<150 {
            file.with({ bytes in
                for _ in 0...generator.next(below: 6) {
                    // The dicts and the beginnings of the INDEXes are near the beginning; the tables are at the front.
                    let place =
                        generator.next(below: 2) == 0 ? generator.next(below: 300) : cff + generator.next(below: 3000)
                    bytes[place] = UInt8(generator.next(below: 256))
                }
            }) { tables in
                guard let program = FontProgram(tables, name: "A") else { return }
                let glyphs = (0..<20).map { _ in UInt32(generator.next(below: 70_000)) }.filter { program.prepare($0) }
                _ = program.subset(glyphs, name: "A")
            }
        }
    }
}
