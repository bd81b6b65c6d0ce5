/// What a walk over bytes as UTF-8 shows: where they fail, and how much of them holds.
struct UTF8Scan {
    /// Offset of the first byte that is not UTF-8.
    private(set) var firstInvalid: Int?
    private(set) var invalidBytes = 0
    /// Complete characters of two bytes and more.
    private(set) var longCharacters = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    index += 1
                } else if let length = Self.length(at: index, in: bytes) {
                    longCharacters += 1
                    index += length
                } else {
                    if firstInvalid == nil { firstInvalid = index }
                    invalidBytes += 1
                    index += 1
                }
            }
        }
    }

    /// Length of a well-formed character of two to four bytes (Unicode, table 3-7).
    private static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let second: ClosedRange<UInt8>
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
        for next in index + 2..<max(index + 2, index + length) where !(0x80...0xBF).contains(bytes[next]) {
            return nil
        }
        return length
    }
}
