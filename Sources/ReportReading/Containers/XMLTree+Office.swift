internal import ReportModel
internal import XMLReading

extension XMLTree {
    /// A part of an office file; names have the prefixes that are customary there: `w:p`.
    /// - Parameter part: its name in the container.
    /// - Throws: as `init(_:file:part:prefixes:)`.
    convenience init(officePart bytes: [UInt8], file: String, part: String) throws(DiagnosticsError) {
        try self.init(bytes, file: file, part: part, prefixes: Self.officePrefixes)
    }

    /// Namespaces of office files, transitional and strict.
    private static let officePrefixes = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s:",
        "http://purl.oclc.org/ooxml/spreadsheetml/main": "s:",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
        "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
        "http://purl.oclc.org/ooxml/drawingml/main": "a:",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
        "urn:schemas-microsoft-com:vml": "v:",
        "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
        "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg:",
        WordLayout.carriedNamespace: "yinfa:",
    ]
}
