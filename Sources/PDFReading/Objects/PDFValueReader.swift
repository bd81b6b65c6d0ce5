/// Reads a value where an object begins (ISO 32000-1 7.3). Nil where there is none, or none that is whole.
package struct PDFValueReader {
    private let bytes: ArraySlice<UInt8>
    /// Where the next value is looked for.
    package private(set) var position: Int
    private var depth = 0

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    package mutating func value() -> PDFValue? {
        skipSpace()
        guard depth < 32, position < bytes.endIndex else { return nil }
        depth += 1
        defer { depth -= 1 }
        switch (bytes[position], peek(1)) {
        case (UInt8(ascii: "<"), UInt8(ascii: "<")): return dictionary()
        case (UInt8(ascii: "["), _): return array()
        case (UInt8(ascii: "("), _): return literalString()
        case (UInt8(ascii: "<"), _): return hexadecimalString()
        default: return referenceOrScalar()
        }
    }

    static func isKeyword(_ keyword: StaticString, at offset: Int, of bytes: [UInt8]) -> Bool {
        var reader = PDFValueReader(bytes[offset...])
        return reader.value()?.isKeyword(keyword) == true
    }

    private func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.endIndex ? bytes[position + distance] : nil
    }

    private mutating func skipSpace() {
        while position < bytes.endIndex {
            if bytes[position] == UInt8(ascii: "%") {
                while position < bytes.endIndex, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            } else if PDFValueReader.isSpace(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func dictionary() -> PDFValue? {
        position += 2
        var entries: [PDFValue.Entry] = []
        while true {
            skipSpace()
            if peek(0) == UInt8(ascii: ">"), peek(1) == UInt8(ascii: ">") {
                position += 2
                return .dictionary(entries)
            }
            guard peek(0) == UInt8(ascii: "/"), let key = token(), let value = value() else { return nil }
            entries.append(PDFValue.Entry(key: PDFValueReader.plain(key), value: value))
        }
    }

    /// A key as everybody writes it, so that it is found however it is written here. What cannot stand in a name by
    /// itself stays escaped, so that it can be written again.
    private static func plain(_ key: ArraySlice<UInt8>) -> String {
        guard key.contains(UInt8(ascii: "#")) else { return String(decoding: key, as: UTF8.self) }
        let bytes = PDFValue.unescaped(name: key) {
            (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") && !isDelimiter($0)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func array() -> PDFValue? {
        position += 1
        var values: [PDFValue] = []
        while true {
            skipSpace()
            if peek(0) == UInt8(ascii: "]") {
                position += 1
                return .array(values)
            }
            guard let value = value() else { return nil }
            values.append(value)
        }
    }

    private mutating func literalString() -> PDFValue? {
        let start = position
        var level = 0
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "(") { level += 1 }
            if byte == UInt8(ascii: ")") { level -= 1 }
            if level == 0 { return .scalar(bytes[start..<position]) }
        }
        return nil
    }

    private mutating func hexadecimalString() -> PDFValue? {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        defer { position = end + 1 }
        return .scalar(bytes[position...end])
    }

    private mutating func referenceOrScalar() -> PDFValue? {
        guard let first = token() else { return nil }
        let afterFirst = position
        if let number = PDFValueReader.integer(first), let second = token(), second.elementsEqual("0".utf8),
            let third = token(), third.elementsEqual("R".utf8)
        {
            return .reference(number)
        }
        position = afterFirst
        return .scalar(first)
    }

    /// A name, number or keyword.
    private mutating func token() -> ArraySlice<UInt8>? {
        skipSpace()
        let start = position
        if peek(0) == UInt8(ascii: "/") { position += 1 }
        while let byte = peek(0), !PDFValueReader.isSpace(byte), !PDFValueReader.isDelimiter(byte) { position += 1 }
        return position > start ? bytes[start..<position] : nil
    }

    package static func integer(_ token: ArraySlice<UInt8>) -> Int? {
        guard !token.isEmpty, token.count < 10 else { return nil }
        var result = 0
        for byte in token {
            guard (0x30...0x39).contains(byte) else { return nil }
            result = 10 * result + Int(byte - 0x30)
        }
        return result
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
