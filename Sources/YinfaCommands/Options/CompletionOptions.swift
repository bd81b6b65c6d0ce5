import ArgumentParser
import Yinfa

/// What signatures get beside the signature itself.
struct CompletionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "PAdES 级别：b（默认）；t 加时间戳；lt 再加证书和吊销资料；lta 再给全文加时间戳 · level of PAdES: b (default); t with a time stamp; lt with certificates and revocation data, too; lta with a time stamp of the whole document, too",
            valueName: "level"))
    var level = SignatureLevel.basic

    @Option(
        help: ArgumentHelp(
            "时间戳服务（RFC 3161）· time-stamp authority (RFC 3161)", valueName: "URL"))
    var tsa: ServerAddress?

    @Option(
        help: ArgumentHelp(
            "等待每个服务的秒数，1 至 600 · seconds to wait for each authority, 1 to 600", valueName: "seconds"))
    var patience = 15.0

    @Option(
        name: .customLong("trust"),
        help: ArgumentHelp(
            "信任的根证书；写了，签名和时间戳的证书就必须出自它们；可以写多次 · root certificate to trust; given, chains must end at one; may be given several times",
            valueName: "file"))
    var trusted: [String] = []

    func validate() throws {
        if level > .basic, tsa == nil {
            throw ValidationError("--level \(level.rawValue) 要有 --tsa · --level \(level.rawValue) needs --tsa")
        }
        if level == .basic, tsa != nil {
            throw ValidationError("--tsa 用于 --level t、lt、lta · --tsa is for --level t, lt and lta")
        }
        guard (1...600).contains(patience) else {
            throw ValidationError("--patience 应在 1 至 600 之间 · --patience goes from 1 to 600")
        }
    }

    func completion() throws(DiagnosticsError) -> SignatureCompletion {
        try SignatureCompletion(
            level: level, authority: tsa.map { TimeStampAuthority($0, timeLimit: patience) },
            anchors: TrustAnchors(try SigningKeyOptions.certificates(trusted)))
    }

    /// The same, for a worker.
    var arguments: [String] {
        ["--level", level.rawValue, "--patience", "\(patience)"] + (tsa.map { ["--tsa", $0.text] } ?? [])
            + trusted.flatMap { ["--trust", $0] }
    }
}
