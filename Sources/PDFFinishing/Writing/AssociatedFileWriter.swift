/// Writes the files that a document carries (ISO 32000-1 7.11.4, ISO 19005-3 6.8).
struct AssociatedFileWriter {
    let files: [AssociatedFile]
    /// Their date of modification: that of the report, as a PDF date.
    let date: String

    /// Returns the catalog's entries for them; nothing where there are none.
    func write(into file: inout PDFFile) -> PDFText {
        guard !files.isEmpty else { return PDFText() }
        var entries: [(key: PDFText, specification: Int)] = []
        for carried in files {
            var key = PDFText()
            key.append(string: carried.name)
            entries.append((key, file.add(specification(of: carried, key, into: &file))))
        }
        var text = PDFText("/AF[")
        for entry in entries {
            text.append(reference: entry.specification)
            text.append(" ")
        }
        text.append("]/Names<</EmbeddedFiles<</Names[")
        // The digits of strings in order are the strings in order (ISO 32000-1 7.9.6).
        for entry in entries.sorted(by: { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }) {
            text.append(entry.key)
            text.append(reference: entry.specification)
        }
        text.append("]>>>>")
        return text
    }

    private func specification(of carried: AssociatedFile, _ name: PDFText, into file: inout PDFFile) -> PDFText {
        let stream = embed(carried, into: &file)
        var text = PDFText("<</Type/Filespec/F")
        text.append(name)
        text.append("/UF")
        text.append(name)
        text.append("/Desc")
        text.append(string: carried.description)
        text.append("/AFRelationship/\(carried.relationship.rawValue)/EF<</F \(stream) 0 R/UF \(stream) 0 R>>>>")
        return text
    }

    private func embed(_ carried: AssociatedFile, into file: inout PDFFile) -> Int {
        // A name has no slash within.
        let subtype = carried.mediaType.rawValue.split(separator: "/").joined(separator: "#2F")
        let dictionary =
            "/Type/EmbeddedFile/Subtype/\(subtype)/Params<</ModDate\(date)/Size \(carried.bytes.count)>>"
        return file.addStream(
            carried.stored(by: file.deflate), dictionary + (carried.isCompact ? "" : "/Filter/FlateDecode"))
    }
}
