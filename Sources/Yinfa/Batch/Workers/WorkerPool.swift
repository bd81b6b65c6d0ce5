import Foundation
internal import ReportModel

/// Several workers, kept at work: each has its next job before it has finished the one it is on.
///
/// One thread, which sleeps until a worker answers, a time limit is over, or somebody cancels.
final class WorkerPool {
    private let program: WorkerProgram
    private let size: Int
    /// Jobs that a worker has at a time: the one that it is on, the next, and those whose signatures wait.
    private let depth: Int
    private let limits: JobLimits
    private let cancellation: Cancellation
    private var workers: [WorkerProcess] = []
    private var queue: ArraySlice<ReportJob> = []
    private let json = JSONLine()
    /// Jobs on which a worker has died: once more, each with no other beside it.
    private var retries: [ReportJob] = []
    private var isRetrying = false
    private var answers = 0
    private var deaths = 0
    /// How often somebody has cancelled.
    private(set) var cancellations = 0
    private var interrupted: ContinuousClock.Instant?

    /// Deaths before the first answer that show that it is not the reports: of those that a worker has, the first is
    /// taken for the cause.
    private var hopeless: Int { depth + 1 }
    /// How long reports at work may take after somebody cancelled.
    private static let grace = Duration.seconds(10)

    init(_ program: WorkerProgram, size: Int, waiting: Int, limits: JobLimits, cancellation: Cancellation) {
        self.program = program
        self.size = size
        depth = 2 + waiting
        self.limits = limits
        self.cancellation = cancellation
    }

    deinit { workers.indices.forEach { _ = workers[$0].end() } }

    /// What a run tells of, as it happens.
    struct Observer {
        /// A worker has died on a job, which will be tried once more.
        var retrying: (ReportJob, Diagnostic) -> Void
        /// Takes each outcome, and the line that a worker told it with; false begins no more jobs.
        var finished: (ReportOutcome, [UInt8]?) -> Bool
    }

    /// Does all jobs, unless somebody cancels or the observer has enough.
    /// - Parameter jobs: their ids differ.
    /// - Throws: `DiagnosticsError` of the machine's fault where no worker can be started, or none answers.
    func run(_ jobs: [ReportJob], _ observer: Observer) throws(DiagnosticsError) {
        queue = jobs[...]
        isRetrying = false
        while true {
            if cancellations > 0 { (queue, retries) = ([], []) }
            try feed()
            guard workers.contains(where: { !$0.jobs.isEmpty }) else { return }
            wait()
            for index in workers.indices.reversed() { try takeAnswers(of: index, observer) }
            for index in workers.indices.reversed() { endIfOverdue(index, observer) }
            takeCancellations()
        }
    }

    private func feed() throws(DiagnosticsError) {
        if queue.isEmpty, !retries.isEmpty, workers.allSatisfy(\.jobs.isEmpty) {
            isRetrying = true
            try give(retries.removeFirst(), to: 0)
        }
        for depth in 0..<depth {
            for index in 0..<size where !queue.isEmpty {
                if index < workers.count && workers[index].jobs.count > depth { continue }
                try give(queue.removeFirst(), to: index)
            }
        }
    }

    private func give(_ job: ReportJob, to index: Int) throws(DiagnosticsError) {
        if index >= workers.count { workers.append(try WorkerProcess(program)) }
        workers[min(index, workers.count - 1)].give(job, json.bytes(job))
    }

    /// Sleeps until there is something to do.
    private func wait() {
        var watched = workers.flatMap { worker in
            [
                pollfd(fd: worker.socket, events: Int16(POLLIN | (worker.hasUnsent ? POLLOUT : 0)), revents: 0),
                pollfd(fd: worker.speaks ? worker.errors : -1, events: Int16(POLLIN), revents: 0),
            ]
        }
        watched.append(pollfd(fd: cancellation.descriptor, events: Int16(POLLIN), revents: 0))
        let deadline = workers.filter { !$0.jobs.isEmpty }.map(deadline).min()
        let pause = deadline.map { max(0, ContinuousClock.now.duration(to: $0).inMilliseconds) } ?? 0
        guard poll(&watched, nfds_t(watched.count), Int32(min(pause.rounded(.up), 60_000))) > 0 else { return }
        for index in workers.indices {
            if watched[2 * index].revents & Int16(POLLOUT) != 0 { workers[index].send() }
            if watched[2 * index + 1].revents != 0 { workers[index].listen() }
        }
    }

    private func deadline(of worker: WorkerProcess) -> ContinuousClock.Instant {
        let own = worker.began + .seconds(limits.seconds)
        return interrupted.map { min(own, $0 + Self.grace) } ?? own
    }

    private func takeAnswers(of index: Int, _ observer: Observer) throws(DiagnosticsError) {
        let (lines, isOpen) = workers[index].receive()
        var isSane = true
        for line in lines {
            guard let outcome = try? json.value(ReportOutcome.self, line), workers[index].takeJob(outcome.id) != nil
            else {
                isSane = false
                break
            }
            answers += 1
            tell(outcome, observer, line: line + [0x0A])
        }
        if !isOpen || !isSane { try bury(workers.remove(at: index), observer) }
    }

    private func tell(_ outcome: ReportOutcome, _ observer: Observer, line: [UInt8]? = nil) {
        if !observer.finished(outcome, line) { (queue, retries) = ([], []) }
    }

    /// What becomes of the jobs of a worker that has died.
    private func bury(_ worker: WorkerProcess, _ observer: Observer) throws(DiagnosticsError) {
        let death = Death(worker, limits)
        // After somebody has cancelled, what is not done is not done.
        guard let job = worker.jobs.first, cancellations == 0 else { return }
        queue = worker.jobs.dropFirst() + queue
        deaths += 1
        guard answers > 0 || deaths < hopeless else { throw DiagnosticsError(death.hopeless) }
        if isRetrying {
            tell(job.failed([death.diagnostic(job, isLast: true)]), observer)
        } else {
            observer.retrying(job, death.diagnostic(job, isLast: false))
            retries.append(job)
        }
    }

    private func endIfOverdue(_ index: Int, _ observer: Observer) {
        guard let job = workers[index].jobs.first, deadline(of: workers[index]) <= .now else { return }
        var worker = workers.remove(at: index)
        _ = worker.end()
        guard cancellations == 0 else { return }
        queue = worker.jobs.dropFirst() + queue
        tell(job.failed([Death.timedOut(job, limits)]), observer)
    }

    private func takeCancellations() {
        let count = cancellation.taken()
        guard count > 0 else { return }
        cancellations += count
        if interrupted == nil { interrupted = .now }
        guard cancellations > 1 else { return }
        workers.indices.forEach { _ = workers[$0].end() }
        workers = []
    }
}
