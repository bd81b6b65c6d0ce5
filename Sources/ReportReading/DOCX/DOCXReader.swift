internal import ReportModel
internal import XMLReading

/// Reads what Word and WPS save (ISO/IEC 29500-1, WordprocessingML).
///
/// - Text as a reader of the printed page sees it: fields by their results, automatic numbers written out, hidden text
///   and tracked changes left out or in as the options say.
/// - No macro, no link and no part outside of the file is ever touched.
enum DOCXReader {
    /// - Throws: `DiagnosticsError` where the file is no DOCX, damaged, or more than a report takes.
    static func read(
        _ bytes: [UInt8], file: String, options: ImportOptions
    ) throws(DiagnosticsError) -> ImportedDocument {
        var package = try DOCXPackage.open(bytes, file: file)
        guard let body = package.document.root?.child("w:body") else { throw DOCXPackage.noDocument(file) }
        let notes = [
            "footnotes": DOCXNotes.texts(try package.tree("footnotes")),
            "endnotes": DOCXNotes.texts(try package.tree("endnotes")),
        ]
        var reader = DOCXBody(
            styles: DOCXStyles(try package.tree("styles")), options: options,
            numbering: DOCXNumbering(try package.tree("numbering")), notes: notes)
        try reader.read(body, &package)
        return ImportedDocument(
            file: file, blocks: reader.blocks, findings: reader.log.findings(file), carried: try package.carriedReport()
        )
    }
}

/// Footnotes or endnotes by their numbers.
enum DOCXNotes {
    static func texts(_ tree: XMLTree?) -> [String: String] {
        var texts: [String: String] = [:]
        for note in tree?.root?.children ?? [] {
            guard let id = note.attribute("w:id"), note.attribute("w:type") == nil else { continue }
            texts[id] = note.descendants("w:t").map(\.text).joined().trimmed
        }
        return texts
    }
}
