internal import Typesetting

/// Goes through a content stream operator by operator (ISO 32000-1 7.8.2), and looks at operands only where it is asked:
/// nearly all of a page is text.
struct OperatorScanner {
    /// An operator's name of up to four bytes.
    struct Operator: Hashable, ExpressibleByStringLiteral {
        private let code: UInt32

        init(_ name: some Sequence<UInt8>) { code = name.reduce(0) { $0 << 8 | UInt32($1) } }
        init(stringLiteral name: StaticString) {
            self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
    }

    private let content: [UInt8]
    /// Behind the operator.
    private(set) var position = 0
    /// Where its operands begin.
    private(set) var operands = 0
    private var name = 0..<0

    init(_ content: [UInt8]) { self.content = content }

    /// The next operator; nil at the end, and where something begins that is none of a content stream.
    mutating func next() -> Operator? {
        var start: Int?
        while let byte = skippingSpace() {
            let token = position
            switch byte {
            case UInt8(ascii: "<"):
                position += 1
                if position < content.count, content[position] != UInt8(ascii: "<") { skip(through: UInt8(ascii: ">")) }
                position += 1
            case UInt8(ascii: "("): skipString()
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ">"): position += 1
            case UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "."):
                position += 1
                skipRegular()
            default:
                skipRegular()
                guard position > token, position - token <= 4 else { return nil }
                name = token..<position
                operands = start ?? token
                return Operator(content[name])
            }
            start = start ?? token
        }
        return nil
    }

    var isAtEnd: Bool { position == content.count }

    /// The operands as numbers; those that are none are left out.
    var numbers: [Double] {
        content[operands..<name.lowerBound].split { $0 <= 0x20 }.compactMap {
            Double(String(decoding: $0, as: UTF8.self))
        }
    }

    /// The operands as the tint that they are; nil where they are a colour like any other.
    var tint: MarkTint? {
        let numbers = numbers
        return numbers.count == 3 ? MarkTint(red: numbers[0], green: numbers[1], blue: numbers[2]) : nil
    }

    // MARK: Tokens

    private mutating func skippingSpace() -> UInt8? {
        while position < content.count, content[position] <= 0x20 { position += 1 }
        return position < content.count ? content[position] : nil
    }

    /// Up to a space or a delimiter.
    private mutating func skipRegular() {
        while position < content.count {
            switch content[position] {
            case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "/"):
                return
            default: position += 1
            }
        }
    }

    private mutating func skip(through byte: UInt8) {
        while position < content.count, content[position] != byte { position += 1 }
    }

    /// A string in parentheses, which it may have within in pairs or escaped.
    private mutating func skipString() {
        var depth = 0
        while position < content.count {
            switch content[position] {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { break }
        }
        position = min(position, content.count)
    }
}
