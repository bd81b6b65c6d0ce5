import ArgumentParser
import Yinfa

/// How reports are sealed, and who signs their PDFs.
struct SealingOptions: ParsableArguments {
    @Flag(
        help:
            "为每个署名机关做一个签名域，供以后签名 · a field for the signature of each body that signs, to be signed later")
    var signatureFields = false

    @Option(
        name: .customLong("countersigner"),
        help: ArgumentHelp(
            "再为这个人或机关做一个签名域，不显示；可以写多次 · one more field, not seen, for whoever is named; may be given several times",
            valueName: "name"))
    var countersigners: [String] = []

    func apply(to options: inout RendererOptions) {
        options.signatureFields = signatureFields
        options.countersigners = countersigners
    }

    /// The same, for a worker.
    var arguments: [String] {
        (signatureFields ? ["--signature-fields"] : []) + countersigners.flatMap { ["--countersigner", $0] }
    }
}
