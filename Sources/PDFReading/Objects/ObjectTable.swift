/// Where the objects of a file are (ISO 32000-1 7.5.4 and 7.5.8), after all of its updates.
struct ObjectTable {
    enum Entry: Hashable {
        case free
        case at(offset: Int)
        case packed(stream: Int, index: Int)
    }

    private(set) var entries: [Int: Entry] = [:]
    /// Of the newest section.
    private(set) var trailer: PDFValue = .dictionary([])
    /// Where its sections begin, the newest first.
    private(set) var sections: [Int] = []

    private let bytes: [UInt8]

    private init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ bytes: [UInt8]) throws(PDFProblem) {
        self.init(bytes: bytes)
        var next = try ObjectTable.start(bytes)
        var seen: Set<Int> = []
        while let offset = next {
            guard seen.insert(offset).inserted else { throw .damaged }
            guard seen.count <= PDFLimits.updates else { throw .tooComplicated }
            guard bytes.indices.contains(offset) else { throw .damaged }
            sections.append(offset)
            let trailer = try readSection(at: offset)
            if trailer["/Encrypt"] != nil { throw .encrypted }
            if seen.count == 1 { self.trailer = trailer }
            next = trailer["/Prev"]?.integer
        }
    }

    /// The last `startxref` leads to the newest section.
    private static func start(_ bytes: [UInt8]) throws(PDFProblem) -> Int? {
        let keyword = Array("startxref".utf8)
        let tail = bytes.suffix(2048)
        let found = tail.indices.reversed().first { tail[$0...].starts(with: keyword) }
        guard let found else { throw .damaged }
        var reader = PDFValueReader(bytes[(found + keyword.count)...])
        guard let offset = reader.value()?.integer else { throw .damaged }
        return offset
    }

    /// Notes the section's entries, and gives its trailer.
    private mutating func readSection(at offset: Int) throws(PDFProblem) -> PDFValue {
        var reader = PDFValueReader(bytes[offset...])
        guard let first = reader.value() else { throw .damaged }
        guard !first.isKeyword("xref") else {
            var table = ObjectTable(bytes: bytes)
            let trailer = try table.readTable(&reader)
            // A file for old readers and new ones hides from the old, as free, what is packed (ISO 32000-1 7.5.8.4).
            if let hidden = trailer["/XRefStm"]?.integer { _ = try addStream(at: hidden) }
            merge(table)
            return trailer
        }
        return try addStream(at: offset)
    }

    private mutating func addStream(at offset: Int) throws(PDFProblem) -> PDFValue {
        var table = ObjectTable(bytes: bytes)
        let trailer = try table.readStream(at: offset)
        merge(table)
        return trailer
    }

    /// A newer section has been read before.
    private mutating func merge(_ older: ObjectTable) {
        for (number, entry) in older.entries where entries[number] == nil { entries[number] = entry }
    }

    private mutating func readStream(at offset: Int) throws(PDFProblem) -> PDFValue {
        let stream = try StreamObject(bytes, at: offset)
        guard let length = stream.dictionary["/Length"]?.integer else { throw .damaged }
        let rows = try stream.unpacked(length: length, limit: PDFLimits.stream)
        try readRows(rows, stream.dictionary)
        return stream.dictionary
    }

    private mutating func readTable(_ reader: inout PDFValueReader) throws(PDFProblem) -> PDFValue {
        while let value = reader.value() {
            if value.isKeyword("trailer") {
                guard let trailer = reader.value(), case .dictionary = trailer else { throw .damaged }
                return trailer
            }
            guard let start = value.integer, let count = reader.value()?.integer, start + count <= PDFLimits.objects
            else { throw .damaged }
            for number in start..<start + count {
                guard let offset = reader.value()?.decimal, let generation = reader.value()?.decimal,
                    let kind = reader.value()
                else { throw .damaged }
                // All references are to generation 0: to them, a later one is no object.
                try add(kind.isKeyword("n") && generation == 0 ? .at(offset: offset) : .free, number)
            }
        }
        throw .damaged
    }

    private mutating func readRows(_ rows: [UInt8], _ dictionary: PDFValue) throws(PDFProblem) {
        guard case .array(let widths)? = dictionary["/W"], let size = dictionary["/Size"]?.integer else {
            throw .damaged
        }
        let fields = widths.compactMap(\.integer)
        let width = fields.reduce(0, +)
        guard fields.count == 3, fields.allSatisfy({ $0 <= 8 }), width > 0 else { throw .damaged }
        var sections = [0, size]
        if case .array(let index)? = dictionary["/Index"] { sections = index.compactMap(\.integer) }
        var start = 0
        for index in stride(from: 1, to: sections.count, by: 2) {
            let (first, count) = (sections[index - 1], sections[index])
            guard first + count <= PDFLimits.objects, start + count * width <= rows.count else { throw .damaged }
            for number in first..<first + count {
                try add(ObjectTable.entry(rows[start..<start + width], fields), number)
                start += width
            }
        }
    }

    private static func entry(_ row: ArraySlice<UInt8>, _ widths: [Int]) -> Entry {
        var rest = row
        let fields = widths.map { width in
            defer { rest = rest.dropFirst(width) }
            return rest.prefix(width).reduce(0) { ($0 & 0x7F_FFFF_FFFF_FFFF) << 8 | Int($1) }
        }
        return switch widths[0] == 0 ? 1 : fields[0] {
        case 1: fields[2] == 0 ? .at(offset: fields[1]) : .free
        case 2: .packed(stream: fields[1], index: fields[2])
        default: .free
        }
    }

    /// An object that is in a section twice would be one for some readers, and the other for others.
    private mutating func add(_ entry: Entry, _ number: Int) throws(PDFProblem) {
        guard entries.updateValue(entry, forKey: number) ?? entry == entry else { throw .damaged }
    }
}
