/// Glyphs of a TrueType font, each compressed once, to be joined in fonts of a few of them.
final class TrueTypeOutlines {
    private let tables: FontTables
    private let glyphs: GlyphTable
    private let code: LiteralCode
    private var pieces: [Piece?]

    private enum Piece {
        case simple(JoinablePiece, sum: UInt32)
        /// Its description, and the parts that it is made of: their numbers are others in every font.
        case composite([UInt8], CompositeGlyph, height: Int)
        case damaged
    }

    /// How deep glyphs may be made of glyphs that are made of glyphs. Fonts say that they have one level or two.
    private static let deepest = 6

    /// Nil where the font has no such outlines, or they are damaged.
    init?(_ tables: FontTables) {
        guard let glyphs = GlyphTable(tables), tables.head.count >= 54, tables.hhea.count >= 36, tables.maxp.count >= 32
        else { return nil }
        self.tables = tables
        self.glyphs = glyphs
        code = LiteralCode(
            samples: stride(from: 0, to: glyphs.count, by: max(1, glyphs.count / 256)).compactMap { glyphs[$0] })
        pieces = Array(repeating: nil, count: glyphs.count)
    }

    var count: Int { glyphs.count }

    /// Makes a glyph, and all that it is made of, ready to be joined.
    /// - Returns: false where it is damaged.
    func prepare(_ glyph: Int) -> Bool { height(of: glyph) != nil }

    /// How many levels of components a glyph has, 0 for a simple one; nil where it is damaged, made of itself, or made
    /// too deep.
    private func height(of glyph: Int) -> Int? {
        guard (0..<count).contains(glyph) else { return nil }
        switch pieces[glyph] {
        case .simple: return 0
        case .composite(_, _, let height): return height
        case .damaged: return nil
        case nil: break
        }
        // Until it is known to be sound; so it is not made of itself.
        pieces[glyph] = .damaged
        guard let description = glyphs[glyph], let composite = CompositeGlyph(description) else { return nil }
        let padded = Array(description) + [UInt8](repeating: 0, count: -description.count & 3)
        guard !composite.components.isEmpty else {
            pieces[glyph] = .simple(JoinablePiece(padded, code: code), sum: TrueTypeFile.sum(padded))
            return 0
        }
        var height = 0
        for component in composite.components {
            guard let own = self.height(of: component.glyph), own < Self.deepest else { return nil }
            height = max(height, own + 1)
        }
        pieces[glyph] = .composite(padded, composite, height: height)
        return height
    }

    /// A font of these glyphs, which it numbers from 0, compressed for FlateDecode. Components that are not among them
    /// follow.
    /// - Parameter chosen: all of them prepared.
    func font(of chosen: [Int]) -> EmbeddedFont {
        let all = withComponents(chosen)
        // A component goes under the first number of its glyph.
        let numbers = Dictionary(zip(all, all.indices), uniquingKeysWith: { first, _ in first })
        var joined: [JoinablePiece] = []
        var offsets = [0]
        var sum: UInt32 = 0
        for glyph in all {
            switch pieces[glyph] {
            case .simple(let piece, let own):
                joined.append(piece)
                sum &+= own
            case .composite(var description, let composite, _):
                for component in composite.components {
                    let number = numbers[component.glyph] ?? 0
                    description[component.position] = UInt8(truncatingIfNeeded: number >> 8)
                    description[component.position + 1] = UInt8(truncatingIfNeeded: number)
                }
                joined.append(JoinablePiece(description, code: code))
                sum &+= TrueTypeFile.sum(description)
            case .damaged, nil: preconditionFailure("glyphs are prepared before they are drawn")
            }
            offsets.append((offsets.last ?? 0) + (joined.last?.length ?? 0))
        }
        let file = TrueTypeFile(tables, glyphs: all, offsets: offsets, sumOfGlyphs: sum)
        return EmbeddedFont(
            packed: JoinedStream.join(head: file.beforeGlyphs, joined, code: code),
            length: file.beforeGlyphs.count + (offsets.last ?? 0))
    }

    private func withComponents(_ chosen: [Int]) -> [Int] {
        var all = chosen
        var known = Set(chosen)
        var next = 0
        while next < all.count {
            if case .composite(_, let composite, _)? = pieces[all[next]] {
                all += composite.components.map(\.glyph).filter { known.insert($0).inserted }
            }
            next += 1
        }
        return all
    }
}
