internal import ReportForms
internal import ReportModel

/// 统计期限 as a sentence of the lead states it.
struct PeriodFinder {
    let file: String
    let sink: DiagnosticSink

    /// The period, and the line that states it. Nil where no sentence states one, or (with an error)
    /// where it states days that do not exist.
    func find(in lines: [SourceLine]) -> (period: Period, line: Int)? {
        for line in lines where ["统计", "数据", "期限"].contains(where: line.text.contains) {
            guard
                let match = line.text.firstMatch(
                    of:
                        #/([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日起?[，,]?(?:至|到|截至|截止|[-—–－~～]+)(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日/#
                )
            else { continue }
            let place = Place(file: file, line: line.number, path: "period")
            let from = date(match.1, match.2, match.3)
            let to = date(match.4 ?? match.1, match.5, match.6)
            guard let from, let to else {
                sink.error(
                    "value.date", zh: "统计期限“\(match.0)”中有不存在的日期",
                    en: "the period “\(match.0)” has a date that does not exist",
                    at: place)
                return nil
            }
            guard from <= to else {
                sink.add(ReportBounds.reversedPeriod(from: from, to: to, at: place))
                return nil
            }
            return (Period(from: from, to: to), line.number)
        }
        return nil
    }

    private func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
        guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
        return ReportBounds.years.contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
    }
}
