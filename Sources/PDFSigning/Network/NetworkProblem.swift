internal import ReportModel

/// Why a server gives no answer.
enum NetworkProblem: Error, Hashable {
    case noLibrary
    /// With libcurl's words.
    case unreachable(String)
    case timedOut
    /// What HTTP says.
    case status(Int)
    case tooLarge

    /// Whether the same may go well a little later.
    var mayPass: Bool {
        switch self {
        case .unreachable: true
        case .status(let code): code >= 500 || code == 429
        case .noLibrary, .timedOut, .tooLarge: false
        }
    }

    var message: Localized {
        switch self {
        case .noLibrary:
            Localized(
                zh: "本机没有 libcurl（请安装软件包 libcurl4）", en: "libcurl is not on this machine (install the package libcurl4)"
            )
        case .unreachable(let reason): Localized(zh: "连接不上（\(reason)）", en: "cannot be reached (\(reason))")
        case .timedOut: Localized(zh: "没有按时回答", en: "does not answer in time")
        case .status(let code): Localized(zh: "拒绝了请求（HTTP \(code)）", en: "refuses (HTTP \(code))")
        case .tooLarge: Localized(zh: "回答过大，不予接收", en: "its answer is too large")
        }
    }
}
