public import ReportModel

/// What became of one report: a worker's answer, and a line of the manifest.
public struct ReportOutcome: Hashable, Sendable, Codable {
    public enum Status: String, Hashable, Sendable, Codable {
        /// The PDF is written.
        case issued
        /// The PDF of an earlier run still is what would be made.
        case unchanged
        /// Read only, for its names.
        case named
        /// There is no PDF of this run; `findings` say why.
        case failed
    }

    /// The job's.
    public var id: Int
    public var status: Status
    /// The report's file as messages name it, with the line of a JSON Lines file after a colon.
    public var report: String
    public var output: String?
    public var agency: String?
    public var year: Int?
    public var pages: Int?
    public var findings: [Diagnostic]
    /// Wall-clock time that it took, in seconds; information, and in no PDF.
    public var seconds: Double
    public var proof: IssueProof?

    public init(
        id: Int, status: Status, report: String, output: String? = nil, agency: String? = nil, year: Int? = nil,
        pages: Int? = nil, findings: [Diagnostic] = [], seconds: Double = 0, proof: IssueProof? = nil
    ) {
        self.id = id
        self.status = status
        self.report = report
        self.output = output
        self.agency = agency
        self.year = year
        self.pages = pages
        self.findings = findings
        self.seconds = seconds
        self.proof = proof
    }
}
