internal import ReportForms
internal import ReportModel
internal import ReportReading

/// Holds each township's report against its own of last year.
struct CarryOver {
    let forms: [Form]
    let previous: [SourcedReport]

    func findings(of reports: [SourcedReport], in form: Form) -> [Diagnostic] {
        let byName = Dictionary(grouping: previous) { $0.report.agency }
        return reports.flatMap { report -> [Diagnostic] in
            let exact = byName[report.report.agency] ?? []
            let like =
                exact.isEmpty ? previous.filter { AgencyName.match($0.report.agency, report.report.agency) } : exact
            guard like.count == 1, let last = like.first else { return [unmatched(report, like)] }
            guard let lastForm = forms.first(where: { $0.id == last.report.form }) else { return [] }
            return ReportChecker.check(
                report.report, form: form, sources: report.sources,
                previous: PreviousReport(report: last.report, form: lastForm, sources: last.sources)
            ).filter { $0.id == "figures.differs-from-previous-year" || $0.id.rawValue.hasPrefix("previous.") }
        }
    }

    private func unmatched(_ report: SourcedReport, _ candidates: [SourcedReport]) -> Diagnostic {
        let agency = report.report.agency
        return Diagnostic(
            candidates.isEmpty ? "summary.no-previous" : "summary.several-previous", .warning,
            candidates.isEmpty
                ? Localized(
                    zh: "没有找到“\(agency)”上一年的报告，未作跨年核对",
                    en: "no report of “\(agency)” for last year; nothing was compared")
                : Localized(
                    zh: "上一年有 \(candidates.count) 份报告可能是“\(agency)”的，未作跨年核对",
                    en: "\(candidates.count) of last year's reports may be “\(agency)”’s; nothing was compared"),
            at: report.sources.place(of: "agency"),
            notes: candidates.prefix(5).map {
                .init(Localized(zh: $0.report.agency, en: $0.report.agency), at: $0.sources.place(of: "agency"))
            })
    }
}
