/// A font from which documents take glyphs. What a glyph looks like is read and compressed once; a document's font is
/// then joined of such pieces by copying. Bound to one worker; its tables outlive it.
public final class FontProgram {
    /// What its outlines are of, and so how a PDF names it.
    public enum Kind: Sendable {
        case cff, trueType
    }

    /// Its PostScript name.
    public let name: String
    public let metrics: FontMetrics
    private let outlines: Outlines

    private enum Outlines {
        case cff(CFFOutlines)
        case trueType(TrueTypeOutlines)
    }

    /// - Parameter name: the font's PostScript name.
    /// - Returns: nil where the font has no outlines of either kind, is damaged, or has no name that a PDF can bear.
    public init?(_ tables: FontTables, name: String) {
        guard let metrics = FontMetrics(tables), FontProgram.isName(name) else { return nil }
        let count: Int
        if let cff = CFFOutlines(tables) {
            (outlines, count) = (.cff(cff), cff.count)
        } else if let trueType = TrueTypeOutlines(tables) {
            (outlines, count) = (.trueType(trueType), trueType.count)
        } else {
            return nil
        }
        self.metrics = metrics
        self.name = name
        // Every font program begins with .notdef.
        guard metrics.advances.count <= count, prepare(0) else { return nil }
    }

    public var kind: Kind {
        switch outlines {
        case .cff: .cff
        case .trueType: .trueType
        }
    }

    /// Glyphs are numbered from 0.
    public var glyphCount: Int { metrics.advances.count }

    /// Makes a glyph ready to be embedded.
    /// - Returns: whether it can be; a font with a glyph that cannot is to be embedded in another way.
    public func prepare(_ glyph: UInt32) -> Bool {
        guard glyph < glyphCount else { return false }
        return switch outlines {
        case .cff(let outlines): outlines.prepare(Int(glyph))
        case .trueType(let outlines): outlines.prepare(Int(glyph))
        }
    }

    /// The font program of these glyphs, whose CIDs are 1, 2, 3 …; as a PDF embeds it (ISO 32000-1 9.9).
    /// - Parameters:
    ///   - glyphs: all of them prepared.
    ///   - name: the PostScript name with the subset's tag.
    public func subset(_ glyphs: [UInt32], name: String) -> EmbeddedFont {
        let chosen = [0] + glyphs.map { Int($0) }
        return switch outlines {
        case .cff(let outlines): outlines.font(of: chosen, name: name)
        case .trueType(let outlines): outlines.font(of: chosen)
        }
    }

    /// As PostScript names are: up to 63 characters of ASCII, but for those that delimit.
    private static func isName(_ name: String) -> Bool {
        (1...63).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"[](){}<>/%#".utf8.contains($0) }
    }
}

/// A font program as it goes into a PDF.
public struct EmbeddedFont: Hashable, Sendable {
    /// Compressed for FlateDecode.
    public var packed: [UInt8]
    /// How many bytes it is without that.
    public var length: Int
}
