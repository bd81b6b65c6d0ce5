/// An object as it lies in a file; with its data where it is a stream.
struct StreamObject {
    let number: Int
    /// Its value; of a stream, the dictionary.
    let dictionary: PDFValue
    private let bytes: [UInt8]
    /// Where it begins.
    private let position: Int
    /// Where the data begins; nil where it is no stream.
    private let start: Int?
    /// How many bytes were gone through to read it, without its data.
    let cost: Int

    /// Reads `n 0 obj` and what follows.
    init(_ bytes: [UInt8], at offset: Int) throws(PDFProblem) {
        guard bytes.indices.contains(offset) else { throw .damaged }
        var reader = PDFValueReader(bytes[offset...])
        guard let number = reader.value()?.integer, reader.value()?.decimal != nil,
            reader.value()?.isKeyword("obj") == true, let value = reader.value()
        else { throw .damaged }
        self.bytes = bytes
        self.number = number
        dictionary = value
        cost = reader.position - offset
        position = offset
        guard case .dictionary = value, reader.value()?.isKeyword("stream") == true else {
            start = nil
            return
        }
        var start = reader.position
        if start < bytes.count, bytes[start] == 0x0D { start += 1 }
        if start < bytes.count, bytes[start] == 0x0A { start += 1 }
        self.start = start
    }

    var isStream: Bool { start != nil }

    /// The data as it lies in the file, packed or not.
    func packed(length: Int) throws(PDFProblem) -> ArraySlice<UInt8> {
        _ = try reader(behind: length)
        guard let start else { throw .damaged }
        return bytes[start..<start + length]
    }

    /// Behind the object.
    /// - Parameter length: of its data; nil where it is no stream.
    func end(length: Int?) throws(PDFProblem) -> Int {
        var reader = PDFValueReader(bytes[(position + cost)...])
        if isStream {
            guard let length else { throw .damaged }
            reader = try self.reader(behind: length)
        }
        guard reader.value()?.isKeyword("endobj") == true else { throw .damaged }
        return reader.position
    }

    private func reader(behind length: Int) throws(PDFProblem) -> PDFValueReader {
        guard let start, length <= bytes.count - start else { throw .damaged }
        var reader = PDFValueReader(bytes[(start + length)...])
        guard reader.value()?.isKeyword("endstream") == true else { throw .damaged }
        return reader
    }

    /// The data as it is when nothing packs it any more.
    func unpacked(length: Int, limit: Int) throws(PDFProblem) -> [UInt8] {
        guard let start, length <= bytes.count - start else { throw .damaged }
        let data = bytes[start..<start + length]
        guard let filter = dictionary["/Filter"] else {
            guard data.count <= limit else { throw .tooLarge }
            return Array(data)
        }
        // One filter; those that archives forbid or pictures use are none of ours to undo.
        guard filter.isKeyword("/FlateDecode") || filter == .array([.scalar(Array("/FlateDecode".utf8)[...])]) else {
            throw .damaged
        }
        let result = try Inflation.inflate(data, limit: limit)
        guard let predictor = dictionary["/DecodeParms"]?["/Predictor"]?.integer, predictor > 1 else { return result }
        guard predictor >= 10 else { throw .damaged }
        return try Inflation.unpredict(result, columns: dictionary["/DecodeParms"]?["/Columns"]?.integer ?? 1)
    }
}
