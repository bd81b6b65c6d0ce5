/// What a PDF says of a font as a whole (ISO 32000-1 9.8), and the advance of each glyph. In units of the font.
public struct FontMetrics: Hashable, Sendable {
    public var unitsPerEm: Int
    /// Left, bottom, right, top.
    public var box: [Int]
    public var ascent: Int
    public var descent: Int
    /// In degrees, counter-clockwise.
    public var italicAngle: Int
    /// Of every glyph.
    public var advances: [UInt16]

    /// In thousandths of an em.
    public func thousandths(_ units: Int) -> Int {
        Int((Double(units) * 1000 / Double(unitsPerEm)).rounded())
    }

    /// Nil where a table is missing or damaged.
    init?(_ tables: FontTables) {
        guard let unitsPerEm = tables.head.number(at: 18, bytes: 2), (16...16_384).contains(unitsPerEm),
            let glyphs = tables.maxp.number(at: 4, bytes: 2), glyphs > 0,
            let ascent = tables.hhea.signed(at: 4), let descent = tables.hhea.signed(at: 6),
            let measured = tables.hhea.number(at: 34, bytes: 2), measured > 0, measured <= glyphs,
            tables.hmtx.count >= 4 * measured
        else { return nil }
        let box = [36, 38, 40, 42].compactMap { tables.head.signed(at: $0) }
        guard box.count == 4 else { return nil }
        self.unitsPerEm = unitsPerEm
        self.box = box
        self.ascent = ascent
        self.descent = descent
        italicAngle = tables.post.signed(at: 4) ?? 0
        // Glyphs after the last that is measured are as wide as it.
        advances = (0..<glyphs).map { glyph in
            UInt16(tables.hmtx.number(at: 4 * min(glyph, measured - 1), bytes: 2) ?? 0)
        }
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func signed(at offset: Int) -> Int? {
        number(at: offset, bytes: 2).map { Int(Int16(truncatingIfNeeded: $0)) }
    }
}
