internal import PDFFinishing
internal import ReportForms
internal import ReportModel
internal import Typesetting

extension RendererOptions {
    /// More sign no report, and each field makes the PDF larger.
    private static let mostCountersigners = 50
    private static let longestName = 100

    /// How reports are sealed and signed.
    /// - Throws: `DiagnosticsError` where a countersigner has no name that can be shown, there are too many of them, or
    ///   the PDF is of a kind that is not signed.
    func sealing(for standard: PDFStandard) throws(DiagnosticsError) -> Sealing {
        if let sealDiameter, !SealStyle.diameters.contains(sealDiameter) {
            throw DiagnosticsError(Self.noDiameter)
        }
        let hasFields = signatureFields || !countersigners.isEmpty
        guard hasFields else { return Sealing(diameter: sealDiameter) }
        if standard == .press { throw DiagnosticsError(Self.pressIsNotSigned) }
        guard countersigners.count <= Self.mostCountersigners else {
            throw DiagnosticsError(Self.tooManyCountersigners(countersigners.count))
        }
        let problems = countersigners.filter { !Self.isName($0) }.map(Self.noName)
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return Sealing(diameter: sealDiameter, hasFields: true, countersigners: countersigners)
    }

    private static func isName(_ text: String) -> Bool {
        (1...longestName).contains(text.count) && !text.allSatisfy(\.isWhitespace)
            && text.unicodeScalars.allSatisfy {
                ![.control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned].contains(
                    $0.properties.generalCategory)
            }
    }

    private static let noDiameter = Diagnostic(
        "seal.diameter", .error,
        Localized(zh: "印章的直径应在 5 至 100 mm 之间", en: "a seal is 5 to 100 mm across"))

    private static let pressIsNotSigned = Diagnostic(
        "signature.press", .error,
        Localized(
            zh: "印厂稿（PDF/X-4）是印版，不是发出的文件，不做签名域",
            en: "a copy for a press (PDF/X-4) makes plates and is issued to nobody; it gets no signature fields"),
        hint: Localized(
            zh: "去掉 --signature-fields、--countersigner；发出的 PDF 另排一份，不写 --layout press",
            en: "leave out --signature-fields and --countersigner; issue a PDF made without --layout press"))

    private static func tooManyCountersigners(_ count: Int) -> Diagnostic {
        Diagnostic(
            "signature.too-many", .error,
            Localized(
                zh: "另加的签名域有 \(count) 个，最多 \(mostCountersigners) 个",
                en: "\(count) countersigners; there may be \(mostCountersigners)"))
    }

    private static func noName(_ text: String) -> Diagnostic {
        Diagnostic(
            "signature.name", .error,
            Localized(
                zh: "“\(text.prefix(40))”不能做签名域的名称（--countersigner）",
                en: "“\(text.prefix(40))” is no name for who signs (--countersigner)"),
            hint: Localized(
                zh: "写 1 至 \(longestName) 个字的名称，如“审核人”", en: "write a name of 1 to \(longestName) characters"))
    }
}
