public import ReportModel

/// Where a job has got to (RFC 8011 5.3.7).
public enum JobState: Hashable, Sendable {
    /// The printer takes it.
    case sending
    /// Others come first.
    case pending
    case held
    case processing
    /// Printed in part, and waiting for somebody to see to the printer: for what reasons.
    case stopped([String])
    case canceled
    case aborted
    case completed

    init?(_ number: Int) {
        switch number {
        case 3: self = .pending
        case 4: self = .held
        case 5: self = .processing
        case 6: self = .stopped([])
        case 7: self = .canceled
        case 8: self = .aborted
        case 9: self = .completed
        default: return nil
        }
    }

    public var name: Localized {
        switch self {
        case .sending: Localized(zh: "正在发送", en: "sending")
        case .pending: Localized(zh: "排队等候", en: "waiting")
        case .held: Localized(zh: "被搁置", en: "held")
        case .processing: Localized(zh: "正在打印", en: "printing")
        case .stopped(let reasons):
            Localized(
                zh: "打印机停止" + StateReason.list(reasons).zh, en: "the printer has stopped" + StateReason.list(reasons).en
            )
        case .canceled: Localized(zh: "已取消", en: "canceled")
        case .aborted: Localized(zh: "打印失败", en: "aborted")
        case .completed: Localized(zh: "已打完", en: "done")
        }
    }
}
