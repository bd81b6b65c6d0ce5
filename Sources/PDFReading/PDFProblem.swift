internal import ReportModel

/// Why a file cannot be read. A file may come from anybody: what is not as it should be is refused, never mended.
enum PDFProblem: Error, Hashable {
    /// It does not begin as a PDF file does.
    case noPDF
    /// Something is missing, or not what it should be.
    case damaged
    case encrypted
    /// It is larger than any report, or becomes so when it is unpacked.
    case tooLarge
    /// It has more in it, or goes deeper, than any report.
    case tooComplicated

    func diagnostic(_ file: String) -> Diagnostic {
        let (id, message, hint): (Diagnostic.ID, Localized, Localized?) =
            switch self {
            case .noPDF: ("pdf.none", Localized(zh: "这不是 PDF 文件", en: "this is no PDF file"), nil)
            case .damaged:
                (
                    "pdf.damaged", Localized(zh: "PDF 文件不完整或已损坏", en: "the PDF file is not whole, or damaged"),
                    Localized(zh: "请重新取得这份文件，或用原来的报告重新排印", en: "get the file again, or typeset the report again")
                )
            case .encrypted:
                (
                    "pdf.encrypted",
                    Localized(zh: "PDF 文件已加密，归档文件不应加密", en: "the PDF file is encrypted; one for an archive is not"),
                    Localized(zh: "请用未加密的原件", en: "use the original, which is not encrypted")
                )
            case .tooLarge:
                (
                    "pdf.too-large",
                    Localized(zh: "PDF 文件解开后过大，不予读取", en: "unpacked, the PDF file is too large to be read"), nil
                )
            case .tooComplicated:
                (
                    "pdf.too-complicated",
                    Localized(
                        zh: "PDF 文件的内部结构超出报告应有的规模，不予读取",
                        en: "the PDF file has more inside than any report; it is not read"), nil
                )
            }
        return Diagnostic(id, .error, message, at: Place(file: file), hint: hint)
    }
}
