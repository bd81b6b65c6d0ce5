extension PDFValue {
    /// Whether it is this keyword or, with its slash, this name, however it is written.
    package func isKeyword(_ keyword: StaticString) -> Bool {
        guard case .scalar(let token) = self else { return false }
        return keyword.withUTF8Buffer { keyword in
            token.elementsEqual(keyword)
                || token.contains(UInt8(ascii: "#")) && keyword.first == UInt8(ascii: "/")
                    && nameBytes?.elementsEqual(keyword.dropFirst()) == true
        }
    }

    /// A name without its slash.
    package var name: String? { nameBytes.map { String(decoding: $0, as: UTF8.self) } }

    var nameBytes: [UInt8]? {
        guard case .scalar(let token) = self, token.first == UInt8(ascii: "/") else { return nil }
        return PDFValue.unescaped(name: token.dropFirst())
    }

    /// A name without `#41` for `A`: any byte may be written so (ISO 32000-1 7.3.5).
    /// - Parameter isWanted: whether a byte that is written so is put in its place.
    static func unescaped(name: some Sequence<UInt8>, where isWanted: (UInt8) -> Bool = { _ in true }) -> [UInt8] {
        var rest = Array(name)[...]
        guard rest.contains(UInt8(ascii: "#")) else { return Array(rest) }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            if byte == UInt8(ascii: "#"), digits.count == 2, isWanted(UInt8(16 * digits[0] + digits[1])) {
                bytes.append(UInt8(16 * digits[0] + digits[1]))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// A whole number of the ten digits that tables have.
    var decimal: Int? {
        guard case .scalar(let token) = self, token.count == 10 else { return integer }
        return PDFValueReader.integer(token.drop { $0 == UInt8(ascii: "0") })
            ?? (token.allSatisfy { $0 == 0x30 } ? 0 : nil)
    }

    /// A number, whole or not; nil beyond a million, where no length on paper is.
    package var real: Double? {
        guard case .scalar(let token) = self, token.count <= 32,
            token.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }),
            let number = Double(String(decoding: token, as: UTF8.self).trimmingDot), abs(number) <= 1_000_000
        else { return nil }
        return number
    }

    /// The bytes of a string (ISO 32000-1 7.3.4).
    var string: [UInt8]? {
        guard case .scalar(let token) = self else { return nil }
        switch token.first {
        case UInt8(ascii: "("): return PDFValue.unescaped(token.dropFirst().dropLast())
        case UInt8(ascii: "<"): return PDFValue.bytes(hexadecimal: token.dropFirst().dropLast())
        default: return nil
        }
    }

    /// A text string (ISO 32000-1 7.9.2.2). Of PDFDocEncoding, what it has in common with Latin 1.
    package var text: String? {
        guard let bytes = string else { return nil }
        if bytes.starts(with: [0xFE, 0xFF]) { return PDFValue.text(utf16: bytes.dropFirst(2)) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    static func text(utf16 bytes: ArraySlice<UInt8>) -> String {
        var units: [UInt16] = []
        var rest = bytes
        while rest.count >= 2 {
            units.append(UInt16(rest.removeFirst()) << 8 | UInt16(rest.removeFirst()))
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func bytes(hexadecimal digits: ArraySlice<UInt8>) -> [UInt8] {
        var nibbles = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map { UInt8($0) } }
        if nibbles.count % 2 == 1 { nibbles.append(0) }
        return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }

    private static func unescaped(_ token: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = token
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                result.append(byte)
                continue
            }
            switch escaped {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case 0x0A: break
            case 0x30...0x37:
                var code = Int(escaped - 0x30)
                for _ in 0..<2 {
                    guard let digit = rest.first, (0x30...0x37).contains(digit) else { break }
                    rest.removeFirst()
                    code = code * 8 + Int(digit - 0x30)
                }
                result.append(UInt8(truncatingIfNeeded: code))
            default: result.append(escaped)
            }
        }
        return result
    }
}

extension String {
    /// PDF writes `4.` for 4 (ISO 32000-1 7.3.3).
    fileprivate var trimmingDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
