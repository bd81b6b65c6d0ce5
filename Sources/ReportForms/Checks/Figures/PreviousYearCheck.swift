internal import ReportModel

/// The relations that reach over the year's boundary: what last year's report carried over came in this year.
struct PreviousYearCheck {
    let subject: CheckedReport
    let previous: PreviousReport?

    /// Whether the other report is last year's of the same body; where it is not, nothing is compared.
    var suitability: [Diagnostic] {
        guard let previous else { return [] }
        var findings: [Diagnostic] = []
        if previous.report.year != subject.report.year - 1 {
            findings.append(
                Diagnostic(
                    "previous.other-year", .warning,
                    Localized(
                        zh: "作为上年报告给出的是 \(previous.report.year) 年度报告，应为 \(subject.report.year - 1) 年度；未作跨年核对",
                        en: "the report given as last year's is for \(previous.report.year), not "
                            + "\(subject.report.year - 1); nothing was compared"),
                    at: previous.sources.place(of: "year")))
        }
        if !AgencyName.match(previous.report.agency, subject.report.agency) {
            findings.append(
                Diagnostic(
                    "previous.other-agency", .warning,
                    Localized(
                        zh: "作为上年报告给出的是“\(previous.report.agency)”的报告，本报告属于“\(subject.report.agency)”；未作跨年核对",
                        en: "the report given as last year's is by “\(previous.report.agency)”, this one by "
                            + "“\(subject.report.agency)”; nothing was compared"),
                    at: previous.sources.place(of: "agency")))
        }
        return findings
    }

    func findings(in table: FormTable) -> [Diagnostic] {
        guard let previous, suitability.isEmpty else { return [] }
        return table.checks.filter(\.reachesToLastYear).flatMap { findings(of: $0, in: table, previous) }
    }

    private func findings(of check: FormCheck, in table: FormTable, _ previous: PreviousReport)
        -> [Diagnostic]
    {
        var findings: [Diagnostic] = []
        var unreported = 0
        let lines = table.lines(of: check)
        for line in lines {
            guard let lastYear = lastYearFigures(of: check, in: line, table, previous) else {
                return [
                    Diagnostic(
                        "previous.other-form", .note,
                        Localized(
                            zh: "上年报告用的是\(previous.form.name)表式，没有相应的数，\(table.name)的 \(check.id) 未核对",
                            en:
                                "last year's report is in form \(previous.form.id), which has no such figures; "
                                + "\(check.id) of \(table.name) was not checked"),
                        at: previous.sources.place(of: "tables.\(table.key)"))
                ]
            }
            func keys(_ terms: [FormCheck.Term]) -> [[FigureKey]] {
                terms.map { term in
                    term.previousYear ? lastYear[term.key] ?? [] : table.figures(of: term, in: line, of: check)
                }
            }
            let lined = LinedCheck(check: check, line: line, left: keys(check.left), right: keys(check.right))
            let relation = Relation(lined, of: table) { term, key in
                (term.previousYear ? previous.report : subject.report).figures[key]
            }
            switch relation.outcome {
            case .holds: break
            case .unreported: unreported += 1
            case .tooLarge:
                findings.append(
                    relation.tooLarge(at: relation.chiefKey.map { subject.place(of: $0, in: table) }))
            case .fails: findings += finding(relation, previous).map { [$0] } ?? []
            }
        }
        if unreported > 0 {
            findings.append(
                Diagnostic(
                    "previous.unreported", .note,
                    Localized(
                        zh: "\(table.name)的 \(check.id) 有 \(unreported) 处因两年中有数未填报而未核对",
                        en:
                            "\(check.id) of \(table.name) was not checked in \(unreported) places, where a figure of "
                            + "one of the years was not reported"),
                    at: subject.place(of: "tables.\(table.key)")))
        }
        return findings
    }

    /// The figures of last year's terms by their keys, as last year's form has them; nil where it has none.
    private func lastYearFigures(
        of check: FormCheck, in line: String, _ table: FormTable, _ previous: PreviousReport
    ) -> [String: [FigureKey]]? {
        guard let old = previous.form.table(table.key) else { return nil }
        let known = Set(old.figureKeys)
        var result: [String: [FigureKey]] = [:]
        for term in check.left + check.right where term.previousYear {
            let keys = old.figures(of: term, in: line, of: check)
            guard !keys.isEmpty, keys.allSatisfy(known.contains) else { return nil }
            result[term.key] = keys
        }
        return result
    }

    private func finding(_ relation: Relation, _ previous: PreviousReport) -> Diagnostic? {
        guard let message = relation.failure else { return nil }
        let old = relation.operands.filter(\.term.previousYear).flatMap(\.keys)
        return Diagnostic(
            "figures.differs-from-previous-year", relation.check.severity, message,
            at: relation.chiefKey.map { subject.place(of: $0, in: relation.table) },
            notes: old.map { key in
                let figure = previous.report.figures[key]?.text ?? ""
                return .init(
                    Localized(zh: "上年报告为 \(figure)", en: "last year's report says \(figure)"),
                    at: previous.sources.place(
                        of: key.path, cell: previous.form.table(key.table)?.cellName(of: key)))
            })
    }
}
