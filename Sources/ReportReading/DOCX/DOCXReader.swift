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
        var package = try OfficePackage.open(bytes, file: file, usual: "word/document.xml", none: noDocument(file))
        guard let body = package.main.root?.child("w:body") else { throw noDocument(file) }
        let notes = [
            "footnotes": DOCXNotes.texts(try package.tree("footnotes")),
            "endnotes": DOCXNotes.texts(try package.tree("endnotes")),
        ]
        var reader = DOCXBody(
            styles: DOCXStyles(try package.tree("styles")), options: options,
            numbering: DOCXNumbering(try package.tree("numbering")), notes: notes)
        try reader.read(body, &package)
        return ImportedDocument(
            file: file, blocks: reader.blocks, findings: reader.log.findings(file),
            carried: try carriedReport(in: &package, file)
        )
    }

    /// What our own files carry among the data of other programs (ISO/IEC 29500-1 15.2.5).
    private static func carriedReport(
        in package: inout OfficePackage, _ file: String
    ) throws(DiagnosticsError) -> String? {
        for (name, bytes) in try package.contents("customXml") {
            guard let root = try? XMLTree(officePart: bytes, file: file, part: name).root else {
                // Of ours, and damaged: what it says is no report, and that is told.
                if bytes.contains(WordLayout.carriedNamespace.utf8) { return "" }
                continue
            }
            if root.name == WordLayout.carriedReport { return root.text }
        }
        return nil
    }

    private static func noDocument(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "docx.none", .error,
                Localized(zh: "这不是 Word 文档（.docx）", en: "this is no Word document (.docx)"), at: Place(file: file),
                hint: Localized(zh: "请用 Word 或 WPS 打开后另存为 .docx", en: "open it in Word or WPS and save it as .docx")))
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
