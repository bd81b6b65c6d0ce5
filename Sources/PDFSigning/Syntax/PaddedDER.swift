/// A value in DER with room behind it: what `/Contents` of a signature holds (ISO 32000-1 12.8.1).
enum PaddedDER {
    /// The value alone, by its own length; nil where it is not whole, or something else than zeros follows.
    static func value(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        guard bytes.count >= 2 else { return nil }
        var (length, start) = (Int(bytes[1]), 2)
        if length >= 0x80 {
            start += length & 0x7F
            guard (3...6).contains(start), start <= bytes.count else { return nil }
            length = bytes[2..<start].reduce(0) { $0 << 8 | Int($1) }
        }
        guard length <= bytes.count - start, bytes[(start + length)...].allSatisfy({ $0 == 0 }) else { return nil }
        return bytes[..<(start + length)]
    }
}
