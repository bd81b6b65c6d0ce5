internal import Typesetting

/// The glyph of a Han character in a face and size, whatever stands beside it.
struct HanGlyph {
    var id: UInt32
    var advance: Double
}

/// The glyphs that are known: a plain table, since a report asks some thousand times.
struct HanGlyphs {
    private var glyphs = [HanGlyph](repeating: unknown, count: HanScalar.range.count)
    private static let unknown = HanGlyph(id: .max, advance: 0)

    subscript(scalar: Unicode.Scalar) -> HanGlyph? {
        get {
            let glyph = glyphs[Int(scalar.value - HanScalar.range.lowerBound)]
            return glyph.id == .max ? nil : glyph
        }
        set { glyphs[Int(scalar.value - HanScalar.range.lowerBound)] = newValue ?? HanGlyphs.unknown }
    }
}

/// The unified ideographs of the basic plane: all that a report is full of, three bytes of UTF-8 each.
enum HanScalar {
    static let range: ClosedRange<UInt32> = 0x4E00...0x9FFF

    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Unicode.Scalar? {
        guard (0xE4...0xE9).contains(bytes[position]), position + 2 < bytes.count else { return nil }
        let value =
            UInt32(bytes[position] & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
            | UInt32(bytes[position + 2] & 0x3F)
        return range.contains(value) ? Unicode.Scalar(value) : nil
    }
}

extension ShapedCluster {
    /// One Han character, one glyph, in its place.
    var isLoneHan: Bool {
        HanScalar.range.contains(scalar.value) && length == 3 && furtherGlyphs.isEmpty && glyph.x == 0 && glyph.y == 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The character that begins at a place of valid UTF-8.
    func scalar(at position: Int) -> Unicode.Scalar {
        var decoder = UTF8()
        var rest = self[position...].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&rest) { return scalar }
        return "\u{FFFD}"
    }
}

extension Unicode.Scalar {
    /// Variation selectors, joiners and combining marks go with the character before them.
    var joinsPrevious: Bool {
        switch value {
        // Letters, punctuation, Han and full-width forms, none of which is asked for its properties.
        case ..<0x300, 0x2010...0x205F, 0x2E80...0xFAFF, 0xFF00...0xFFEF: false
        default: properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark
        }
    }
}
