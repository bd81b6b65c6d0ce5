/// A DICT of a CFF table: operators, each after its operands (Adobe Technical Note 5176, 4).
struct CFFDict {
    struct Entry {
        var key: Key
        /// Of integers; other operands are 0 here.
        var operands: [Int]
        /// The operands as they were written.
        var bytes: UnsafeRawBufferPointer
    }

    /// Operators of two bytes are 12 × 256 + the second.
    struct Key: Hashable {
        var code: Int
        static let charStrings = Key(code: 17)
        static let privateDict = Key(code: 18)
        static let localSubroutines = Key(code: 19)
        static let fontMatrix = Key(code: 12 << 8 | 7)
        static let charStringType = Key(code: 12 << 8 | 6)
        static let registryOrderingSupplement = Key(code: 12 << 8 | 30)
        static let fontDicts = Key(code: 12 << 8 | 36)
        static let fontDictSelect = Key(code: 12 << 8 | 37)
    }

    let entries: [Entry]

    /// Nil where it breaks off or is too long to be true.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var entries: [Entry] = []
        var operands: [Int] = []
        var (position, start) = (0, 0)
        while position < bytes.count {
            let byte = Int(bytes[position])
            guard byte > 21 else {
                guard let code = byte == 12 ? bytes.number(at: position, bytes: 2) : byte, entries.count < 256 else {
                    return nil
                }
                entries.append(
                    Entry(
                        key: Key(code: code), operands: operands,
                        bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<position])))
                position += byte == 12 ? 2 : 1
                (operands, start) = ([], position)
                continue
            }
            guard let operand = CFFDict.operand(bytes, at: &position), operands.count < 513 else { return nil }
            operands.append(operand)
        }
        self.entries = entries
    }

    subscript(_ key: Key) -> [Int]? { entries.first { $0.key == key }?.operands }

    private static func operand(_ bytes: UnsafeRawBufferPointer, at position: inout Int) -> Int? {
        let first = Int(bytes[position])
        position += 1
        switch first {
        case 28:
            defer { position += 2 }
            return bytes.number(at: position, bytes: 2).map { Int(Int16(truncatingIfNeeded: $0)) }
        case 29:
            defer { position += 4 }
            return bytes.number(at: position, bytes: 4).map { Int(Int32(truncatingIfNeeded: $0)) }
        case 30:
            // A real number: half-bytes up to one that is 15.
            while position < bytes.count {
                defer { position += 1 }
                if bytes[position] >> 4 == 15 || bytes[position] & 15 == 15 { return 0 }
            }
            return nil
        case 32...246: return first - 139
        case 247...254:
            defer { position += 1 }
            guard let second = bytes.number(at: position, bytes: 1) else { return nil }
            return first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108
        default: return nil
        }
    }
}
