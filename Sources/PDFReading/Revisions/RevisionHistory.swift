package import ReportModel

/// The states that a file has gone through: each update is laid behind what was there (ISO 32000-1 7.5.6).
package struct RevisionHistory {
    package struct Revision: Hashable {
        /// Behind the `%%EOF` that ends it.
        package let marker: Int
        /// Behind the end of that line, where it has one: the next begins here.
        package let end: Int

        /// Whether a range of bytes from the file’s first ends where this does.
        package func ends(at offset: Int) -> Bool { (marker...end).contains(offset) }
    }

    /// The oldest first; never empty. Updates that a file was made with (a linearised one is) are no states of their own.
    package let revisions: [Revision]
    /// How many bytes follow the last; no update says what they are for.
    package let rest: Int

    /// - Throws: `DiagnosticsError` as `PDFDocument` does; `pdf.damaged` where updates do not lie behind each other.
    package init(_ bytes: [UInt8], file: String) throws(DiagnosticsError) {
        do throws(PDFProblem) {
            guard bytes.starts(with: "%PDF-".utf8) else { throw .noPDF }
            let sections = try ObjectTable(bytes).sections
            revisions = try Self.revisions(bytes, sections)
        } catch {
            throw DiagnosticsError(error.diagnostic(file))
        }
        rest = bytes.count - (revisions.last?.end ?? 0)
    }

    /// - Parameter sections: where they begin, the newest first.
    private static func revisions(_ bytes: [UInt8], _ sections: [Int]) throws(PDFProblem) -> [Revision] {
        var found: [Revision] = []
        var behind = 0
        for (index, section) in sections.enumerated().reversed() {
            behind = max(behind, try end(ofSection: section, bytes))
            guard let revision = revision(bytes, behind, section) else {
                // The newest section is the one that the file’s end leads to.
                guard index > 0 else { throw .damaged }
                continue
            }
            guard found.allSatisfy({ $0.marker <= section }) else { throw .damaged }
            found.append(revision)
        }
        return found
    }

    /// What ends a file: `startxref`, the newest section, `%%EOF`.
    private static func revision(_ bytes: [UInt8], _ start: Int, _ section: Int) -> Revision? {
        var reader = PDFValueReader(bytes[start...])
        guard reader.value()?.isKeyword("startxref") == true, reader.value()?.integer == section else { return nil }
        var marker = reader.position
        while marker < bytes.count, PDFValueReader.isSpace(bytes[marker]) { marker += 1 }
        guard !bytes[start..<marker].contains(UInt8(ascii: "%")) else { return nil }
        let keyword = Array("%%EOF".utf8)
        guard bytes[marker...].starts(with: keyword) else { return nil }
        marker += keyword.count
        var end = marker
        if end < bytes.count, bytes[end] == 0x0D { end += 1 }
        if end < bytes.count, bytes[end] == 0x0A { end += 1 }
        return Revision(marker: marker, end: end)
    }

    /// Behind a table’s trailer, or behind the stream.
    private static func end(ofSection offset: Int, _ bytes: [UInt8]) throws(PDFProblem) -> Int {
        var reader = PDFValueReader(bytes[offset...])
        if reader.value()?.isKeyword("xref") == true {
            while let value = reader.value() {
                if value.isKeyword("trailer"), reader.value() != nil { return reader.position }
            }
            throw .damaged
        }
        let stream = try StreamObject(bytes, at: offset)
        guard let length = stream.dictionary["/Length"]?.integer else { throw .damaged }
        return try stream.end(length: length)
    }
}
