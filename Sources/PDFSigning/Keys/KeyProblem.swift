internal import ReportModel

/// Why a key cannot sign. Passphrases and PINs never come into a message.
enum KeyProblem {
    /// Neither PEM nor PKCS#12, or damaged.
    case unknownFormat
    case noKey
    case noCertificates
    case passphraseNeeded
    case passphraseWrong
    /// The certificates that came with the key are none of it.
    case noCertificateOfKey
    case notYetValid(subject: String, from: String)
    case expired(subject: String, until: String)
    /// The certificate is for something else.
    case wrongUse(subject: String)
    case weak(bits: Int)
    /// A curve or a kind of key.
    case unsupported(String)
    /// In OpenSSL's words.
    case failed(String)

    /// - Parameter name: of the key's file, or its address.
    func error(_ name: String) -> DiagnosticsError {
        let (id, message, hint) = words
        return DiagnosticsError(
            Diagnostic(
                id, .error, Localized(zh: "密钥“\(name)”：\(message.zh)", en: "key '\(name)': \(message.en)"), hint: hint))
    }

    private var words: (id: Diagnostic.ID, message: Localized, hint: Localized?) {
        switch self {
        case .unknownFormat:
            (
                "key.unknown-format", Localized(zh: "不是 PKCS#12，也不是 PEM", en: "is neither PKCS#12 nor PEM"),
                Localized(
                    zh: "请用 .p12（.pfx）或 .pem 文件；U 盾等硬件里的密钥写 pkcs11: 开头的地址",
                    en: "use a .p12 (.pfx) or .pem file; a key in hardware has an address that begins with pkcs11:")
            )
        case .noKey:
            (
                "key.none", Localized(zh: "文件里没有私钥", en: "there is no private key in the file"),
                Localized(zh: "--cert 才是证书文件，--key 要有私钥", en: "--cert is for certificates; --key needs a private key")
            )
        case .noCertificates:
            (
                "key.no-certificate", Localized(zh: "没有证书", en: "there is no certificate"),
                Localized(zh: "请用 --cert 给出签名证书（PEM 或 DER）", en: "give the certificate with --cert (PEM or DER)")
            )
        case .passphraseNeeded:
            (
                "key.passphrase-needed", Localized(zh: "需要口令", en: "needs a passphrase"),
                Localized(
                    zh: "请在终端运行，或用 --passphrase-env、--passphrase-fd 给出口令",
                    en: "run it in a terminal, or give the passphrase with --passphrase-env or --passphrase-fd")
            )
        case .passphraseWrong:
            ("key.passphrase-wrong", Localized(zh: "口令不对", en: "the passphrase is wrong"), nil)
        case .noCertificateOfKey:
            (
                "key.other-certificate",
                Localized(zh: "所给的证书都不是这个密钥的", en: "none of the certificates given belongs to the key"),
                Localized(zh: "请核对 --cert 的文件", en: "check the file given with --cert")
            )
        case .notYetValid(let subject, let from):
            (
                "key.not-yet-valid",
                Localized(zh: "证书（\(subject)）要到 \(from) 才生效", en: "the certificate (\(subject)) is valid from \(from) on"),
                Localized(zh: "请核对本机的时间", en: "check the clock of this machine")
            )
        case .expired(let subject, let until):
            (
                "key.expired",
                Localized(zh: "证书（\(subject)）已于 \(until) 过期", en: "the certificate (\(subject)) expired on \(until)"),
                Localized(zh: "请向发证机构换发新证书", en: "have the authority issue a new certificate")
            )
        case .wrongUse(let subject):
            (
                "key.wrong-use",
                Localized(
                    zh: "证书（\(subject)）的用途不包括签名", en: "the certificate (\(subject)) is not for signing"),
                Localized(
                    zh: "单位往往有两张证书：请用签名证书，不用加密证书",
                    en: "there are often two certificates: use the one for signing, not the one for encryption")
            )
        case .weak(let bits):
            (
                "key.weak", Localized(zh: "RSA 密钥只有 \(bits) 位，不安全", en: "an RSA key of \(bits) bits is not safe"),
                Localized(zh: "请用 2048 位或更长的密钥", en: "use a key of 2048 bits or more")
            )
        case .unsupported(let kind):
            (
                "key.unsupported", Localized(zh: "不支持这种密钥（\(kind)）", en: "keys of this kind (\(kind)) are not supported"),
                Localized(zh: "请用 RSA、P-256、P-384 或 SM2", en: "use RSA, P-256, P-384 or SM2")
            )
        case .failed(let reason):
            ("key.failed", Localized(zh: "签名失败（\(reason)）", en: "signing failed (\(reason))"), nil)
        }
    }
}
