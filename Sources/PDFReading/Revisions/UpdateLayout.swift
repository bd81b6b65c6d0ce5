package import ReportModel

extension PDFDocument {
    /// Where, behind an offset, the newest update has something that readers could see differently: bytes that are no
    /// object of its cross-references, or cross-references that are not written as they must be, so that a reader may
    /// search the file for objects instead. Nil where there is nothing of the kind.
    package func unlistedOffset(from start: Int) throws(DiagnosticsError) -> Int? {
        try reading { () throws(PDFProblem) in try UpdateLayout(objects).unlistedOffset(from: start) }
    }
}

/// How the bytes of an update follow each other: objects, then cross-references.
private struct UpdateLayout {
    private let objects: ObjectStore
    private let bytes: [UInt8]

    init(_ objects: ObjectStore) {
        self.objects = objects
        bytes = objects.bytes
    }

    func unlistedOffset(from start: Int) throws(PDFProblem) -> Int? {
        guard let section = objects.table.sections.first else { throw .damaged }
        var position = start
        while true {
            // Comments could be objects to some readers.
            while position < section, PDFValueReader.isSpace(bytes[position]) { position += 1 }
            guard position < section else { break }
            let object = try StreamObject(bytes, at: position)
            guard objects.table.entries[object.number] == .at(offset: position) else { return position }
            let length = object.isStream ? try objects.resolve(object.dictionary["/Length"])?.integer : nil
            let end = try object.end(length: length)
            guard end > position, end <= section else { return position }
            position = end
        }
        return position == section && isTableSound(at: section) ? nil : position
    }

    /// Whether rows of a table have the 20 bytes that a row has (ISO 32000-1 7.5.4).
    private func isTableSound(at section: Int) -> Bool {
        guard PDFValueReader.isKeyword("xref", at: section, of: bytes) else { return true }
        var rest = bytes[(section + 4)...]
        while true {
            rest = rest.drop(while: PDFValueReader.isSpace)
            if rest.starts(with: "trailer".utf8) { return true }
            var reader = PDFValueReader(rest)
            guard reader.value()?.integer != nil, let count = reader.value()?.integer else { return false }
            rest = bytes[reader.position...].drop { $0 == 0x20 }
            if rest.first == 0x0D { rest.removeFirst() }
            if rest.first == 0x0A { rest.removeFirst() }
            guard count <= rest.count / 20 else { return false }
            for _ in 0..<count {
                guard Self.isRow(rest.prefix(20)) else { return false }
                rest = rest.dropFirst(20)
            }
        }
    }

    private static func isRow(_ row: ArraySlice<UInt8>) -> Bool {
        let row = Array(row)
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        return row.count == 20 && row[..<10].allSatisfy(isDigit) && row[10] == 0x20
            && row[11..<16].allSatisfy(isDigit) && row[16] == 0x20
            && [UInt8(ascii: "n"), UInt8(ascii: "f")].contains(row[17])
            && [0x20, 0x0D].contains(row[18]) && [0x0D, 0x0A].contains(row[19])
    }
}
