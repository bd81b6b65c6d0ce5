import Yinfa

/// What is said of a batch when it is over.
enum BatchText {
    static func summary(_ summary: BatchSummary) -> Localized {
        let rate = summary.seconds > 0 ? Double(summary.done) / summary.seconds : 0
        var lines = [
            Localized(
                zh: "共 \(summary.total) 份：本次印发 \(summary.issued)，此前已印发 \(summary.unchanged)，没有印发 \(summary.failed)"
                    + (summary.left > 0 ? "，尚未处理 \(summary.left)" : "") + "；\(summary.pages) 页",
                en:
                    "\(reports(summary.total)): \(summary.issued) issued, \(summary.unchanged) unchanged, \(summary.failed) failed"
                    + (summary.left > 0 ? ", \(summary.left) left" : "") + "; \(summary.pages) pages"),
            Localized(
                zh: "用时 \(tenths(summary.seconds)) 秒，每秒 \(tenths(rate)) 份",
                en: "\(tenths(summary.seconds)) s, \(tenths(rate)) reports a second"),
        ]
        for count in summary.findings where count.severity > .note {
            lines.append(
                Localized(
                    zh:
                        "  \(count.severity == .error ? "错误" : "警告") \(count.reports) 份 \(count.findings) 处：\(count.example.zh.prefix(60)) [\(count.id.rawValue)]",
                    en:
                        "  \(count.severity.rawValue), \(count.findings) in \(reports(count.reports)): \(count.example.en.prefix(90)) [\(count.id.rawValue)]"
                ))
        }
        return Localized(
            zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
    }

    /// What decides the exit status.
    /// - Parameter isPlan: whether nothing was to be issued.
    static func findings(_ summary: BatchSummary, isPlan: Bool = false) -> [Diagnostic] {
        var findings = summary.problems
        if summary.isInterrupted {
            findings.append(
                Diagnostic(
                    "batch.interrupted", .error,
                    Localized(
                        zh: "中途停止，\(summary.left) 份尚未处理", en: "stopped, with \(reports(summary.left)) left"),
                    hint: resume))
        } else if summary.left > 0 && !isPlan {
            findings.append(
                Diagnostic(
                    "batch.stopped", .error,
                    Localized(
                        zh: "磁盘已满，停了下来，\(summary.left) 份尚未处理",
                        en: "the disk is full; stopped, with \(reports(summary.left)) left"),
                    hint: resume, fault: .machine))
        }
        if summary.warned > 0 {
            findings.append(
                Diagnostic(
                    "batch.warnings", .warning,
                    Localized(
                        zh: "有 \(summary.warned) 份报告有警告", en: "there are warnings in \(reports(summary.warned))")))
        }
        if summary.failed > 0 {
            let isMachine = summary.failures.contains {
                $0.findings.contains { $0.severity == .error && $0.fault == .machine }
            }
            findings.append(
                Diagnostic(
                    "batch.failed", .error,
                    Localized(
                        zh: "有 \(summary.failed) 份没有印发", en: "not issued: \(reports(summary.failed))"),
                    hint: Localized(
                        zh: "改好以后用 --resume 重做，只做这些", en: "mend them and run again with --resume, which does them alone"
                    ),
                    fault: isMachine ? .machine : .input))
        }
        return findings
    }

    private static let resume = Localized(zh: "用 --resume 接着做", en: "go on with --resume")

    private static func reports(_ count: Int) -> String { count == 1 ? "1 report" : "\(count) reports" }

    /// With one digit after the point.
    static func tenths(_ number: Double) -> String {
        let tenths = Int((min(number, 1e12) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
