internal import PDFFinishing
internal import ReportForms
internal import ReportModel

extension RendererOptions {
    /// What the PDFs promise with a layout.
    /// - Throws: `DiagnosticsError` where the layout asks for more than the standard promises, or for something else.
    func standard(for copy: CopyLayout?) throws(DiagnosticsError) -> PDFStandard {
        if let copy, copy.press != nil {
            guard standard ?? .press == .press else { throw DiagnosticsError(Self.needsPDFX(copy)) }
            return .press
        }
        let chosen = standard ?? .archive3a
        if chosen == .press { throw DiagnosticsError(Self.noPress("--pdf x-4")) }
        if profile != nil { throw DiagnosticsError(Self.noPress("--profile")) }
        if let copy, copy.pdfAOnly, !chosen.isArchivable { throw DiagnosticsError(Self.needsPDFA(copy)) }
        return chosen
    }

    private static func needsPDFA(_ copy: CopyLayout) -> Diagnostic {
        Diagnostic(
            "layout.needs-pdf-a", .error,
            Localized(
                zh: "版式“\(copy.id)”（\(copy.name)）只出 PDF/A：普通 PDF 不保证将来读得出来",
                en:
                    "the layout “\(copy.id)” is issued as PDF/A alone: a plain PDF does not promise to be readable for good"
            ),
            hint: Localized(zh: "去掉 --pdf plain，或用 --pdf a-2a", en: "leave out --pdf plain, or use --pdf a-2a"))
    }

    private static func needsPDFX(_ copy: CopyLayout) -> Diagnostic {
        Diagnostic(
            "layout.needs-pdf-x", .error,
            Localized(
                zh: "版式“\(copy.id)”（\(copy.name)）只出 PDF/X-4：它用油墨的颜色，有出血和裁切线，不是给人看和归档的文件",
                en:
                    "the layout “\(copy.id)” is issued as PDF/X-4 alone: it has colours of inks, bleed and crop marks, and is no file to be read or archived"
            ),
            hint: Localized(
                zh: "印厂稿用 yinfa render --layout \(copy.id) 来排，不写 --pdf；要别的，就换一种 --layout",
                en:
                    "make it with “yinfa render --layout \(copy.id)” and no --pdf; for anything else, use another --layout"
            ))
    }

    private static func noPress(_ option: String) -> Diagnostic {
        Diagnostic(
            "layout.no-press", .error,
            Localized(
                zh: "\(option) 只用于印厂稿，所用的版式里没有印刷的要求（press）",
                en: "\(option) is for a copy that goes to a press, and the layout says nothing of one (press)"),
            hint: Localized(zh: "加上 --layout press", en: "add --layout press"))
    }
}
