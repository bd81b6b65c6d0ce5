public import ReportModel

/// Last year's report, for the relations that reach over the year's boundary.
public struct PreviousReport: Sendable {
    public var report: Report
    public var form: Form
    public var sources: SourceMap

    public init(report: Report, form: Form, sources: SourceMap) {
        self.report = report
        self.form = form
        self.sources = sources
    }
}

/// Holds a report against its form: parts, dates and names, every figure and relation, and what the text says of them.
///
/// Which tables, relations and wordings there are comes from the form alone.
public enum ReportChecker {
    /// - Parameters:
    ///   - sources: where the values were read, for the places of the findings.
    ///   - previous: last year's report; without it the relations to last year are left out.
    /// - Returns: findings in the order of the report: its outline, the figures table by table, the text.
    public static func check(
        _ report: Report, form: Form, sources: SourceMap, previous: PreviousReport? = nil
    ) -> [Diagnostic] {
        let subject = CheckedReport(report: report, form: form, sources: sources)
        let lastYear = PreviousYearCheck(subject: subject, previous: previous)
        var findings = TitleCheck(subject: subject).findings
        findings += PeriodCheck(subject: subject).findings
        findings += SectionCheck(subject: subject).findings
        findings += SignatureCheck(subject: subject).findings
        findings += UnknownFigureCheck(subject: subject).findings
        findings += lastYear.suitability
        for table in form.tables {
            findings += TableCheck(table: table, subject: subject).findings
            findings += lastYear.findings(in: table)
        }
        let passages = Passage.all(of: report)
        findings += ClaimCheck(subject: subject).findings(in: passages)
        findings += PartsCheck(subject: subject).findings(in: passages)
        return findings
    }
}

/// What the checks look at.
struct CheckedReport {
    var report: Report
    var form: Form
    var sources: SourceMap

    func place(of path: String) -> Place { sources.place(of: path) }

    func place(of key: FigureKey, in table: FormTable) -> Place {
        sources.place(of: key.path, cell: table.cellName(of: key))
    }
}
