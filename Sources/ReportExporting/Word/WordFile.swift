public import ReportModel
internal import ReportReading

/// A report as a Word file that offices edit: the styles, grid, faces and page numbers of official documents
/// (GB/T 9704-2012), tables with merged cells, notes at the foot of the page.
public enum WordFile {
    /// - Parameter carried: the text of a report that the file carries, which nobody sees.
    /// - Throws: `DiagnosticsError` of the machine's fault, where libzip is missing or fails.
    public static func docx(
        _ document: ExportedDocument, carrying carried: String? = nil
    ) throws(DiagnosticsError) -> [UInt8] {
        try ZipWriter.bytes(WordPackage(document, carrying: carried).parts)
    }
}
