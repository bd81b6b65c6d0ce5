internal import ReportModel

/// Why a signature is not valid, or why nobody can tell yet.
enum SignatureProblem: Error, Hashable, Sendable {
    // MARK: Never valid

    /// What is signed is not the file, but for the signature itself.
    case byteRange
    /// The signature’s value cannot be read.
    case malformed
    /// Signatures of this kind are not known, or not safe any more.
    case format(String)
    case weakDigest
    case algorithm
    /// The bytes are not those that were signed.
    case digestDiffers
    case signatureWrong
    /// What is signed does not say what kind of content it is, or what its digest is.
    case attributes
    case noCertificate
    /// The certificate is not the one that the signer meant.
    case otherCertificate
    case certificateNotNamed
    case altered(revision: Int, Alteration)
    /// The signature was there, and a later state has it no more.
    case removed
    /// The same signature stands in two fields.
    case twice
    /// In OpenSSL’s words.
    case chain(String)
    case expired(SigningTime)
    case notYetValid(SigningTime)
    case wrongUse
    case revoked(SigningTime)
    /// A time stamp of the signature is not valid.
    case timeStamp(TimeStampProblem)

    // MARK: Not known

    case signerUnknown
    case revocationUnknown
    /// The certificate has expired, and nothing proves that the signature was there before.
    case timeUnknown
    case timeStampUnknown
    /// The time stamp’s certificate has expired, and no later time stamp covers it.
    case timeStampExpired
    /// At the time that is asked about, the signature was not there yet.
    case inTheFuture(SigningTime)

    enum TimeStampProblem: Hashable, Sendable {
        case otherContent, signatureWrong, certificate
    }

    /// Whether more knowledge could make the signature valid.
    var isDoubt: Bool {
        switch self {
        case .signerUnknown, .revocationUnknown, .timeUnknown, .timeStampUnknown, .timeStampExpired, .inTheFuture: true
        default: false
        }
    }

    /// Whether a time stamp proves no time for it.
    var isOfTime: Bool {
        switch self {
        case .timeStampExpired, .inTheFuture: true
        default: false
        }
    }

    /// - Parameter field: the signature’s.
    func diagnostic(_ field: String, in file: String) -> Diagnostic {
        let (id, message, hint) = words
        return Diagnostic(
            Diagnostic.ID(rawValue: "verify.signature-" + id), isDoubt ? .warning : .error,
            Localized(zh: "签名“\(field)”\(message.zh)", en: "the signature “\(field)” \(message.en)"),
            at: Place(file: file), hint: hint)
    }

