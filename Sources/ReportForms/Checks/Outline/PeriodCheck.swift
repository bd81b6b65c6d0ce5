internal import ReportModel

/// 统计期限: the calendar year, and the same in the lead's words.
struct PeriodCheck {
    let subject: CheckedReport

    var findings: [Diagnostic] {
        let period = subject.report.period
        let year = subject.report.year
        guard period.from <= period.to else {
            return [
                Diagnostic(
                    "period.reversed", .error,
                    Localized(
                        zh: "统计期限的起日（\(period.from.officialText)）晚于止日（\(period.to.officialText)）",
                        en: "the period begins (\(period.from.isoText)) after it ends (\(period.to.isoText))"),
                    at: subject.place(of: "period"))
            ]
        }
        var findings: [Diagnostic] = []
        if period != Period(calendarYear: year) {
            findings.append(
                Diagnostic(
                    "period.not-the-year", .warning,
                    Localized(
                        zh:
                            "统计期限（\(period.from.officialText)至\(period.to.officialText)）不是 \(year) 年 1 月 1 日至 12 月 31 日",
                        en:
                            "the period (\(period.from.isoText) to \(period.to.isoText)) is not the calendar year \(year)"
                    ),
                    at: subject.place(of: "period")))
        }
        for passage in Passage.all(in: subject.report.lead, path: "lead") {
            for sentence in passage.sentences where ["统计", "期限", "数据"].contains(where: sentence.contains) {
                guard let stated = sentence.statedPeriod, stated != period else { continue }
                findings.append(
                    Diagnostic(
                        "period.contradicted", .warning,
                        Localized(
                            zh: "文中的统计期限（\(stated.from.officialText)至\(stated.to.officialText)）与报告的统计期限不同："
                                + "“\(sentence.quoted)”",
                            en:
                                "the text states another period (\(stated.from.isoText) to \(stated.to.isoText)): "
                                + "“\(sentence.quoted)”"),
                        at: subject.place(of: passage.path),
                        notes: [
                            .init(
                                Localized(
                                    zh: "报告的统计期限为\(period.from.officialText)至\(period.to.officialText)",
                                    en:
                                        "the report's period is \(period.from.isoText) to \(period.to.isoText)"
                                ),
                                at: subject.place(of: "period"))
                        ]))
            }
        }
        return findings
    }
}
