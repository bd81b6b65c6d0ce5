/// A PDF file that grows: objects that are copied, streams, and everything else packed into one object stream.
struct PDFFile {
    /// For the file's streams.
    let deflate = Deflate()
    private var bytes: [UInt8] = []
    private var entries: [Entry]
    private var packed = ObjectStream()
    /// Numbers below it are given away.
    private var nextNumber = 1

    /// Where an object is (ISO 32000-1 7.5.8.3).
    private enum Entry {
        case free
        /// Kept for an object that is copied, or put under a number that others refer to.
        case taken
        case at(offset: Int)
        case packed(index: Int)

        var isFree: Bool { if case .free = self { true } else { false } }
    }

    /// - Parameters:
    ///   - numbers: of the objects that will be copied or put under them; no other object gets one of them.
    ///   - size: that the file will have, as far as it is known, to save growing.
    ///   - version: of PDF.
    init(numbersInUse numbers: [Int], size: Int, version: String = "1.7") {
        entries = Array(repeating: .free, count: (numbers.max() ?? 0) + 1)
        for number in numbers { entries[number] = .taken }
        bytes.reserveCapacity(size + 65_536)
        // Bytes above 127 tell those who move files that this is no text (ISO 19005 6.1.2).
        bytes.append(contentsOf: Array("%PDF-\(version)\n%".utf8) + [0xE5, 0x8D, 0xB0, 0xE5, 0x8F, 0x91, 0x0A])
    }

    // MARK: Objects

    mutating func newNumber() -> Int {
        while nextNumber < entries.count, !entries[nextNumber].isFree { nextNumber += 1 }
        defer { nextNumber += 1 }
        if nextNumber == entries.count { entries.append(.free) }
        return nextNumber
    }

    /// An object with its frame, `n 0 obj … endobj`, as another file has it.
    mutating func copy(_ object: some Sequence<UInt8>, as number: Int) {
        entries[number] = .at(offset: bytes.count)
        bytes.append(contentsOf: object)
    }

    /// An object that is no stream.
    mutating func put(_ object: PDFText, as number: Int) {
        entries[number] = .packed(index: packed.numbers.count)
        packed.append(object, as: number)
    }

    mutating func add(_ object: PDFText) -> Int {
        let number = newNumber()
        put(object, as: number)
        return number
    }

    /// - Parameter dictionary: its entries but for the length.
    mutating func addStream(_ content: [UInt8], _ dictionary: String = "") -> Int {
        let number = newNumber()
        putStream(content[...], PDFText(dictionary), as: number)
        return number
    }

    /// - Parameter dictionary: its entries but for the length.
    mutating func putStream(_ content: ArraySlice<UInt8>, _ dictionary: PDFText, as number: Int) {
        entries[number] = .at(offset: bytes.count)
        bytes.append(contentsOf: "\(number) 0 obj\n<<".utf8)
        bytes.append(contentsOf: dictionary.bytes)
        bytes.append(contentsOf: "/Length \(content.count)>>\nstream\n".utf8)
        bytes.append(contentsOf: content)
        bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
    }

    /// Sixteen bytes that tell apart what has been written so far.
    var fingerprint: [UInt8] { FileIdentifier.of(bytes) }

    // MARK: The end

    /// The whole file.
    consuming func finish(catalog: Int, information: Int) -> [UInt8] {
        let objects = packed.content
        let objectStream = addStream(deflate.compress(objects.bytes), objects.dictionary + "/Filter/FlateDecode")
        let table = newNumber()
        let start = bytes.count
        entries[table] = .at(offset: start)
        var identifier = PDFText()
        identifier.append(hexadecimal: FileIdentifier.of(bytes))
        let id = String(decoding: identifier.bytes, as: UTF8.self)
        putStream(
            deflate.compress(crossReferences(objectStream))[...],
            PDFText(
                "/Type/XRef/Size \(entries.count)/W[1 4 2]/Root \(catalog) 0 R/Info \(information) 0 R/ID[\(id)\(id)]/Filter/FlateDecode"
            ),
            as: table)
        bytes.append(contentsOf: "startxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    /// The rows of the cross-reference stream: a kind, and two numbers of four and two bytes.
    private func crossReferences(_ objectStream: Int) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(7 * entries.count)
        func append(_ kind: UInt8, _ first: Int, _ second: Int) {
            rows.append(kind)
            for shift in stride(from: 24, through: 0, by: -8) { rows.append(UInt8(truncatingIfNeeded: first >> shift)) }
            for shift in stride(from: 8, through: 0, by: -8) { rows.append(UInt8(truncatingIfNeeded: second >> shift)) }
        }
        for (number, entry) in entries.enumerated() {
            switch entry {
            // Number 0 heads the list of free objects; those that shall not be used again point to it.
            case .free, .taken: append(0, 0, number == 0 ? 65_535 : 0)
            case .at(let offset): append(1, offset, 0)
            case .packed(let index): append(2, objectStream, index)
            }
        }
        return rows
    }
}
