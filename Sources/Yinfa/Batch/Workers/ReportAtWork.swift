internal import PDFSigning
internal import ReportModel

/// A report that a worker has begun, and what has become of it so far.
struct ReportAtWork {
    let job: ReportJob
    var outcome: ReportOutcome
    /// What the report waits for; nil where it waits for nothing.
    var signature: PendingSignature?
    private let start = ContinuousClock.now

    init(_ job: ReportJob) {
        self.job = job
        outcome = ReportOutcome(id: job.id, status: .failed, report: job.label)
    }

    /// Of a line that is no job.
    init(_ outcome: ReportOutcome) {
        job = ReportJob(id: outcome.id, report: outcome.report, output: nil)
        self.outcome = outcome
    }

    /// Goes a step on; where that fails, the report has failed.
    mutating func advance(_ step: (inout ReportAtWork) throws(DiagnosticsError) -> Void) {
        do throws(DiagnosticsError) {
            try step(&self)
        } catch {
            outcome.status = .failed
            outcome.proof = nil
            outcome.pages = nil
            outcome.findings += error.diagnostics
        }
        outcome.findings = outcome.findings.map { $0.located(by: job) }
        outcome.seconds = start.duration(to: .now).inMilliseconds / 1000
    }
}

/// A signature whose authorities have yet to be asked.
struct PendingSignature: Sendable {
    private let signature: BasicSignature
    private let completion: SignatureCompletion

    init(_ signature: BasicSignature, _ completion: SignatureCompletion) {
        self.signature = signature
        self.completion = completion
    }

    /// The signed document. Blocks its thread until the authorities have answered.
    func completed() throws(DiagnosticsError) -> [UInt8] { try completion.complete(signature) }
}
