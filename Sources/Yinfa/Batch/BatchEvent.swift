public import ReportModel

/// What a batch tells of while it runs.
public enum BatchEvent: Sendable {
    /// What concerns all reports: what the fonts could not give as the book wishes, columns that sheets have not.
    case prepared([Diagnostic])
    /// All inputs are found; where names are made of what reports say, the reports are read first.
    case found(Int, areReadFirst: Bool)
    /// So many were read for their names.
    case named(Int)
    /// A worker has died on a report, which will be tried once more at the end, alone.
    case retrying(Diagnostic)
    /// A report is done; `done` counts it.
    case finished(ReportOutcome, done: Int)
}
