internal import ReportModel

/// Why it is not known that a certificate still holds.
enum RevocationProblem: Error, Hashable {
    case revoked(since: String)
    /// The certificate does not say whom to ask.
    case noSource
    case network(ServerAddress, NetworkProblem)
    case garbled(ServerAddress)
    /// In the words of OCSP.
    case refused(ServerAddress, String)
    /// The answer is about something else.
    case otherQuestion(ServerAddress)
    /// The authority does not know the certificate.
    case unknown(ServerAddress)
    /// The signature of the answer is wrong, or is somebody else’s.
    case untrusted(ServerAddress, String)
    /// The answer is of another time.
    case stale(ServerAddress)
    case failed(String)

    /// - Parameter subject: whose certificate it is.
    func error(_ subject: String) -> DiagnosticsError {
        let (id, message) = words
        let hint: Localized? =
            switch self {
            case .revoked: Localized(zh: "请向发证机构换发新证书", en: "have the authority issue a new certificate")
            case .noSource:
                Localized(zh: "这样的证书只能签到 --level t", en: "such a certificate can sign up to --level t only")
            default: nil
            }
        return DiagnosticsError(
            Diagnostic(
                id, .error,
                Localized(zh: "证书“\(subject)”：\(message.zh)", en: "certificate '\(subject)': \(message.en)"),
                hint: hint,
                fault: isOfTheCertificate ? .input : .machine))
    }

    private var isOfTheCertificate: Bool {
        switch self {
        case .revoked, .noSource: true
        default: false
        }
    }

    private var words: (id: Diagnostic.ID, message: Localized) {
        switch self {
        case .revoked(let date):
            ("revocation.revoked", Localized(zh: "已于 \(date) 吊销", en: "was revoked on \(date)"))
        case .noSource:
            (
                "revocation.no-source",
                Localized(
                    zh: "没有写明到哪里查吊销状态（OCSP、CRL）", en: "does not say where its revocation can be looked up (OCSP, CRL)")
            )
        case .network(let address, let problem):
            (
                problem == .timedOut ? "revocation.timed-out" : "revocation.unreachable",
                Localized(
                    zh: "吊销状态的服务 \(address.text) \(problem.message.zh)",
                    en: "its revocation service \(address.text) \(problem.message.en)")
            )
        case .garbled(let address):
            (
                "revocation.garbled",
                Localized(zh: "\(address.text) 回答的不是吊销状态", en: "what \(address.text) answers is no revocation status")
            )
        case .refused(let address, let reason):
            (
                "revocation.refused",
                Localized(zh: "\(address.text) 不予回答（\(reason)）", en: "\(address.text) refuses to answer (\(reason))")
            )
        case .otherQuestion(let address):
            (
                "revocation.other-question",
                Localized(zh: "\(address.text) 回答的不是这张证书", en: "\(address.text) answers for another certificate")
            )
        case .unknown(let address):
            ("revocation.unknown", Localized(zh: "\(address.text) 不认识这张证书", en: "\(address.text) does not know it"))
        case .untrusted(let address, let reason):
            (
                "revocation.untrusted",
                Localized(
                    zh: "\(address.text) 的回答不可信（\(reason)）",
                    en: "the answer of \(address.text) is not to be trusted (\(reason))")
            )
        case .stale(let address):
            (
                "revocation.stale",
                Localized(zh: "\(address.text) 的回答已经过期", en: "the answer of \(address.text) is out of date")
            )
        case .failed(let reason):
            ("revocation.failed", Localized(zh: "查不了（\(reason)）", en: "cannot be looked up (\(reason))"))
        }
    }
}
