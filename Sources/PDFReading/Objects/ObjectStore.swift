/// The objects of a file, read as they are asked for and no more than once. Bounded in time and memory, whatever the
/// file.
final class ObjectStore {
    let bytes: [UInt8]
    let table: ObjectTable
    private var values: [Int: PDFValue] = [:]
    private var streams: [Int: StreamObject] = [:]
    /// Packed objects by the number of their stream.
    private var packed: [Int: [PDFValue]] = [:]
    private var lookups = 0
    private var unpackedBytes = 0
    private var parsedBytes = 0
    private var packedBytes = 0

    init(_ bytes: [UInt8]) throws(PDFProblem) {
        guard bytes.starts(with: "%PDF-".utf8) else { throw .noPDF }
        self.bytes = bytes
        table = try ObjectTable(bytes)
    }

    /// The catalog.
    func root() throws(PDFProblem) -> PDFValue {
        guard let root = try resolve(table.trailer["/Root"]), case .dictionary = root else { throw .damaged }
        return root
    }

    /// What the file says of itself (ISO 32000-1 14.3.3); nil where it says nothing.
    func information() throws(PDFProblem) -> PDFValue? { try resolve(table.trailer["/Info"]) }

    /// What an update of the file builds on.
    func newestSection() throws(PDFProblem) -> NewestSection {
        // Objects of a trailer that leaves some out must not be taken for free numbers.
        guard let start = table.sections.first, let root = table.trailer["/Root"]?.referenced,
            let size = table.trailer["/Size"]?.integer,
            size <= PDFLimits.objects
        else { throw .damaged }
        return NewestSection(
            start: start, isStream: !PDFValueReader.isKeyword("xref", at: start, of: bytes),
            size: max(size, (table.entries.keys.max() ?? 0) + 1), root: root, trailer: table.trailer)
    }

    /// What a value stands for: itself or, of a reference, the object; nil where there is none (ISO 32000-1 7.3.10).
    func resolve(_ value: PDFValue?) throws(PDFProblem) -> PDFValue? {
        guard case .reference(let number)? = value else { return value }
        return try object(number)
    }

    /// What a dictionary has under a key.
    func entry(_ key: String, of dictionary: PDFValue?) throws(PDFProblem) -> PDFValue? {
        try resolve(try resolve(dictionary)?[key])
    }

    /// The items of an array; one value counts as an array of it.
    func items(_ value: PDFValue?) throws(PDFProblem) -> [PDFValue] {
        guard let value, let resolved = try resolve(value) else { return [] }
        if case .array(let items) = resolved { return items }
        return [value]
    }

    /// Its value; of a stream, the dictionary.
    func object(_ number: Int) throws(PDFProblem) -> PDFValue? {
        try spend(1)
        if let value = values[number] { return value }
        let value: PDFValue?
        switch table.entries[number] {
        case nil, .free?: value = nil
        case .at?: value = try streamObject(number)?.dictionary
        case .packed(let stream, let index)?:
            let objects = try packedObjects(of: stream)
            value = objects.indices.contains(index) ? objects[index] : nil
        }
        if case .reference? = value { throw .damaged }
        values[number] = value
        return value
    }

    func isStream(_ number: Int) throws(PDFProblem) -> Bool { try streamObject(number)?.isStream == true }

    /// Counts work that the file causes.
    func spend(_ count: Int) throws(PDFProblem) {
        lookups += count
        guard lookups <= PDFLimits.lookups else { throw .tooComplicated }
    }

    /// The data of the stream that a value refers to; nil where it refers to none.
    func data(_ value: PDFValue?, limit: Int = PDFLimits.stream) throws(PDFProblem) -> [UInt8]? {
        guard let number = value?.referenced, let stream = try streamObject(number), stream.isStream else { return nil }
        return try unpack(stream, length: try resolve(stream.dictionary["/Length"])?.integer, limit: limit)
    }

    /// The data of a stream as it lies in the file; nil where the object is no stream.
    func packedData(_ number: Int) throws(PDFProblem) -> ArraySlice<UInt8>? {
        guard let stream = try streamObject(number), stream.isStream else { return nil }
        guard let length = try resolve(stream.dictionary["/Length"])?.integer else { throw .damaged }
        // Streams that lie in each other are handed out again and again.
        packedBytes += length
        guard packedBytes <= PDFLimits.unpacked else { throw .tooLarge }
        return try stream.packed(length: length)
    }

    private func unpack(_ stream: StreamObject, length: Int?, limit: Int) throws(PDFProblem) -> [UInt8] {
        guard let length else { throw .damaged }
        let data = try stream.unpacked(length: length, limit: max(0, min(limit, PDFLimits.unpacked - unpackedBytes)))
        // An empty stream is work, too.
        unpackedBytes += data.count + 1024
        return data
    }

    /// An object that is not packed; nil where there is none.
    private func streamObject(_ number: Int) throws(PDFProblem) -> StreamObject? {
        if let object = streams[number] { return object }
        guard case .at(let offset)? = table.entries[number] else { return nil }
        let object = try StreamObject(bytes, at: offset)
        guard object.number == number else { throw .damaged }
        // Objects that lie in each other would be read again and again.
        parsedBytes += object.cost
        guard parsedBytes <= 2 * bytes.count else { throw .damaged }
        streams[number] = object
        return object
    }

    private func packedObjects(of number: Int) throws(PDFProblem) -> [PDFValue] {
        if let objects = packed[number] { return objects }
        guard let stream = try streamObject(number), let count = stream.dictionary["/N"]?.integer,
            let first = stream.dictionary["/First"]?.integer, count <= PDFLimits.objects
        else { throw .damaged }
        // Its length must not be packed, least of all in itself.
        var length = stream.dictionary["/Length"]
        if let number = length?.referenced { length = try streamObject(number)?.dictionary }
        let data = try unpack(stream, length: length?.integer, limit: PDFLimits.stream)
        guard first <= data.count else { throw .damaged }
        var index = PDFValueReader(data[..<first])
        var objects: [PDFValue] = []
        var cost = 0
        for _ in 0..<count {
            guard index.value()?.integer != nil, let offset = index.value()?.integer, offset <= data.count - first
            else { throw .damaged }
            var reader = PDFValueReader(data[(first + offset)...])
            guard let value = reader.value() else { throw .damaged }
            cost += reader.position - first - offset
            guard cost <= 2 * data.count else { throw .damaged }
            objects.append(value)
        }
        packed[number] = objects
        return objects
    }
}
