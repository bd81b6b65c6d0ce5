/// A value in DER with room behind it: what `/Contents` of a signature holds (ISO 32000-1 12.8.1).
enum PaddedDER {
    /// The value that digits stand for, without the room behind it. Nothing but digits: no space, which some readers take
    /// for the value’s end.
    static func value(digits: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        var rest = digits
        while let first = rest.popFirst() {
            guard let second = rest.popFirst(), let high = nibble(first), let low = nibble(second) else { return nil }
            bytes.append(high << 4 | low)
        }
        return value(in: bytes)
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }

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
