import Foundation
public import ReportModel

extension ReportWorker {
    /// A job is at most a report of 32 MB, each of its characters escaped.
    private static let lineLimit = 256 << 20

    /// Reads jobs, one a line of JSON, until the input ends, and answers each with its outcome, one a line, as soon as
    /// it and those before it are done. A line that is no job is answered, too, with id -1.
    /// - Parameters:
    ///   - input: an open file descriptor.
    ///   - output: an open file descriptor.
    ///   - signatures: how many may wait for their authorities at a time, while the next reports are typeset.
    ///   - didFinish: called after each answer.
    /// - Throws: `DiagnosticsError` where the input cannot be read, or nobody takes the answers.
    public func run(
        from input: Int32, to output: Int32, signatures: Int = 8, didFinish: (ReportOutcome) -> Void = { _ in }
    ) throws(DiagnosticsError) {
        let json = JSONLine()
        let pending = PendingSignatures()
        var queue = ReportQueue(limit: signatures)
        var lines = LineBuffer()
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var isOpen = true
        while true {
            while let done = queue.takeFirst(pending, { finish(&$0, $1) }) {
                try Self.answer(json.bytes(done), to: output)
                didFinish(done)
            }
            if queue.hasRoom, let line = lines.next() {
                guard line.contains(where: { !UInt8.isJSONSpace($0) }) else { continue }
                queue.append(begin(line, json), pending)
                continue
            }
            guard isOpen || !queue.isEmpty else { return }
            guard pending.waitForInput(isOpen && queue.hasRoom ? input : -1) else { continue }
            let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw DiagnosticsError(Self.inputFailed(.last))
            }
            // The last line may have no line end.
            isOpen = count > 0
            lines.append(isOpen ? chunk[..<count] : [0x0A])
            if lines.rest.count > Self.lineLimit { throw DiagnosticsError(Self.lineTooLong) }
        }
    }

    private func begin(_ line: [UInt8], _ json: JSONLine) -> ReportAtWork {
        do throws(DiagnosticsError) {
            return begin(try json.value(ReportJob.self, line))
        } catch {
            return ReportAtWork(ReportOutcome(id: -1, status: .failed, report: "", findings: error.diagnostics))
        }
    }

    private static func answer(_ bytes: [UInt8], to output: Int32) throws(DiagnosticsError) {
        do throws(SystemError) {
            try SystemFileOperations().writeAll(bytes, to: output)
        } catch {
            throw StandardOutput.failure(error)
        }
    }

    private static func inputFailed(_ error: SystemError) -> Diagnostic {
        Diagnostic(
            "job.read-failed", .error,
            Localized(zh: "读不了任务：\(error.reason.zh)", en: "jobs cannot be read: \(error.reason.en)"), fault: .machine)
    }

    private static let lineTooLong = Diagnostic(
        "job.too-long", .error,
        Localized(zh: "一行任务超过 \(lineLimit >> 20) MB", en: "a job's line is longer than \(lineLimit >> 20) MB"))
}

extension UInt8 {
    /// Whether a byte says nothing in a line of JSON.
    static func isJSONSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
