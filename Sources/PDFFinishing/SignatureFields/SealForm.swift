internal import PDFReading
internal import ReportModel

/// A seal as a form XObject (ISO 32000-1 8.10) of the page of a PDF file: one that Cairo has drawn of a picture, or a
/// `SealFile`.
struct SealForm {
    private let document: PDFDocument
    private let page: PrintablePage

    init(_ pdf: [UInt8]) throws(DiagnosticsError) {
        document = try PDFDocument(pdf, file: "PDF")
        let pages = try document.printablePages()
        guard pages.count == 1, let page = pages.first else { throw document.damaged }
        self.page = page
    }

    /// - Parameters:
    ///   - number: that it is written under.
    ///   - isUnitSquare: whether it fills a square of one unit, as pictures do (ISO 32000-1 8.9.5.1).
    func write(as number: Int, isUnitSquare: Bool = false, into file: inout PDFFile) throws(DiagnosticsError) {
        var copier = ObjectCopier(document, isForArchive: true)
        try copier.copyAsForm(page, as: number, isUnitSquare: isUnitSquare, into: &file)
        try copier.finish(into: &file)
    }
}
