/// A font from which documents take glyphs. What a glyph looks like is read, freed of subroutines and compressed once;
/// a document's font is then joined of such pieces by copying. Bound to one worker; its tables outlive it.
public final class FontProgram {
    /// Its PostScript name.
    public let name: String
    public let metrics: FontMetrics
    private let table: CFFTable
    private let code: LiteralCode
    private var pieces: [UInt32: Piece] = [:]

    private struct Piece {
        var charString: JoinablePiece
        var fontDict: Int
    }

    /// Nil where the font is not of CFF outlines, or damaged.
    public init?(_ tables: FontTables) {
        guard !tables.cff.isEmpty, let table = CFFTable(tables.cff), let metrics = FontMetrics(tables),
            metrics.advances.count <= table.charStrings.count, let name = CFFTable.name(tables.cff)
        else { return nil }
        self.table = table
        self.metrics = metrics
        self.name = name
        code = FontProgram.code(for: table)
        // Every font program begins with .notdef.
        guard prepare([0]) else { return nil }
    }

    /// Makes glyphs ready to be embedded.
    /// - Returns: whether all can be; a font with one that cannot is to be embedded in another way.
    public func prepare(_ glyphs: some Sequence<UInt32>) -> Bool {
        for glyph in glyphs where pieces[glyph] == nil {
            guard let piece = piece(Int(glyph)) else { return false }
            pieces[glyph] = piece
        }
        return true
    }

    /// The font program of these glyphs, whose CIDs are 1, 2, 3 …; as a PDF embeds it (CIDFontType0C), compressed for
    /// FlateDecode.
    /// - Parameters:
    ///   - glyphs: all of them prepared.
    ///   - name: the PostScript name with the subset's tag.
    public func subset(_ glyphs: [UInt32], name: String) -> [UInt8] {
        let chosen = ([0] + glyphs).compactMap { pieces[$0] }
        precondition(chosen.count == glyphs.count + 1, "glyphs are prepared before they are drawn")
        let head = CFFWriter.head(
            name: name, table: table, fontDicts: chosen.map(\.fontDict), lengths: chosen.map(\.charString.length))
        return JoinedStream.join(head: head, chosen.map(\.charString), code: code)
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
