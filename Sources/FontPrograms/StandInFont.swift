/// A TrueType font with the glyphs' numbers and advances of another, in which every glyph is the same triangle. Drawn
/// with it, pages come out as with the other, and without the cost of its outlines.
public enum StandInFont {
    /// - Parameter name: PostScript name, in ASCII.
    public static func make(_ metrics: FontMetrics, name: String) -> [UInt8] {
        let glyphs = metrics.advances.count
        let outline = triangle(unitsPerEm: metrics.unitsPerEm)
        let glyf = [UInt8](unsafeUninitializedCapacity: glyphs * outline.count) { buffer, count in
            for start in stride(from: 0, to: glyphs * outline.count, by: outline.count) {
                _ = buffer[start...].update(fromContentsOf: outline)
            }
            count = glyphs * outline.count
        }
        var loca: [UInt8] = []
        var hmtx: [UInt8] = []
        loca.reserveCapacity(4 * glyphs + 4)
        hmtx.reserveCapacity(4 * glyphs)
        for (glyph, advance) in metrics.advances.enumerated() {
            append(glyph * outline.count, size: 4, to: &loca)
            append(Int(advance) << 16, size: 4, to: &hmtx)
        }
        append(glyphs * outline.count, size: 4, to: &loca)
        return file([
            ("glyf", glyf), ("head", head(metrics)), ("hhea", hhea(metrics)), ("hmtx", hmtx), ("loca", loca),
            ("maxp", maxp(glyphs)), ("name", self.name(name)),
        ])
    }

    /// As large as a glyph may be, so that nothing drawn with it is taken for blank or off the page.
    private static func triangle(unitsPerEm em: Int) -> [UInt8] {
        let (bottom, top) = (-em / 5, em)
        var outline = [1, 0, bottom, em, top].flatMap(bytes16)
        // The last point of the only contour, no instructions, three points on the curve.
        outline += bytes16(2) + bytes16(0) + [1, 1, 1]
        outline += [0, em, -em / 2].flatMap(bytes16) + [bottom, 0, top - bottom].flatMap(bytes16)
        return outline + [UInt8](repeating: 0, count: -outline.count & 3)
    }

    private static func head(_ metrics: FontMetrics) -> [UInt8] {
        bytes32(0x0001_0000) + bytes32(0) + bytes32(0) + bytes32(0x5F0F_3CF5) + bytes16(0)
            + bytes16(metrics.unitsPerEm) + [UInt8](repeating: 0, count: 16) + metrics.box.flatMap(bytes16)
            // No style; of any size; left to right; offsets of four bytes.
            + [0, 1, 2, 1, 0].flatMap(bytes16)
    }

    private static func hhea(_ metrics: FontMetrics) -> [UInt8] {
        bytes32(0x0001_0000) + [metrics.ascent, metrics.descent, 0].flatMap(bytes16)
            + bytes16(Int(metrics.advances.max() ?? 0)) + [UInt8](repeating: 0, count: 22)
            + bytes16(metrics.advances.count)
    }

    private static func maxp(_ glyphs: Int) -> [UInt8] {
        bytes32(0x0001_0000) + bytes16(glyphs) + [3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].flatMap(bytes16)
    }

    /// The PostScript name, for Macintosh.
    private static func name(_ name: String) -> [UInt8] {
        [0, 1, 18, 1, 0, 0, 6, name.utf8.count, 0].flatMap(bytes16) + Array(name.utf8)
    }

    /// - Parameter tables: by ascending tags.
    private static func file(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
        // Version, then the number of tables, and what a search by halves would begin with.
        var file = bytes32(0x0001_0000) + [tables.count, 64, 2, 16 * tables.count - 64].flatMap(bytes16)
        var offset = 12 + 16 * tables.count
        for table in tables {
            file += Array(table.tag.utf8) + bytes32(0) + bytes32(offset) + bytes32(table.bytes.count)
            offset += (table.bytes.count + 3) & ~3
        }
        file.reserveCapacity(offset)
        for table in tables { file += table.bytes + [UInt8](repeating: 0, count: -table.bytes.count & 3) }
        return file
    }

    private static func bytes16(_ number: Int) -> [UInt8] { bytes(number, size: 2) }
    private static func bytes32(_ number: Int) -> [UInt8] { bytes(number, size: 4) }

    private static func bytes(_ number: Int, size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        append(number, size: size, to: &bytes)
        return bytes
    }

    private static func append(_ number: Int, size: Int, to bytes: inout [UInt8]) {
        for shift in stride(from: 8 * (size - 1), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
