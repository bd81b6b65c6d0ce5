import Foundation
internal import ReportModel

/// One run of a batch, from its inputs to the last PDF.
final class BatchRun {
    private let options: BatchOptions
    private let inputs: [BatchInput]
    /// Nil where nothing is issued.
    private let manifest: Manifest?
    private let pool: WorkerPool
    private let observe: (BatchEvent) -> Void
    private var summary = BatchSummary()

    init(
        _ options: BatchOptions, inputs: [BatchInput], manifest: Manifest?, cancellation: Cancellation,
        observe: @escaping (BatchEvent) -> Void
    ) {
        self.options = options
        self.inputs = inputs
        self.manifest = manifest
        self.observe = observe
        pool = WorkerPool(
            options.worker, size: options.workers, waiting: options.signatures, limits: options.limits,
            cancellation: cancellation)
    }

    /// Gives every input its name; those that have none are recorded as failed.
    /// - Parameter problems: inputs that are none.
    func plan(problems: [InputFinder.Problem]) throws(DiagnosticsError) -> [ReportJob] {
        summary.total = inputs.count + problems.count
        observe(.found(summary.total, areReadFirst: options.names.needsReport))
        for problem in problems {
            _ = record(
                ReportOutcome(id: -1, status: .failed, report: problem.path, findings: problem.diagnostics))
        }
        let plan = OutputPlan(try names(), in: options.output, inputs: inputs)
        for (index, findings) in plan.problems.sorted(by: { $0.key < $1.key }) {
            _ = record(inputs[index].job(index, output: nil).failed(findings))
        }
        return plan.outputs.sorted { $0.key < $1.key }.map { job(inputs[$0.key], $0.key, $0.value) }
    }

    func issue(_ jobs: [ReportJob]) throws(DiagnosticsError) {
        let observe = observe
        try pool.run(
            jobs,
            WorkerPool.Observer {
                observe(.retrying($1))
            } finished: { [self] outcome, line in
                record(outcome, line: line)
            })
        write { () throws(DiagnosticsError) in try manifest?.finish() }
    }

    func finishedSummary(since start: ContinuousClock.Instant) -> BatchSummary {
        summary.seconds = start.duration(to: .now).inMilliseconds / 1000
        summary.finish(isInterrupted: pool.cancellations > 0)
        return summary
    }

    /// The paths of the PDFs by the index of the input, those that have one.
    private func names() throws(DiagnosticsError) -> [Int: String] {
        var names: [Int: String] = [:]
        guard options.names.needsReport else {
            for (index, input) in inputs.enumerated() { name(input, index, nil, nil, &names) }
            return names
        }
        let jobs = inputs.enumerated().map { $1.job($0, output: nil) }
        var read = 0
        var named: [ReportOutcome] = []
        try pool.run(
            jobs,
            WorkerPool.Observer { [observe] in
                observe(.retrying($1))
            } finished: { [self] outcome, line in
                read += 1
                observe(.named(read))
                guard outcome.status == .named else { return record(outcome, line: line) }
                named.append(outcome)
                return true
            })
        for outcome in named { name(inputs[outcome.id], outcome.id, outcome.agency, outcome.year, &names) }
        return names
    }

    private func name(
        _ input: BatchInput, _ index: Int, _ agency: String?, _ year: Int?, _ names: inout [Int: String]
    ) {
        do throws(DiagnosticsError) {
            names[index] = try options.names.path(for: input, agency: agency, year: year)
        } catch {
            _ = record(input.job(index, output: nil).failed(error.diagnostics))
        }
    }

    private func job(_ input: BatchInput, _ index: Int, _ output: String) -> ReportJob {
        var job = input.job(index, output: output)
        if let known = manifest?.known[job.label], known.output == output { job.known = known.proof }
        return job
    }

    /// - Returns: whether it makes sense to go on.
    private func record(_ outcome: ReportOutcome, line: [UInt8]? = nil) -> Bool {
        var outcome = outcome
        if outcome.status == .unchanged, let known = manifest?.known[outcome.report] {
            // Its line is in the manifest already; what was found then is true now.
            (outcome.findings, outcome.pages) = (known.findings, known.pages)
            (outcome.agency, outcome.year) = (known.agency, known.year)
        } else {
            write { () throws(DiagnosticsError) in try manifest?.append(outcome, line: line) }
        }
        summary.add(outcome)
        observe(.finished(outcome, done: summary.done))
        // A full disk takes no other report either.
        return summary.problems.isEmpty && !outcome.findings.contains { $0.id == "output.disk-full" }
    }

    /// What is issued stays issued where the manifest cannot be written; but the batch goes no further.
    private func write(_ write: () throws(DiagnosticsError) -> Void) {
        do throws(DiagnosticsError) {
            try write()
        } catch {
            summary.problems += error.diagnostics
        }
    }
}
