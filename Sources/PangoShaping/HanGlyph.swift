internal import Typesetting

/// The glyph of a Han character in a face and size, whatever stands beside it.
struct HanGlyph {
    var id: UInt32
    var advance: Double
}

struct HanGlyphKey: Hashable {
    var scalar: Unicode.Scalar
    var size: Double
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
