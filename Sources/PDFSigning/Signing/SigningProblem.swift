internal import ReportModel

/// Why a document cannot be signed.
enum SigningProblem {
    case noField
    case allSigned
    case unknownField(String, others: [String])
    case fieldSigned(String)
    /// The field asks for something of its signature.
    case constrained(String)
    /// There are signatures; a certification must be the first.
    case certifiesLate
    /// A certification allows no change at all.
    case locked
    /// The signature does not go into its room.
    case tooLarge(Int)
    /// No signature is waited for, or the document has changed.
    case notPrepared
    /// The signature is not of the certificate, or not of what was prepared.
    case otherSignature
    /// A time stamp is asked for, of nobody.
    case noAuthority
    /// What was to be encoded cannot be.
    case notEncoded(String)

    /// - Parameter file: the document's name; nil where it is not the document's fault.
    func error(_ file: String?) -> DiagnosticsError {
        let (id, message, hint) = words
        return DiagnosticsError(Diagnostic(id, .error, message, at: file.map { Place(file: $0) }, hint: hint))
    }

    /// What is encoded is made of what has been read; that it cannot be is a story to tell, and no reason to crash.
    static func encoding<Value>(_ file: String, _ encode: () throws -> Value) throws(DiagnosticsError) -> Value {
        do {
            return try encode()
        } catch {
            throw SigningProblem.notEncoded("\(error)").error(file)
        }
    }

    private var words: (id: Diagnostic.ID, message: Localized, hint: Localized?) {
        switch self {
        case .noField:
            (
                "sign.no-field", Localized(zh: "PDF 文件里没有签名域", en: "the PDF file has no field to sign in"),
                Localized(
                    zh: "签名域要在排印时做好，签名时再加会破坏 PDF/UA；请重新 render 这份报告",
                    en:
                        "fields are made when a report is typeset; one added later would break PDF/UA: render the report again"
                )
            )
        case .allSigned:
            (
                "sign.all-signed", Localized(zh: "所有签名域都已签名", en: "all fields of the file are signed"), nil
            )
        case .unknownField(let wanted, let others):
            (
                "sign.unknown-field", Localized(zh: "没有签名域“\(wanted)”", en: "there is no field '\(wanted)' to sign in"),
                Localized(
                    zh: "文件里有：\(others.joined(separator: "、"))", en: "the file has: \(others.joined(separator: ", "))")
            )
        case .fieldSigned(let field):
            ("sign.field-signed", Localized(zh: "签名域“\(field)”已经签名", en: "field '\(field)' is signed already"), nil)
        case .constrained(let field):
            (
                "sign.constrained-field",
                Localized(
                    zh: "签名域“\(field)”对签名另有要求（SV、Lock），不予签名",
                    en: "field '\(field)' makes demands on its signature (SV, Lock) that are not kept here"), nil
            )
        case .certifiesLate:
            (
                "sign.certifies-late",
                Localized(
                    zh: "文件已有签名：认证签名（--certify）只能是第一个",
                    en: "the file is signed already: a certification (--certify) must be the first"),
                Localized(zh: "去掉 --certify，作为会签", en: "leave --certify out, to countersign")
            )
        case .locked:
            (
                "sign.locked",
                Localized(
                    zh: "文件的认证签名不允许再作任何改动，也不允许会签",
                    en: "the file is certified and allows no change, nor another signature"),
                nil
            )
        case .tooLarge(let count):
            (
                "sign.too-large",
                Localized(
                    zh: "签名有 \(count) 字节，预留的位置放不下", en: "the signature has \(count) bytes, more than there is room for"),
                nil
            )
        case .notPrepared:
            (
                "sign.not-prepared",
                Localized(
                    zh: "文件里没有等着签名的域，或者文件被改动过",
                    en: "no field of the file waits for its signature, or the file was changed"),
                Localized(zh: "请用 --prepare 生成的文件，不要另存", en: "use the file that --prepare has written, as it is")
            )
        case .otherSignature:
            (
                "sign.other-signature",
                Localized(
                    zh: "签名与文件或证书对不上", en: "the signature is not of this file, or not of its certificate"),
                Localized(
                    zh: "要签的是 --prepare 写出的字节（先取摘要再签），不是 PDF 本身",
                    en:
                        "what is to be signed are the bytes that --prepare has written (digested, then signed), not the PDF"
                )
            )
        case .noAuthority:
            (
                "sign.no-authority",
                Localized(zh: "这一级别的签名要有时间戳", en: "a signature of this level needs a time stamp"),
                Localized(zh: "请用 --tsa 给出时间戳服务的地址", en: "give the address of an authority with --tsa")
            )
        case .notEncoded(let reason):
            (
                "sign.not-encoded", Localized(zh: "签名无法编码：\(reason)", en: "the signature cannot be encoded: \(reason)"),
                nil
            )
        }
    }
}
