import ArgumentParser
import Yinfa

/// Which key signs, and how far the signature goes; common to the commands that sign.
struct SigningKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "签名的密钥：.p12（.pfx）或 .pem 文件，或硬件里的密钥，如 pkcs11:token=名称;object=名称 · the key: a .p12 (.pfx) or .pem file, or one in hardware, e.g. pkcs11:token=NAME;object=NAME",
            valueName: "file or address"))
    var key: String?

    @Option(
        name: .customLong("cert"),
        help: ArgumentHelp(
            "签名证书和上级证书，PEM 或 DER；可以写多次 · the certificate and those above it, PEM or DER; may be given several times",
            valueName: "file"))
    var certificates: [String] = []

    @OptionGroup var passphrase: PassphraseOptions

    @Flag(help: "RSA 密钥用 PSS 填充 · RSA keys sign by PSS")
    var pss = false

    @Option(
        help: ArgumentHelp(
            "SM2 签名的写法：standard（默认）为通用的 CMS，gmt0010 用 GM/T 0010 的标识 · form of an SM2 signature: standard (default), CMS as everywhere, or gmt0010, with the names of GM/T 0010",
            valueName: "form"))
    var sm2Form = SM2Form.standard

    @OptionGroup var completion: CompletionOptions

    /// Opens the key, which must have been named.
    /// - Parameter used: what opened the key, if it needed a passphrase.
    func signer(passphrase used: inout Passphrase?) throws(DiagnosticsError) -> Signer {
        let name = key ?? ""
        var asked: Passphrase?
        defer { used = asked }
        let opened = try Self.open(name, try Self.certificates(certificates), options) {
            asked = passphrase.passphrase(for: name)
            return asked
        }
        return Signer(opened, try completion.completion())
    }

    private static func open(
        _ name: String, _ certificates: [Certificate], _ options: KeyOptions, passphrase: () -> Passphrase?
    ) throws(DiagnosticsError) -> SigningKey {
        if name.hasPrefix("pkcs11:") {
            return try SigningKey(address: name, certificates: certificates, options: options, passphrase: passphrase)
        }
        return try SigningKey(
            file: try FileBytes.read(path: name), name: name, certificates: certificates, options: options,
            passphrase: passphrase)
    }

    /// The same, for a worker.
    func arguments(passphraseOn descriptor: Int32?) -> [String] {
        var arguments = key.map { ["--key", $0] } ?? []
        for certificate in certificates { arguments += ["--cert", certificate] }
        if let descriptor { arguments += ["--passphrase-fd", String(descriptor)] }
        if pss { arguments.append("--pss") }
        return arguments + ["--sm2-form", sm2Form.rawValue] + completion.arguments
    }

    /// Of whoever signs elsewhere.
    func identity() throws(DiagnosticsError) -> SigningIdentity {
        try SigningIdentity(
            certificates: try Self.certificates(certificates), name: certificates.first ?? "", options: options)
    }

    private var options: KeyOptions { KeyOptions(usesPSS: pss, sm2Form: sm2Form) }

    static func certificates(_ paths: [String]) throws(DiagnosticsError) -> [Certificate] {
        var certificates: [Certificate] = []
        for path in paths { certificates += try Certificate.read(try FileBytes.read(path: path), name: path) }
        return certificates
    }
}
