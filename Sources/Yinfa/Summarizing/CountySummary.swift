public import ReportForms
public import ReportModel
public import ReportReading

/// The tables of many townships added into those of their county, cell by cell.
public struct CountySummary: Sendable {
    public let form: Form
    public let year: Int
    private let period: Period
    /// Every cell of the form, in its order.
    public let sums: [FigureSum]
    /// How many reports were added.
    public let count: Int
    /// What the county ought to look at: cells that some left blank, figures that stand out, what was carried over
    /// from last year and did not arrive. Whether the sums balance, checking the county's report says.
    public private(set) var findings: [Diagnostic] = []

    /// - Parameters:
    ///   - reports: of one year and one form, one a township.
    ///   - previous: last year's; nil leaves out what reaches over the year's boundary.
    /// - Throws: `DiagnosticsError`: `summary.none`, `summary.other-year`, `summary.other-form`, `summary.agency-twice`,
    ///   `summary.too-large`; what cannot be added is not added in part.
    public init(
        of reports: [SourcedReport], forms: [Form], previous: [SourcedReport]? = nil
    ) throws(DiagnosticsError) {
        guard let first = reports.first, let form = forms.first(where: { $0.id == first.report.form }) else {
            throw DiagnosticsError(
                Diagnostic("summary.none", .error, Localized(zh: "没有可以汇总的报告", en: "there are no reports to add up")))
        }
        let misfits = Self.misfits(reports, first.report)
        guard misfits.isEmpty else { throw DiagnosticsError(misfits) }
        self.form = form
        year = first.report.year
        period = first.report.period
        count = reports.count
        var sums: [FigureSum] = []
        for table in form.tables {
            for key in table.figureKeys { sums.append(try FigureSum(key, in: table, of: reports)) }
        }
        self.sums = sums
        findings += sums.flatMap(Self.silence)
        findings += OutlierFinder.findings(in: sums)
        if let previous { findings += CarryOver(forms: forms, previous: previous).findings(of: reports, in: form) }
    }

    /// The county's report as far as its figures go; what it says has to be written.
    public func report(agency: String) -> Report {
        var figures = Figures()
        for sum in sums { figures[sum.key] = sum.figure }
        return Report(
            agency: agency, year: year, period: period, title: "\(agency)\(year)年政府信息公开工作年度报告", form: form.id,
            sections: form.sections.map { Section(key: $0.key) }, figures: figures)
    }

    private static func misfits(_ reports: [SourcedReport], _ first: Report) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var seen: [String: SourcedReport] = [:]
        for report in reports {
            if report.report.year != first.year {
                problems.append(
                    Diagnostic(
                        "summary.other-year", .error,
                        Localized(
                            zh: "这是 \(report.report.year) 年度的报告，其他是 \(first.year) 年度的",
                            en: "this report is for \(report.report.year), the others for \(first.year)"),
                        at: report.sources.place(of: "year")))
            }
            if report.report.form != first.form {
                let (own, other) = (report.report.form?.rawValue ?? "", first.form?.rawValue ?? "")
                problems.append(
                    Diagnostic(
                        "summary.other-form", .error,
                        Localized(
                            zh: "这份报告用的是“\(own)”版格式，其他是“\(other)”版，数字加不到一起",
                            en: "this report is in form “\(own)”, the others in “\(other)”; they cannot be added"),
                        at: report.sources.place(of: "form")))
            }
            if let other = seen.updateValue(report, forKey: report.report.agency) {
                problems.append(
                    Diagnostic(
                        "summary.agency-twice", .error,
                        Localized(
                            zh: "“\(report.report.agency)”有两份报告，会重复计数",
                            en: "there are two reports of “\(report.report.agency)”, which would count twice"),
                        at: report.sources.place(of: "agency"),
                        notes: [.init(Localized(zh: "另一份", en: "the other"), at: other.sources.place(of: "agency"))]))
            }
        }
        return problems
    }

    private static func silence(_ sum: FigureSum) -> [Diagnostic] {
        sum.silent.map { part in
            Diagnostic(
                "summary.blank", .warning,
                Localized(
                    zh: "\(part.agency)没有填这个数，合计里没有它", en: "\(part.agency) reports nothing here; the sum is without it"),
                at: part.place)
        }
    }
}
