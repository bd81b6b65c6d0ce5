import ArgumentParser
import Yinfa

/// Whom to trust when signatures are checked, and at what time.
struct TrustOptions: ParsableArguments {
    @Option(
        name: [.customLong("anchor"), .customLong("trust")],
        help: ArgumentHelp(
            "信任的证书（根证书，时间戳的根证书），PEM 或 DER；可以写多次 · certificates that are trusted (roots, also of time stamps), PEM or DER; may be given several times",
            valueName: "file"))
    var anchors: [String] = []

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "按什么时候核对（默认为现在），如 2036-01-30T10:00:00+08:00 · when to judge by (default: now), e.g. 2036-01-30T10:00:00+08:00",
            valueName: "time"))
    var time: SigningTime?

    @Flag(help: "没有签名即为错误；写了 --anchor 也是如此 · not to be signed is an error; it is with --anchor, too")
    var signed = false

    var isSignatureWanted: Bool { signed || !anchors.isEmpty }

    /// - Throws: `verify.no-certificate` where a file has none.
    func certificates() throws(DiagnosticsError) -> [Certificate] {
        var certificates: [Certificate] = []
        for path in anchors {
            let bytes = try FileBytes.read(path: path, limit: 1 << 20)
            guard let read = try? Certificate.read(bytes, name: path) else {
                throw DiagnosticsError(
                    Diagnostic(
                        "verify.no-certificate", .error,
                        Localized(zh: "文件里没有证书", en: "there is no certificate in the file"), at: Place(file: path),
                        hint: Localized(
                            zh: "--anchor 要用 PEM 或 DER 的证书文件", en: "--anchor wants certificates in PEM or DER")))
            }
            certificates += read
        }
        return certificates
    }
}
