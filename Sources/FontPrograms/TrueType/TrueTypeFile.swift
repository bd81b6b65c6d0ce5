/// A TrueType font (ISO/IEC 14496-22) as PDF embeds it (ISO 32000-1 9.9), but for its glyphs, which come last.
struct TrueTypeFile {
    /// Everything that stands before the glyphs.
    let beforeGlyphs: [UInt8]

    /// - Parameters:
    ///   - tables: of the source.
    ///   - glyphs: the source's numbers of the glyphs, in their new order.
    ///   - offsets: where each of them begins, and where the last ends.
    ///   - sum: the checksum of all of them.
    init(_ tables: FontTables, glyphs: [Int], offsets: [Int], sumOfGlyphs sum: UInt32) {
        var parts: [(tag: StaticString, bytes: [UInt8])] = [
            ("cvt ", Array(tables.cvt)), ("fpgm", Array(tables.fpgm)),
            ("head", TrueTypeFile.head(tables)), ("hhea", TrueTypeFile.hhea(tables, count: glyphs.count)),
            ("hmtx", TrueTypeFile.hmtx(tables, glyphs)), ("loca", offsets.flatMap(TrueTypeFile.bytes32)),
            ("maxp", TrueTypeFile.maxp(tables, count: glyphs.count)), ("prep", Array(tables.prep)),
        ]
        // What instructions glyphs have need these; a font without instructions has none.
        parts.removeAll { $0.bytes.isEmpty }
        let count = parts.count + 1
        var offset = 12 + 16 * count
        let search = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
        var directory =
            TrueTypeFile.bytes32(0x0001_0000)
            + [count, 16 * search, search.trailingZeroBitCount, 16 * (count - search)].flatMap(TrueTypeFile.bytes16)
        // Entries by their tags: glyf stands after fpgm and before head.
        var entries: [(tag: StaticString, sum: UInt32, offset: Int, length: Int)] = []
        for part in parts {
            entries.append((part.tag, TrueTypeFile.sum(part.bytes), offset, part.bytes.count))
            offset += (part.bytes.count + 3) & ~3
        }
        entries.append(("glyf", sum, offset, offsets.last ?? 0))
        for entry in entries.sorted(by: { "\($0.tag)" < "\($1.tag)" }) {
            directory += Array("\(entry.tag)".utf8) + TrueTypeFile.bytes32(Int(entry.sum))
            directory += TrueTypeFile.bytes32(entry.offset) + TrueTypeFile.bytes32(entry.length)
        }
        let whole = entries.reduce(TrueTypeFile.sum(directory)) { $0 &+ $1.sum }
        var bytes = directory
        for (part, entry) in zip(parts, entries) {
            bytes += part.bytes + [UInt8](repeating: 0, count: -part.bytes.count & 3)
            if "\(part.tag)" == "head" {
                // The one number that no sum counts (5.2.2).
                bytes.replaceSubrange(
                    (entry.offset + 8)..<(entry.offset + 12),
                    with: TrueTypeFile.bytes32(Int(0xB1B0_AFBA &- whole)))
            }
        }
        beforeGlyphs = bytes
    }

    /// Of 32-bit words; what is missing of the last is zero.
    static func sum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for (index, byte) in bytes.enumerated() { sum &+= UInt32(byte) << UInt32(24 - 8 * (index % 4)) }
        return sum
    }

    private static func head(_ tables: FontTables) -> [UInt8] {
        var head = Array(tables.head.prefix(54))
        head.replaceSubrange(8..<12, with: [0, 0, 0, 0])
        head.replaceSubrange(50..<52, with: [0, 1])
        return head
    }

    /// Every glyph has its own advance.
    private static func hhea(_ tables: FontTables, count: Int) -> [UInt8] {
        var hhea = Array(tables.hhea.prefix(36))
        hhea.replaceSubrange(34..<36, with: bytes16(count))
        return hhea
    }

    private static func maxp(_ tables: FontTables, count: Int) -> [UInt8] {
        var maxp = Array(tables.maxp.prefix(32))
        maxp.replaceSubrange(4..<6, with: bytes16(count))
        return maxp
    }

    /// Advance and left side bearing of each glyph; those after the last that is measured have its advance.
    private static func hmtx(_ tables: FontTables, _ glyphs: [Int]) -> [UInt8] {
        let measured = max(1, tables.hhea.number(at: 34, bytes: 2) ?? 1)
        return glyphs.flatMap { glyph in
            let advance = tables.hmtx.number(at: 4 * min(glyph, measured - 1), bytes: 2) ?? 0
            let bearing =
                glyph < measured
                ? tables.hmtx.number(at: 4 * glyph + 2, bytes: 2)
                : tables.hmtx.number(at: 4 * measured + 2 * (glyph - measured), bytes: 2)
            return bytes16(advance) + bytes16(bearing ?? 0)
        }
    }

    private static func bytes16(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }

    private static func bytes32(_ number: Int) -> [UInt8] {
        bytes16(number >> 16) + bytes16(number)
    }
}
