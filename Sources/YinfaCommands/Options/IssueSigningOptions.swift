import ArgumentParser
import Yinfa

/// Signing reports as they are issued.
struct IssueSigningOptions: ParsableArguments {
    @Flag(
        help:
            "排好就签：认证签名，签在第一个署名机关的签名域里；此后只许会签 · signs what is typeset: certifies it, in the field of the first body; after it, only countersignatures are allowed"
    )
    var sign = false

    @Option(
        help: ArgumentHelp(
            "签名时间（默认为现在），如 2026-01-30T10:00:00+08:00 · time of signing (default: now), e.g. 2026-01-30T10:00:00+08:00",
            valueName: "time"))
    var signingTime: SigningTime?

    @OptionGroup var key: SigningKeyOptions

    func validate() throws {
        if sign, key.key == nil { throw ValidationError("--sign 要用 --key 给出密钥 · --sign needs a key: --key") }
        if !sign, key.key != nil || !key.certificates.isEmpty || key.completion.level > .basic || signingTime != nil {
            throw ValidationError(
                "--key 等签名的选项要和 --sign 一起用 · --key and other options of signing go with --sign")
        }
    }

    /// Opens the key; nil where nothing is to be signed.
    /// - Parameter passphrase: what opened the key, if it needed one.
    func signer(passphrase: inout Passphrase?) throws(DiagnosticsError) -> ReportSigner? {
        guard sign else { return nil }
        return ReportSigner(try key.signer(passphrase: &passphrase), at: signingTime)
    }

    func signer() throws(DiagnosticsError) -> ReportSigner? {
        var passphrase: Passphrase?
        return try signer(passphrase: &passphrase)
    }

    /// The same, for a worker.
    /// - Parameter descriptor: that the worker gets the passphrase on, if the key needs one.
    func arguments(passphraseOn descriptor: Int32?) -> [String] {
        guard sign else { return [] }
        return ["--sign"] + (signingTime.map { ["--signing-time", $0.text] } ?? [])
            + key.arguments(passphraseOn: descriptor)
    }
}
