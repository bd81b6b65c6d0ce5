public import ReportModel

/// What became of a batch: how many, which failed and why, and what was found.
public struct BatchSummary: Sendable, Encodable {
    /// A report that was not issued.
    public struct Failure: Hashable, Sendable, Encodable {
        public var report: String
        public var findings: [Diagnostic]
    }

    /// How often a kind of finding came up.
    public struct FindingCount: Hashable, Sendable, Encodable {
        public var id: Diagnostic.ID
        public var severity: Diagnostic.Severity
        public var findings: Int
        public var reports: Int
        /// What it says the first time, by the order of the inputs.
        public var example: Localized
    }

    /// All reports that were to be issued.
    public internal(set) var total = 0
    public private(set) var issued = 0
    /// Issued by an earlier run, and proved to be what would be issued now.
    public private(set) var unchanged = 0
    public private(set) var failed = 0
    /// Reports with warnings, issued or not.
    public private(set) var warned = 0
    /// Pages of all PDFs, those of earlier runs too.
    public private(set) var pages = 0
    /// Wall-clock time of the run.
    public internal(set) var seconds = 0.0
    /// Whether somebody stopped it.
    public private(set) var isInterrupted = false
    /// What went wrong beside the reports: the manifest cannot be written.
    public internal(set) var problems: [Diagnostic] = []
    /// By the order of the inputs.
    public private(set) var failures: [Failure] = []
    /// The most frequent first.
    public private(set) var findings: [FindingCount] = []

    private var failedOutcomes: [ReportOutcome] = []
    private var counts: [Kind: (count: FindingCount, first: Int)] = [:]

    private struct Kind: Hashable {
        var id: Diagnostic.ID
        var severity: Diagnostic.Severity
    }

    private enum CodingKeys: String, CodingKey {
        case total, issued, unchanged, failed, warned, pages, seconds
        case isInterrupted = "interrupted"
        case problems, failures, findings
    }

    public var done: Int { issued + unchanged + failed }
    /// Reports that nobody has come to, where it was stopped.
    public var left: Int { total - done }

    mutating func add(_ outcome: ReportOutcome) {
        switch outcome.status {
        case .issued: issued += 1
        case .unchanged: unchanged += 1
        case .failed:
            failed += 1
            failedOutcomes.append(outcome)
        case .named: return
        }
        pages += outcome.pages ?? 0
        if outcome.findings.contains(where: { $0.severity == .warning }) { warned += 1 }
        for (kind, found) in Dictionary(grouping: outcome.findings, by: { Kind(id: $0.id, severity: $0.severity) }) {
            let first = (
                FindingCount(id: kind.id, severity: kind.severity, findings: 0, reports: 0, example: found[0].message),
                outcome.id
            )
            var entry = counts[kind] ?? first
            if outcome.id < entry.first { (entry.count.example, entry.first) = (found[0].message, outcome.id) }
            entry.count.findings += found.count
            entry.count.reports += 1
            counts[kind] = entry
        }
    }

    mutating func finish(isInterrupted: Bool) {
        self.isInterrupted = isInterrupted
        failures = failedOutcomes.sorted { ($0.id, $0.report) < ($1.id, $1.report) }
            .map { Failure(report: $0.report, findings: $0.findings) }
        findings = counts.values.map(\.count).sorted {
            ($1.severity, $1.reports, $0.id.rawValue) < ($0.severity, $0.reports, $1.id.rawValue)
        }
    }
}
