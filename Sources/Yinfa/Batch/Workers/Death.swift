import Foundation
internal import ReportModel

/// How a worker ended that was not to end, in words.
struct Death {
    private let end: WorkerProcess.End
    private let limits: JobLimits

    init(_ worker: WorkerProcess, _ limits: JobLimits) {
        var worker = worker
        end = worker.end()
        self.limits = limits
    }

    /// - Parameter isLast: whether it will not be tried again.
    func diagnostic(_ job: ReportJob, isLast: Bool) -> Diagnostic {
        Diagnostic(
            "batch.worker-died", .error,
            Localized(
                zh: "工作进程\(how.zh)，" + (isLast ? "单独重试也是如此，没有印发" : "这份报告留到最后单独重试"),
                en: "the worker \(how.en)"
                    + (isLast
                        ? ", and did so again when this report was tried alone; it is not issued"
                        : "; this report will be tried once more, alone")),
            at: Place(file: job.label), notes: notes,
            hint: Localized(
                zh: "内存用到了 \(end.memoryPeak >> 20) MB；上限是 \(limits.megabytes) MB（--memory）",
                en: "it had used \(end.memoryPeak >> 20) MB of memory; the limit is \(limits.megabytes) MB (--memory)"),
            fault: .machine)
    }

    /// Where no worker ever answers, the reports are not at fault.
    var hopeless: Diagnostic {
        Diagnostic(
            "batch.no-worker", .error,
            Localized(zh: "工作进程一启动就结束（\(how.zh)）", en: "workers end as soon as they start (\(how.en))"),
            notes: notes, fault: .machine)
    }

    static func timedOut(_ job: ReportJob, _ limits: JobLimits) -> Diagnostic {
        Diagnostic(
            "batch.time-limit", .error,
            Localized(
                zh: "超过了 \(limits.seconds) 秒，没有印发", en: "it took more than \(limits.seconds) seconds, and is not issued"
            ),
            at: Place(file: job.label),
            hint: Localized(zh: "用 --time 放宽", en: "allow more with --time"))
    }

    private var how: Localized {
        let signal = end.status & 0x7F
        if signal != 0 {
            let name = String(cString: strsignal(signal))
            return Localized(zh: "异常结束（信号 \(signal)，\(name)）", en: "died of signal \(signal) (\(name))")
        }
        let status = end.status >> 8 & 0xFF
        return Localized(zh: "自行结束（退出状态 \(status)）", en: "ended with status \(status)")
    }

    private var notes: [Diagnostic.Note] {
        let line = end.lastWords.split(whereSeparator: \.isNewline).first.map(String.init)
        return line.map { [.init(Localized(zh: $0, en: $0))] } ?? []
    }
}

extension ReportJob {
    func failed(_ findings: [Diagnostic]) -> ReportOutcome {
        ReportOutcome(id: id, status: .failed, report: label, output: nil, findings: findings)
    }
}
