internal import PDFFinishing
internal import PDFReading

/// A file with room for one signature that covers everything else in it (ISO 32000-1 12.8.1).
struct SignatureRoom: Sendable {
    private(set) var file: [UInt8]
    /// Where the signature’s digits go, without the angle brackets.
    let digits: Range<Int>

    /// Everything but the room, brackets and all.
    var covered: [ArraySlice<UInt8>] { [file[..<(digits.lowerBound - 1)], file[(digits.upperBound + 1)...]] }

    var byteRange: [Int] {
        [0, digits.lowerBound - 1, digits.upperBound + 1, file.count - digits.upperBound - 1]
    }

    /// How many bytes a signature may have.
    var capacity: Int { digits.count / 2 }

    /// - Parameters:
    ///   - entries: of the signature’s dictionary, but for those that say where it is.
    ///   - capacity: bytes that the signature may have.
    init(
        in update: consuming IncrementalUpdate, as number: Int, entries: [PDFValue.Entry], capacity: Int
    ) {
        var text = PDFText()
        text.append(.dictionary(entries))
        var dictionary = PDFText()
        dictionary.append(raw: text.bytes.dropLast(2))
        dictionary.append("/ByteRange")
        let rangeOffset = dictionary.bytes.count
        dictionary.append(raw: [UInt8](repeating: 0x20, count: Self.rangeWidth))
        dictionary.append("/Contents<")
        let digitsOffset = dictionary.bytes.count
        dictionary.append(raw: [UInt8](repeating: 0x30, count: 2 * capacity))
        dictionary.append(">>>")
        let start = update.put(dictionary, as: number)
        file = update.finish()
        digits = start + digitsOffset..<start + digitsOffset + 2 * capacity
        let range = "[" + byteRange.map(String.init).joined(separator: " ") + "]"
        replace(start + rangeOffset, by: range.utf8)
    }

    /// A file that has it.
    init?(file: [UInt8], digits: Range<Int>) {
        guard digits.lowerBound > 0, digits.upperBound < file.count else { return nil }
        self.file = file
        self.digits = digits
    }

    // Four numbers of up to ten digits.
    private static let rangeWidth = 48

    /// Puts the signature into its room; false where it is too large.
    mutating func fill(_ signature: [UInt8]) -> Bool {
        guard signature.count <= capacity else { return false }
        var text = PDFText()
        text.append(hexadecimal: signature)
        replace(digits.lowerBound, by: text.bytes.dropFirst().dropLast())
        return true
    }

    private mutating func replace(_ offset: Int, by bytes: some Collection<UInt8>) {
        for (index, byte) in bytes.enumerated() { file[offset + index] = byte }
    }
}
