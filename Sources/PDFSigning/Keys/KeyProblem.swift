internal import ReportModel

/// Why a key cannot sign. Passphrases and PINs never come into a message.
enum KeyProblem: Error {
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
    // Of keys in hardware.
    case noTokenLibrary
    /// No address of RFC 7512.
    case badAddress
    case pinInAddress
    case noModule(String)
    case noToken
    case noTokenKey
    case severalKeys(Int)
    case pinLocked
    /// In the words of PKCS#11.
    case device(String)
    /// PKCS#11 has no names for it that all devices know.
    case tokenSM2

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
                Localized(
                    zh: "证书（\(subject)）要到 \(from) 才生效", en: "the certificate (\(subject)) is valid from \(from) on"),
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
                "key.unsupported",
                Localized(zh: "不支持这种密钥（\(kind)）", en: "keys of this kind (\(kind)) are not supported"),
                Localized(zh: "请用 RSA、P-256、P-384 或 SM2", en: "use RSA, P-256, P-384 or SM2")
            )
        case .failed(let reason):
            ("key.failed", Localized(zh: "签名失败（\(reason)）", en: "signing failed (\(reason))"), nil)
        case .noTokenLibrary, .badAddress, .pinInAddress, .noModule, .noToken, .noTokenKey, .severalKeys, .pinLocked,
            .device, .tokenSM2:
            tokenWords
        }
    }

    private var tokenWords: (id: Diagnostic.ID, message: Localized, hint: Localized?) {
        switch self {
        case .noTokenLibrary:
            (
                "key.no-library",
                Localized(zh: "本机没有 p11-kit 的程序库", en: "the library of p11-kit is not on this machine"),
                Localized(
                    zh: "请安装软件包：apt-get install libp11-kit0", en: "install the package: apt-get install libp11-kit0")
            )
        case .badAddress:
            (
                "key.bad-address", Localized(zh: "不是 PKCS#11 的地址", en: "is no address of PKCS#11"),
                Localized(
                    zh: "写法如 pkcs11:token=名称;object=名称，模块用 ?module-path=/路径 指明（RFC 7512）",
                    en: "it is like pkcs11:token=NAME;object=NAME, with ?module-path=/PATH for the module (RFC 7512)")
            )
        case .pinInAddress:
            (
                "key.pin-in-address",
                Localized(
                    zh: "地址里不要写 PIN：命令行人人可见",
                    en: "must not have the PIN in it: everybody on the machine can read arguments"),
                Localized(
                    zh: "请用 --passphrase-env、--passphrase-fd，或在终端输入",
                    en: "give it with --passphrase-env or --passphrase-fd, or at the terminal")
            )
        case .noModule(let path):
            ("key.no-module", Localized(zh: "装不了模块 \(path)", en: "module \(path) cannot be loaded"), nil)
        case .noToken:
            (
                "key.no-token", Localized(zh: "没有这样的设备", en: "there is no such token"),
                Localized(
                    zh: "请看设备是否插好；模块用 ?module-path=/路径 指明",
                    en: "check that it is plugged in; name its module with ?module-path=/PATH")
            )
        case .noTokenKey:
            ("key.none", Localized(zh: "设备里没有这样的私钥", en: "there is no such private key on the token"), nil)
        case .severalKeys(let count):
            (
                "key.several", Localized(zh: "设备里有 \(count) 个这样的私钥", en: "the token has \(count) such private keys"),
                Localized(zh: "请用 object= 或 id= 指明一个", en: "name one with object= or id=")
            )
        case .pinLocked: ("key.pin-locked", Localized(zh: "PIN 已锁死", en: "the PIN is locked"), nil)
        case .device(let reason):
            ("key.device", Localized(zh: "设备出错（\(reason)）", en: "the token fails (\(reason))"), nil)
        default:
            (
                "key.token-sm2", Localized(zh: "不能直接用设备里的 SM2 密钥", en: "SM2 keys on tokens cannot be used directly"),
                Localized(
                    zh: "请用 --prepare 和 --embed，由厂商的程序签名",
                    en: "use --prepare and --embed, and the maker’s program to sign")
            )
        }
    }
}