    private var words: (id: String, message: Localized, hint: Localized?) {
        switch self {
        case .byteRange:
            (
                "byte-range",
                Localized(
                    zh: "没有覆盖签名时的整份文件", en: "does not cover all of the file as it was when it was signed"),
                Self.asAltered
            )
        case .malformed:
            ("malformed", Localized(zh: "的签名值不完整或已损坏", en: "has a value that is not whole, or damaged"), nil)
        case .format(let name):
            (
                "format", Localized(zh: "的格式（\(name)）不支持", en: "is of a kind (\(name)) that is not supported"),
                Localized(
                    zh: "支持 ETSI.CAdES.detached、adbe.pkcs7.detached、ETSI.RFC3161",
                    en: "supported are ETSI.CAdES.detached, adbe.pkcs7.detached and ETSI.RFC3161")
            )
        case .weakDigest:
            (
                "weak-digest",
                Localized(
                    zh: "所用的摘要算法（MD5、SHA-1 之类）不安全", en: "uses a digest that is not safe (MD5, SHA-1 or another)"), nil
            )
        case .algorithm:
            ("algorithm", Localized(zh: "所用的签名算法不支持", en: "uses an algorithm that is not supported"), nil)
        case .digestDiffers:
            ("digest-differs", Localized(zh: "所签的内容已被改动", en: "is of other content than is there now"), Self.asAltered)
        case .signatureWrong: ("wrong", Localized(zh: "不是证书所有者签的", en: "was not made with the certificate’s key"), nil)
        case .attributes:
            (
                "attributes",
                Localized(zh: "没有签上内容类型和摘要", en: "does not sign what kind of content it is of, and its digest"), nil
            )
        case .noCertificate:
            ("no-certificate", Localized(zh: "没有带签名证书", en: "does not carry the signer’s certificate"), nil)
        case .otherCertificate:
            ("other-certificate", Localized(zh: "的证书被换过", en: "carries another certificate than the signer named"), nil)
        case .certificateNotNamed:
            (
                "certificate-not-named",
                Localized(
                    zh: "没有签上证书的摘要（signing-certificate-v2）",
                    en: "does not sign its certificate’s digest (signing-certificate-v2)"),
                nil
            )
        case .altered(let revision, let alteration):
            (
                "altered",
                Localized(
                    zh: "之后文件被改动（第 \(revision) 版）：\(alteration.text.zh)",
                    en: "was followed by an alteration (revision \(revision)): \(alteration.text.en)"), Self.asAltered
            )
        case .removed:
            ("removed", Localized(zh: "后来被去掉", en: "was taken away afterwards"), Self.asAltered)
        case .twice: ("twice", Localized(zh: "同时用在两个域里", en: "stands in two fields"), nil)
        case .chain(let reason):
            (
                "chain",
                Localized(zh: "的证书链不成立（\(reason)）", en: "has a chain of certificates that does not hold (\(reason))"),
                nil
            )
        case .expired(let time):
            (
                "expired",
                Localized(
                    zh: "的证书在签名时（\(time.text)）已过期", en: "was made when its certificate had expired (\(time.text))"), nil
            )
        case .notYetValid(let time):
            (
                "not-yet-valid",
                Localized(
                    zh: "的证书在签名时（\(time.text)）尚未生效", en: "was made before its certificate was valid (\(time.text))"),
                nil
            )
        case .wrongUse:
            ("wrong-use", Localized(zh: "的证书不是用来签名的", en: "has a certificate that is not for signing"), nil)
        case .revoked(let time):
            (
                "revoked",
                Localized(zh: "的证书已于 \(time.text) 吊销", en: "has a certificate that was revoked on \(time.text)"), nil
            )
        case .timeStamp(let problem): ("time-stamp", problem.text, nil)
        case .signerUnknown:
            (
                "signer-unknown",
                Localized(zh: "完好，但不知道是谁签的", en: "is sound, but nobody vouches for the signer"),
                Localized(
                    zh: "用 --anchor 给出信任的根证书", en: "give the root certificate that you trust with --anchor")
            )
        case .revocationUnknown:
            (
                "revocation-unknown",
                Localized(
                    zh: "完好，但不知道证书是否已吊销：文件里没有可用的 OCSP 或 CRL",
                    en: "is sound, but the file does not prove that its certificates were not revoked (by OCSP or CRL)"),
                Localized(
                    zh: "yinfa verify 从不联网；签名时用 --level lt 或 lta，就带上证明",
                    en: "yinfa verify never goes online; with --level lt or lta, signing puts the proof in")
            )
        case .timeUnknown:
            (
                "time-unknown",
                Localized(
                    zh: "的证书现已过期，没有时间戳证明签名在先",
                    en: "has a certificate that has expired, and no time stamp proves that it was made before"),
                Localized(zh: "用 --at 指定要核对的时间", en: "name the time to judge by with --at")
            )
        case .timeStampUnknown:
            (
                "time-stamp-unknown",
                Localized(zh: "的时间戳不知道是谁签发的", en: "has a time stamp that nobody vouches for"),
                Localized(
                    zh: "时间戳的根证书也用 --anchor 给出", en: "give the root of the time stamp authority with --anchor, too")
            )
        case .timeStampExpired:
            (
                "time-stamp-expired",
                Localized(
                    zh: "的时间戳，证书现已过期，之后没有新的时间戳",
                    en: "has a time stamp whose certificate has expired, and no later one covers it"
                ),
                Localized(
                    zh: "归档文件应在过期前加盖新的文档时间戳",
                    en: "archived files want a new document time stamp before the last one expires")
            )
        case .inTheFuture(let time):
            (
                "in-the-future",
                Localized(zh: "到 \(time.text) 才有", en: "was not there before \(time.text)"),
                Localized(zh: "请核对 --at 或本机的时间", en: "check --at, or the clock of this machine")
            )
        }
    }

    private static let asAltered = Localized(
        zh: "这份文件不能作准，请取得签名时的原件", en: "do not rely on this file; get the one that was signed")
}

extension SignatureProblem.TimeStampProblem {
    fileprivate var text: Localized {
        switch self {
        case .otherContent: Localized(zh: "的时间戳是别的内容的", en: "has a time stamp of something else")
        case .signatureWrong: Localized(zh: "的时间戳已损坏", en: "has a time stamp that is damaged")
        case .certificate:
            Localized(
                zh: "的时间戳用了无效的证书（过期、已吊销，或不是时间戳证书）",
                en: "has a time stamp by a certificate that is not valid (expired, revoked, or not for time stamps)")
        }
    }
}
