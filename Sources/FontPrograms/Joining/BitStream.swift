/// Bits, the first one lowest in its word.
struct BitStream {
    private(set) var words: [UInt64] = []
    private(set) var count = 0
    /// The bits that do not fill a word yet.
    private var rest: UInt64 = 0

    mutating func append(_ bits: UInt32, count: Int) { append(UInt64(bits), count) }

    mutating func append(_ other: BitStream) {
        let used = UInt64(count % 64)
        if used == 0 {
            words.append(contentsOf: other.words)
        } else {
            for word in other.words {
                words.append(rest | word << used)
                rest = word >> (64 - used)
            }
        }
        count += 64 * other.words.count
        append(other.rest, other.count % 64)
    }

    private mutating func append(_ bits: UInt64, _ count: Int) {
        let used = self.count % 64
        rest |= bits << UInt64(used)
        if used + count >= 64 {
            words.append(rest)
            rest = bits >> UInt64(64 - used)
        }
        self.count += count
    }

    mutating func reserve(bits: Int) { words.reserveCapacity(bits / 64 + 1) }

    /// With zeros at the end of the last byte.
    func appendBytes(to bytes: inout [UInt8]) {
        words.withUnsafeBytes { bytes.append(contentsOf: $0) }
        for shift in stride(from: 0, to: count % 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: rest >> shift)) }
    }
}
