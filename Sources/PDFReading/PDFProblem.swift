internal import ReportModel

/// Why a file cannot be read. A file may come from anybody: what is not as it should be is refused, never mended.
package enum PDFProblem: Error, Hashable {
    /// It does not begin as a PDF file does.
    case noPDF
    /// Something is missing, or not what it should be.
    case damaged
    case encrypted
    /// It is larger than any report, or becomes so when it is unpacked.
    case tooLarge
    /// It has more in it, or goes deeper, than any report.
    case tooComplicated
    /// Another file of its pages would bear no signature.
    case signed
    /// It has layers, of which some may be switched off.
    case layered
    /// Stamps, notes or filled fields lie on a page.
    case annotated(page: Int)
    /// What is filled into its fields has yet to be drawn.
    case filled

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
            case .signed:
                (
                    "pdf.signed",
                    Localized(
                        zh: "PDF 文件已经签名：重新拼版的文件不再带有签名",
                        en: "the PDF file is signed; laid on sheets, its pages would bear no signature"),
                    Localized(zh: "请用签名之前的文件拼版，签名的原件照旧保存", en: "impose the file as it was before it was signed")
                )
            case .layered:
                (
                    "pdf.layered",
                    Localized(
                        zh: "PDF 文件有图层，拼版会改变图层的显示", en: "the PDF file has layers; imposition would change what shows"),
                    PDFProblem.flatten
                )
            case .annotated(let page):
                (
                    "pdf.annotated",
                    Localized(
                        zh: "PDF 文件第 \(page) 页有会打印出来的批注、图章或表单域，拼版会丢掉它们",
                        en:
                            "page \(page) of the PDF file has notes, stamps or fields that print; imposition would lose them"
                    ), PDFProblem.flatten
                )
            case .filled:
                (
                    "pdf.filled",
                    Localized(
                        zh: "PDF 文件有待阅读器绘制的表单域，拼版会丢掉它们",
                        en: "the PDF file has form fields for viewers to draw; imposition would lose them"),
                    PDFProblem.flatten
                )
            }
        return Diagnostic(id, .error, message, at: Place(file: file), hint: hint)
    }
    private static let flatten = Localized(
        zh: "请先用阅读器“打印为 PDF”，把看到的内容固定下来", en: "print it to a PDF first, so that what shows is on the pages")
}
