/// Puts the subroutines of a Type 2 charstring (Adobe Technical Note 5177) where they are called, so that a glyph
/// stands for itself. Hints stay.
struct CharStringFlattener {
    private let global: CFFIndex
    private let local: CFFIndex?
    private var result: [UInt8] = []
    /// Numbers on the stack.
    private var depth = 0
    private var hints = 0
    /// The number that was pushed last, and where it begins in the result: the operand of a call.
    private var last: (value: Int, start: Int)?
    private var isComplete = false

    /// No glyph of a real font comes near it; a font that calls itself would.
    private static let longest = 65_535

    private init(_ global: CFFIndex, _ local: CFFIndex?) {
        self.global = global
        self.local = local
    }

    /// Nil where the charstring is damaged, or does what fonts of today do not: arithmetic, and accents by `seac`.
    static func flatten(_ charString: UnsafeRawBufferPointer, global: CFFIndex, local: CFFIndex?) -> [UInt8]? {
        var flattener = CharStringFlattener(global, local)
        flattener.result.reserveCapacity(charString.count + 16)
        guard flattener.append(charString, level: 0), flattener.isComplete else { return nil }
        return flattener.result
    }

    /// False where it cannot be done.
    private mutating func append(_ code: UnsafeRawBufferPointer, level: Int) -> Bool {
        guard level <= 10 else { return false }
        var position = 0
        while position < code.count, !isComplete {
            guard result.count < CharStringFlattener.longest else { return false }
            let byte = code[position]
            if byte >= 32 || byte == 28 {
                guard let length = push(code, at: position) else { return false }
                position += length
                continue
            }
            position += 1
            switch byte {
            case 1, 3, 18, 23:
                hints += depth / 2
                emit(byte)
            case 19, 20:
                // Stems before a mask need no operator.
                hints += depth / 2
                emit(byte)
                let mask = (hints + 7) / 8
                guard position + mask <= code.count else { return false }
                result.append(contentsOf: code[position..<position + mask])
                position += mask
            case 4, 5, 6, 7, 8, 21, 22, 24, 25, 26, 27, 30, 31: emit(byte)
            case 12:
                guard position < code.count, (34...37).contains(code[position]) else { return false }
                emit(byte)
                result.append(code[position])
                position += 1
            case 10, 29:
                guard let routine = takeRoutine(byte == 10 ? local : global), append(routine, level: level + 1) else {
                    return false
                }
            case 11: return level > 0
            case 14:
                guard depth < 4 else { return false }
                emit(byte)
                isComplete = true
            default: return false
            }
        }
        return true
    }

    private mutating func emit(_ byte: UInt8) {
        result.append(byte)
        depth = 0
        last = nil
    }

    /// - Returns: the length of the number's code.
    private mutating func push(_ code: UnsafeRawBufferPointer, at position: Int) -> Int? {
        let first = Int(code[position])
        let length = first == 28 ? 3 : first < 247 ? 1 : first < 255 ? 2 : 5
        guard position + length <= code.count, depth < 513 else { return nil }
        let value: Int
        switch length {
        case 1: value = first - 139
        case 2:
            let second = Int(code[position + 1])
            value = first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108
        case 3: value = Int(Int16(truncatingIfNeeded: Int(code[position + 1]) << 8 | Int(code[position + 2])))
        // Fixed point: no number of a subroutine.
        default: value = .max
        }
        last = (value, result.count)
        result.append(contentsOf: code[position..<position + length])
        depth += 1
        return length
    }

    private mutating func takeRoutine(_ index: CFFIndex?) -> UnsafeRawBufferPointer? {
        guard let index, let last, last.value != .max else { return nil }
        result.removeSubrange(last.start...)
        self.last = nil
        depth -= 1
        let bias = index.count < 1240 ? 107 : index.count < 33_900 ? 1131 : 32_768
        return index[last.value + bias]
    }
}
