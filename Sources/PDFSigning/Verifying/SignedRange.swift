internal import PDFReading

/// What a signature is made over: the whole file but for its own value.
struct SignedRange: Hashable {
    /// Before the value, and behind it.
    let parts: [Range<Int>]
    /// The value, without the room behind it.
    let value: ArraySlice<UInt8>

    var end: Int { parts[1].upperBound }

    /// - Parameter revision: the one that the signature came with.
    /// - Throws: `byteRange`, `malformed`.
    init(
        _ signature: PDFValue, _ number: Int?, _ bytes: [UInt8], _ document: PDFDocument,
        _ revision: RevisionHistory.Revision
    ) throws(SignatureProblem) {
        // What is packed lies elsewhere than it seems to, and what stands there twice is read by some one way, by some
        // the other.
        guard let number, let offset = document.offset(of: number),
            case .dictionary(let entries) = signature,
            Set(entries.map { PDFValue.unescaped($0.key) }).count == entries.count
        else { throw .byteRange }
        guard case .array(let items)? = signature["/ByteRange"], items.count == 4,
            case let numbers = items.compactMap(\.integer), numbers.count == 4, numbers[0] == 0
        else { throw .byteRange }
        guard case .scalar(let token)? = signature["/Contents"], token.count >= 4, token.count % 2 == 0,
            token.first == UInt8(ascii: "<"), token.last == UInt8(ascii: ">")
        else { throw .malformed }
        // `integer` has at most nine digits, so that sums do not overflow.
        let end = numbers[2] + numbers[3]
        guard numbers[1] == token.startIndex, numbers[2] == token.endIndex, offset < token.startIndex,
            revision.ends(at: end), end <= bytes.count
        else { throw .byteRange }
        parts = [0..<numbers[1], numbers[2]..<end]
        guard let value = PaddedDER.value(digits: token.dropFirst().dropLast()) else { throw .malformed }
        self.value = value
    }

    func digest(of bytes: [UInt8], _ algorithm: DigestAlgorithm) -> [UInt8] {
        algorithm.digest(parts.map { bytes[$0] })
    }
}
