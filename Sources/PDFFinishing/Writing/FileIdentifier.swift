/// The identifier of a file (ISO 32000-1 14.4), made of its content: the same file has the same one, whenever and
/// wherever it is made. Tells files apart; guards nothing.
package enum FileIdentifier {
    package static func of(_ bytes: [UInt8]) -> [UInt8] {
        var (a, b): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, UInt64(bytes.count))
        bytes.withUnsafeBytes { raw in
            var offset = 0
            while offset + 8 <= raw.count {
                (a, b) = mixed(a, b, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset += 8
            }
            var rest: UInt64 = 0
            while offset < raw.count {
                rest = rest << 8 | UInt64(raw[offset])
                offset += 1
            }
            for _ in 0..<4 { (a, b) = mixed(a, b, rest) }
        }
        return [a, b].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// One round: a product of 128 bits, of which each half goes into the other lane.
    private static func mixed(_ a: UInt64, _ b: UInt64, _ word: UInt64) -> (UInt64, UInt64) {
        let product = (a ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        let swapped = word << 32 | word >> 32
        return (b &+ (product.low ^ swapped), (a << 29 | a >> 35) ^ product.high)
    }
}
