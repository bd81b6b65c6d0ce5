import Foundation
public import ReportModel

/// A limit on the memory of this process.
///
/// It is one on writable memory of its own (RLIMIT_DATA): fonts, which are mapped from files, do not count, and the
/// system itself refuses what goes beyond, at the moment it is asked for. Watching the resident size from outside
/// would cost time all along and come too late.
public enum MemoryLimit {
    /// - Throws: `DiagnosticsError` of the machine's fault where the system does not allow it.
    public static func set(megabytes: Int) throws(DiagnosticsError) {
        let bytes = rlim_t(clamping: megabytes).multipliedReportingOverflow(by: 1 << 20)
        var limit = rlimit(rlim_cur: bytes.partialValue, rlim_max: bytes.partialValue)
        guard !bytes.overflow, setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit) == 0 else {
            let reason = SystemError.last.reason
            throw DiagnosticsError(
                Diagnostic(
                    "worker.no-memory-limit", .error,
                    Localized(
                        zh: "内存限制为 \(megabytes) MB：系统不允许（\(reason.zh)）",
                        en: "memory cannot be limited to \(megabytes) MB: \(reason.en)"), fault: .machine))
        }
    }
}
