internal import ReportModel

/// Why there is no time stamp.
enum TimeStampProblem: Error, Hashable {
    case network(NetworkProblem)
    /// The answer is none of RFC 3161.
    case garbled
    /// In the authority’s words.
    case refused(String)
    /// The token is for something else: another digest, or an older request.
    case otherRequest(String)
    /// The signature is wrong, or its certificate is not one to stamp with.
    case untrusted(String)
    /// It says that it was made long before.
    case early(SigningTime)
    case failed(String)

    func error(_ address: ServerAddress) -> DiagnosticsError {
        let (id, message, hint) = words
        return DiagnosticsError(
            Diagnostic(
                id, .error,
                Localized(
                    zh: "时间戳服务 \(address.text)：\(message.zh)", en: "time-stamp authority \(address.text): \(message.en)"
                ),
                hint: hint, fault: .machine))
    }

    private var words: (id: Diagnostic.ID, message: Localized, hint: Localized?) {
        switch self {
        case .network(let problem):
            (
                problem == .timedOut ? "time-stamp.timed-out" : "time-stamp.unreachable", problem.message,
                Localized(zh: "请核对 --tsa 的地址和网络；文件没有写出", en: "check --tsa and the network; nothing was written")
            )
        case .garbled:
            (
                "time-stamp.garbled", Localized(zh: "回答的不是时间戳", en: "its answer is no time stamp"),
                Localized(zh: "请核对 --tsa 的地址", en: "check --tsa")
            )
        case .refused(let reason):
            ("time-stamp.refused", Localized(zh: "不予加盖（\(reason)）", en: "refuses to stamp (\(reason))"), nil)
        case .otherRequest(let reason):
            (
                "time-stamp.other-request",
                Localized(zh: "时间戳不是对这次请求的（\(reason)）", en: "its stamp is for another request (\(reason))"), nil
            )
        case .untrusted(let reason):
            (
                "time-stamp.untrusted",
                Localized(
                    zh: "时间戳的签名或证书不可信（\(reason)）",
                    en: "the stamp’s signature or certificate is not to be trusted (\(reason))"),
                nil
            )
        case .early(let time):
            (
                "time-stamp.early",
                Localized(
                    zh: "时间戳的时间（\(time.pdfText)）早于签名", en: "the stamp’s time (\(time.pdfText)) is before the signature"),
                Localized(zh: "请核对本机的时间", en: "check the clock of this machine")
            )
        case .failed(let reason):
            ("time-stamp.failed", Localized(zh: "请求无法生成（\(reason)）", en: "the request cannot be made (\(reason))"), nil)
        }
    }
}
