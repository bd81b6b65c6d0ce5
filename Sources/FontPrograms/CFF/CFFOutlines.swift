/// Glyphs of a CFF font, each freed of subroutines and compressed once, to be joined in fonts of a few of them.
final class CFFOutlines {
    private let table: CFFTable
    private let code: LiteralCode
    private var pieces: [Piece?]

    private struct Piece {
        var charString: JoinablePiece
        var fontDict: Int
    }

    /// Nil where the font has no such outlines, or they are damaged.
    init?(_ tables: FontTables) {
        guard !tables.cff.isEmpty, let table = CFFTable(tables.cff) else { return nil }
        self.table = table
        let count = table.charStrings.count
        code = LiteralCode(
            samples: stride(from: 0, to: count, by: max(1, count / 256)).compactMap { table.charStrings[$0] })
        pieces = Array(repeating: nil, count: count)
    }

    var count: Int { table.charStrings.count }

    /// Makes a glyph ready to be joined.
    /// - Returns: false where it is damaged.
    func prepare(_ glyph: Int) -> Bool {
        if pieces[glyph] != nil { return true }
        guard let fontDict = table.fontDict(of: glyph), let charString = table.charStrings[glyph],
            let flat = CharStringFlattener.flatten(
                charString, global: table.globalSubroutines, local: table.fontDicts[fontDict].subroutines)
        else { return false }
        pieces[glyph] = Piece(charString: JoinablePiece(flat, code: code), fontDict: fontDict)
        return true
    }

    /// A font of these glyphs, whose CIDs count from 0, compressed for FlateDecode.
    /// - Parameter chosen: all of them prepared.
    func font(of chosen: [Int], name: String) -> EmbeddedFont {
        let pieces = chosen.compactMap { self.pieces[$0] }
        precondition(pieces.count == chosen.count, "glyphs are prepared before they are drawn")
        let lengths = pieces.map(\.charString.length)
        let head = CFFWriter.head(name: name, table: table, fontDicts: pieces.map(\.fontDict), lengths: lengths)
        return EmbeddedFont(
            packed: JoinedStream.join(head: head, pieces.map(\.charString), code: code),
            length: lengths.reduce(head.count, +))
    }
}
