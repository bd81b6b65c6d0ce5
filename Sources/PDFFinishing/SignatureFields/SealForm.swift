internal import PDFReading
internal import ReportModel
internal import Typesetting

/// A seal as a form XObject (ISO 32000-1 8.10) of the page of a PDF file: one that Cairo has drawn of a picture, or the
/// user's own.
struct SealForm {
    private let document: PDFDocument
    private let page: PrintablePage

    /// - Throws: `DiagnosticsError` where the user's file cannot be read or has what no archive takes.
    init(_ pdf: [UInt8], of picture: SealPicture) throws(DiagnosticsError) {
        document = try PDFDocument(pdf, file: picture.file)
        let pages = try document.printablePages()
        guard pages.count == 1, let page = pages.first else { throw DiagnosticsError(SealForm.severalPages(picture)) }
        self.page = page
    }

    /// Returns its number.
    func write(into file: inout PDFFile) throws(DiagnosticsError) -> Int {
        var copier = ObjectCopier(document, isForArchive: true)
        let number = try copier.copyAsForm(page, into: &file)
        try copier.finish(into: &file)
        return number
    }

    private static func severalPages(_ picture: SealPicture) -> Diagnostic {
        Diagnostic(
            "seal.pages", .error,
            Localized(zh: "印章图样“\(picture.file)”不止一页", en: "the seal “\(picture.file)” has more than a page"),
            hint: Localized(zh: "只留有印章的一页", en: "keep the page with the seal alone"))
    }
}
