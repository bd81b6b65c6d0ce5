/// A font from which documents take glyphs. What a glyph looks like is read, freed of subroutines and compressed once;
/// a document's font is then joined of such pieces by copying. Bound to one worker; its tables outlive it.
public final class FontProgram {
    /// Its PostScript name.
    public let name: String
    public let metrics: FontMetrics
    private let table: CFFTable
    private let code: LiteralCode
    /// Of each glyph that was asked for.
    private var pieces: [Piece?]

    private struct Piece {
        var charString: JoinablePiece
        var fontDict: Int
    }

    /// - Parameter name: the font's PostScript name.
    /// - Returns: nil where the font is not of CFF outlines, is damaged, or has no name that a PDF can bear.
    public init?(_ tables: FontTables, name: String) {
        guard !tables.cff.isEmpty, let table = CFFTable(tables.cff), let metrics = FontMetrics(tables),
            metrics.advances.count <= table.charStrings.count, FontProgram.isName(name)
        else { return nil }
        self.table = table
        self.metrics = metrics
        self.name = name
        code = FontProgram.code(for: table)
        pieces = Array(repeating: nil, count: metrics.advances.count)
        // Every font program begins with .notdef.
        guard prepare(0) else { return nil }
    }

    /// Glyphs are numbered from 0.
    public var glyphCount: Int { metrics.advances.count }

    /// Makes a glyph ready to be embedded.
    /// - Returns: whether it can be; a font with a glyph that cannot is to be embedded in another way.
    public func prepare(_ glyph: UInt32) -> Bool {
        guard glyph < glyphCount else { return false }
        if pieces[Int(glyph)] != nil { return true }
        guard let piece = piece(Int(glyph)) else { return false }
        pieces[Int(glyph)] = piece
        return true
    }

    /// The font program of these glyphs, whose CIDs are 1, 2, 3 …; as a PDF embeds it (CIDFontType0C), compressed for
    /// FlateDecode.
    /// - Parameters:
    ///   - glyphs: all of them prepared.
    ///   - name: the PostScript name with the subset's tag.
    public func subset(_ glyphs: [UInt32], name: String) -> [UInt8] {
        let chosen = ([0] + glyphs).compactMap { pieces[Int($0)] }
        precondition(chosen.count == glyphs.count + 1, "glyphs are prepared before they are drawn")
        let head = CFFWriter.head(
            name: name, table: table, fontDicts: chosen.map(\.fontDict), lengths: chosen.map(\.charString.length))
        return JoinedStream.join(head: head, chosen.map(\.charString), code: code)
    }

    /// As PostScript names are: up to 63 characters of ASCII, but for those that delimit.
    private static func isName(_ name: String) -> Bool {
        (1...63).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"[](){}<>/%#".utf8.contains($0) }
    }

    private func piece(_ glyph: Int) -> Piece? {
        guard let fontDict = table.fontDict(of: glyph), let charString = table.charStrings[glyph],
            let flat = CharStringFlattener.flatten(
                charString, global: table.globalSubroutines, local: table.fontDicts[fontDict].subroutines)
        else { return nil }
        return Piece(charString: JoinablePiece(flat, code: code), fontDict: fontDict)
    }

    /// From glyphs all over the font, so that it depends on nothing but the font.
    private static func code(for table: CFFTable) -> LiteralCode {
        var counts = [Int](repeating: 0, count: 256)
        for glyph in stride(from: 0, to: table.charStrings.count, by: max(1, table.charStrings.count / 256)) {
            for byte in table.charStrings[glyph] ?? UnsafeRawBufferPointer(start: nil, count: 0) {
                counts[Int(byte)] += 1
            }
        }
        return LiteralCode(counts: counts)
    }
}
