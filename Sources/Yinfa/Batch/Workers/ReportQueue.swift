internal import ReportModel

/// The reports that a worker has begun, in order.
struct ReportQueue {
    /// How many there may be.
    private let limit: Int
    private var reports: [(ticket: Int, report: ReportAtWork)] = []
    private var nextTicket = 0

    init(limit: Int) { self.limit = max(1, limit) }

    var isEmpty: Bool { reports.isEmpty }
    var hasRoom: Bool { reports.count < limit }

    mutating func append(_ report: ReportAtWork, _ pending: PendingSignatures) {
        if let signature = report.signature { pending.begin(signature, ticket: nextTicket) }
        reports.append((nextTicket, report))
        nextTicket += 1
    }

    /// The outcome of the first, if that is done.
    /// - Parameter finish: takes what its signature has become.
    mutating func takeFirst(
        _ pending: PendingSignatures, _ finish: (inout ReportAtWork, PendingSignatures.Signed) -> Void
    ) -> ReportOutcome? {
        guard let ticket = reports.first?.ticket, var report = reports.first?.report else { return nil }
        if report.signature != nil {
            guard let signed = pending.take(ticket) else { return nil }
            finish(&report, signed)
        }
        reports.removeFirst()
        return report.outcome
    }
}
