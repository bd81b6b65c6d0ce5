internal import ReportModel

/// Why a seal cannot be put where GB/T 9704-2012 7.3.5 has it, or is not as it should be.
enum SealProblem {
    static func noSize(_ body: String) -> Diagnostic {
        Diagnostic(
            "seal.size-unknown", .error,
            Localized(
                zh: "不知道“\(body)”的印章多大", en: "how large is the seal of “\(body)”?"),
            at: Place(path: "signature"),
            hint: Localized(
                zh: "写明直径，如 --seal-diameter 42mm，或加到样式的 signature.seal.diameters 里",
                en:
                    "give its diameter, e.g. --seal-diameter 42mm, or add it to signature.seal.diameters of the style"))
    }

    static func otherSize(_ body: String, _ diameter: Double, prescribed: Double) -> Diagnostic {
        Diagnostic(
            "seal.size", .warning,
            Localized(
                zh: "“\(body)”的印章直径 \(millimetres(diameter)) mm，规定是 \(millimetres(prescribed)) mm（国发〔1999〕25号）",
                en:
                    "the seal of “\(body)” is \(millimetres(diameter)) mm across, and \(millimetres(prescribed)) mm by rule (国发〔1999〕25号)"
            ),
            at: Place(path: "signature"))
    }

    static func notRound(_ picture: SealPicture) -> Diagnostic {
        Diagnostic(
            "seal.not-round", .error,
            Localized(
                zh: "“\(picture.file)”不是圆形印章的图样：高和宽不等",
                en: "“\(picture.file)” is no picture of a round seal: its sides differ"),
            hint: Localized(
                zh: "把图片裁到印章的外缘，四边相切；签名章写在报告的 signatories 里",
                en: "crop it to the seal's rim; a name seal belongs to a signatory of the report (signatories)"))
    }

    static func nameTooWide(_ name: String) -> Diagnostic {
        Diagnostic(
            "seal.name-too-wide", .error,
            Localized(
                zh: "署名“\(name)”一行排不下，印章无法居中盖在上面",
                en: "the name “\(name)” takes more than a line; no seal can be centred over it"),
            at: Place(path: "signature"),
            hint: Localized(zh: "署名用规范化简称", en: "use the body's official short name"))
    }

    static func titleTooWide(_ title: String) -> Diagnostic {
        Diagnostic(
            "seal.title-too-wide", .error,
            Localized(
                zh: "职务“\(title)”和签名章在一行里排不下", en: "the title “\(title)” and the name seal do not fit a line"),
            at: Place(path: "signature.signatories"),
            hint: Localized(
                zh: "职务写全称，但不写机关名称的重复部分；签名章的图片不要太宽",
                en: "write the post’s title without what repeats the body’s name; crop the picture of the seal"))
    }

    static func tooMany(_ count: Int) -> Diagnostic {
        Diagnostic(
            "seal.too-many", .error,
            Localized(
                zh: "\(count) 枚印章与正文同处一页排不下", en: "\(count) seals do not fit a page with any text of the body"),
            at: Place(path: "signature"),
            hint: Localized(zh: "请减少署名的机关", en: "have fewer bodies sign"))
    }

    static let noText = Diagnostic(
        "seal.no-text", .error,
        Localized(
            zh: "印章所在的一页没有正文（GB/T 9704-2012 7.3.5.5）",
            en: "there is no text on the page of the seal (GB/T 9704-2012 7.3.5.5)"),
        at: Place(path: "signature"),
        hint: Localized(
            zh: "表格之后加一段话（如联系方式 contact），或改动前面的文字，使一两行落到这一页",
            en: "add a sentence after the last table, e.g. “contact”, or change the text before it by a line or two"))

    private static func millimetres(_ points: Double) -> String {
        let tenths = (points * 25.4 / 72 * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }
}
