internal import ReportModel

extension RevisionChange {
    /// For people to see.
    var described: FileChange {
        switch self {
        case .validationData:
            FileChange(kind: .validationData, text: Localized(zh: "存入验证资料", en: "validation data put in"))
        case .timeStamp(let field):
            FileChange(
                kind: .timeStamp,
                text: Localized(zh: "文档时间戳“\(Shown.text(field))”", en: "document time stamp “\(Shown.text(field))”"))
        case .signature(let field), .newSignature(let field):
            FileChange(
                kind: .signature,
                text: Localized(zh: "签名“\(Shown.text(field))”", en: "signature “\(Shown.text(field))”"))
        case .filled(let field):
            FileChange(
                kind: .filled, text: Localized(zh: "填写“\(Shown.text(field))”", en: "“\(Shown.text(field))” filled in"))
        case .dates:
            FileChange(kind: .dates, text: Localized(zh: "修改日期", en: "date of the last change"))
        case .alteration(let alteration):
            FileChange(
                kind: .alteration,
                text: Localized(zh: "改动：\(alteration.text.zh)", en: "alteration: \(alteration.text.en)"))
        }
    }

    /// What it is where it was not allowed.
    var asAlteration: Alteration {
        switch self {
        case .alteration(let alteration): alteration
        case .signature(let field), .filled(let field), .timeStamp(let field): .field(field)
        case .newSignature(let field): .newField(field)
        case .validationData: .validationStore
        case .dates: .metadata
        }
    }
}
