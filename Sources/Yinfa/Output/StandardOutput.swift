import Foundation
public import ReportModel

/// Writes results to standard output, and notices when they do not get there.
public enum StandardOutput {
    /// - Throws: `DiagnosticsError` of the machine's fault, `output.disk-full` or `output.cannot-write`.
    public static func write(_ text: String) throws(DiagnosticsError) {
        do throws(SystemError) {
            try SystemFileOperations().writeAll(Array(text.utf8), to: STDOUT_FILENO)
        } catch {
            throw failure(error)
        }
    }

    static func failure(_ error: SystemError) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                error.code == ENOSPC ? "output.disk-full" : "output.cannot-write", .error,
                Localized(
                    zh: "写不了标准输出：\(error.reason.zh)",
                    en: "cannot write to standard output: \(error.reason.en)"),
                fault: .machine))
    }
}
