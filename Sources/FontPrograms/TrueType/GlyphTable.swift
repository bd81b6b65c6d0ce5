/// The outlines of a TrueType font: its tables glyf and loca (ISO/IEC 14496-22, 5.3). Every access is checked, since
/// fonts come from anywhere.
struct GlyphTable {
    let count: Int
    private let glyf: UnsafeRawBufferPointer
    private let loca: UnsafeRawBufferPointer
    private let hasLongOffsets: Bool

    /// Nil where the font has none, or they are not of as many glyphs as it says.
    init?(_ tables: FontTables) {
        guard let count = tables.maxp.number(at: 4, bytes: 2), let format = tables.head.number(at: 50, bytes: 2),
            format <= 1, !tables.glyf.isEmpty, tables.loca.count >= (count + 1) * (format == 1 ? 4 : 2)
        else { return nil }
        self.count = count
        glyf = tables.glyf
        loca = tables.loca
        hasLongOffsets = format == 1
    }

    /// A glyph's description, empty where it shows nothing; nil where there is none, or it is damaged.
    subscript(_ glyph: Int) -> UnsafeRawBufferPointer? {
        guard (0..<count).contains(glyph), let start = offset(glyph), let end = offset(glyph + 1), start <= end,
            end <= glyf.count, start == end || end - start >= 10
        else { return nil }
        return UnsafeRawBufferPointer(rebasing: glyf[start..<end])
    }

    private func offset(_ index: Int) -> Int? {
        hasLongOffsets ? loca.number(at: 4 * index, bytes: 4) : loca.number(at: 2 * index, bytes: 2).map { 2 * $0 }
    }
}

/// A glyph that is made of others.
struct CompositeGlyph {
    /// The components, and where in the description the number of each stands.
    let components: [(glyph: Int, position: Int)]

    /// - Returns: nil where the description ends too early. One of a simple glyph has no components.
    init?(_ description: UnsafeRawBufferPointer) {
        guard let contours = description.number(at: 0, bytes: 2), contours >= 0x8000 else {
            components = []
            return
        }
        var components: [(Int, Int)] = []
        var position = 10
        while true {
            guard let flags = description.number(at: position, bytes: 2),
                let glyph = description.number(at: position + 2, bytes: 2)
            else { return nil }
            components.append((glyph, position + 2))
            // Two arguments of a byte or a word; then a scale, two, or a matrix (table 5.3.3.2).
            position += 4 + (flags & 0x1 != 0 ? 4 : 2)
            position += flags & 0x8 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
            guard position <= description.count else { return nil }
            if flags & 0x20 == 0 { break }
        }
        self.components = components
    }
}
