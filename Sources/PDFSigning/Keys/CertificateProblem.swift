internal import ReportModel

/// Why a chain of certificates is not accepted.
enum CertificateProblem: Error, Hashable {
    /// The issuer of this one is not at hand.
    case incomplete(subject: String)
    /// With OpenSSL’s words.
    case untrusted(subject: String, String)

    var error: DiagnosticsError {
        switch self {
        case .incomplete(let subject):
            DiagnosticsError(
                Diagnostic(
                    "certificate.incomplete", .error,
                    Localized(
                        zh: "没有签发“\(subject)”的上级证书，证书链不全",
                        en: "the certificate that issued '\(subject)' is missing; the chain is not whole"),
                    hint: Localized(
                        zh: "请用 --cert 给出全部上级证书，用 --trust 给出根证书",
                        en: "give all certificates above it with --cert, and the root with --trust")))
        case .untrusted(let subject, let reason):
            DiagnosticsError(
                Diagnostic(
                    "certificate.untrusted", .error,
                    Localized(
                        zh: "证书“\(subject)”不可信（\(reason)）",
                        en: "certificate '\(subject)' is not to be trusted (\(reason))")))
        }
    }
}
