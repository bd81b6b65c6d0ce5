import ArgumentParser
import Yinfa

/// What a signature says.
struct SignatureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "签名域的名称（默认为第一个空的）· name of the field (default: the first that is empty)", valueName: "name"))
    var field: String?

    @Flag(
        help:
            "认证签名：此后只许在已有的签名域里会签 · certifies: after it, only signatures in the fields that are there are allowed")
    var certify = false

    @Option(help: ArgumentHelp("签名的原因 · the reason", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("签名的地点 · the place", valueName: "text"))
    var location: String?

    @Option(
        help: ArgumentHelp(
            "签名时间（默认为现在），如 2026-01-30T10:00:00+08:00 · time of signing (default: now), e.g. 2026-01-30T10:00:00+08:00",
            valueName: "time"))
    var signingTime: SigningTime?

    var options: SigningOptions {
        SigningOptions(field: field, certifies: certify, reason: reason, location: location)
    }
}
