internal import PDFReading
public import ReportModel

/// A seal in a PDF of the user's: one page, upright, with nothing on it but a drawing that PDF/A takes.
public struct SealFile {
    /// In points.
    public let width: Double
    public let height: Double

    /// - Throws: `DiagnosticsError` where the file cannot be read, or is no such seal: `seal.pages`, `seal.turned`,
    ///   `seal.pdf-content`.
    public init(_ pdf: [UInt8], file: String) throws(DiagnosticsError) {
        let document = try PDFDocument(pdf, file: file)
        let pages = try document.printablePages()
        guard let page = pages.first, pages.count == 1 else {
            throw DiagnosticsError(SealFile.severalPages(file, count: pages.count))
        }
        guard page.quarterTurns == 0 else { throw DiagnosticsError(SealFile.turned(file)) }
        var check = SealCheck(document)
        try check.check(page)
        width = page.box.width
        height = page.box.height
    }

    private static func severalPages(_ path: String, count: Int) -> Diagnostic {
        Diagnostic(
            "seal.pages", .error,
            Localized(zh: "印章“\(path)”有 \(count) 页", en: "the seal “\(path)” has \(count) pages"),
            hint: Localized(zh: "只留有印章的一页", en: "keep the page with the seal alone"))
    }

    private static func turned(_ path: String) -> Diagnostic {
        Diagnostic(
            "seal.turned", .error,
            Localized(zh: "印章“\(path)”的页面是转过的", en: "the page of the seal “\(path)” is turned"),
            hint: Localized(
                zh: "印章应端正：重新导出，不旋转页面", en: "a seal stands upright: export it again without turning its page"))
    }
}
