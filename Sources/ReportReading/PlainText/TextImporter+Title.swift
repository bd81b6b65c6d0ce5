internal import ReportForms
internal import ReportModel

extension TextImporter {
    func readTitle(in lines: [SourceLine]) -> TitleFinder.Title? {
        guard let title = TitleFinder.find(in: lines) else {
            sink.error(
                "import.no-title", zh: "没有找到标题：前 40 行中没有以“政府信息公开工作年度报告”结尾的一行",
                en: "no title was found: none of the first 40 lines ends in 政府信息公开工作年度报告",
                at: Place(file: file, line: 1))
            return nil
        }
        let line = lines[title.lines.lowerBound].number
        let place = Place(file: file, line: line, path: "title")
        for path in ["title", "agency", "year"] { locate(path, line: line) }
        if let problem = ReportBounds.titleProblem(title.text, at: place) {
            sink.add(problem)
            return nil
        }
        if title.lines.count > 1 {
            sink.add(
                Diagnostic(
                    "import.hard-break-joined", .note,
                    Localized(
                        zh: "标题分成 \(title.lines.count) 行，已合并；印刷时按词义分行",
                        en: "the title stood on \(title.lines.count) lines; joined, to be broken by sense"),
                    at: place))
        }
        keep(
            lines[..<title.lines.lowerBound], "import.before-title", zh: "这一行在标题之前",
            en: "this line stands above the title")
        return title
    }

    /// Whose report it is, on which year and which days.
    struct Scope {
        var agency: String
        var year: Int
        var period: Period
    }

    /// What the title leaves open, the signature and the sentence on the period say.
    /// - Parameter lines: the lead and the first section, where that sentence stands.
    func readScope(_ title: TitleFinder.Title, signature: Signature?, about lines: [SourceLine]) -> Scope? {
        let errorsBefore = sink.diagnostics.count { $0.severity == .error }
        let stated = PeriodFinder(file: file, sink: sink).find(in: lines)
        guard sink.diagnostics.count(where: { $0.severity == .error }) == errorsBefore else { return nil }
        let place = Place(file: file, line: locations["title"]?.line, path: "title")
        guard let year = title.year ?? stated?.period.from.year, ReportBounds.years.contains(year) else {
            sink.error(
                "import.no-year", zh: "标题中没有 1949 至 2999 之间的年份（如“2022年”）",
                en: "the title names no year from 1949 to 2999", at: place)
            return nil
        }
        guard let agency = title.agency ?? signature?.names.first else {
            sink.error(
                "import.no-agency", zh: "标题的年份前没有机关名称，文末也没有署名",
                en: "neither the title nor a signature names the agency", at: place)
            return nil
        }
        if let stated {
            locate("period", line: stated.line)
            return Scope(agency: agency, year: year, period: stated.period)
        }
        sink.add(
            Diagnostic(
                "import.period-assumed", .note,
                Localized(
                    zh: "没有找到统计期限的句子，按 \(year) 年 1 月 1 日至 12 月 31 日处理",
                    en: "no sentence states the period; taken to be the calendar year \(year)"),
                at: place))
        return Period(calendarYear: year).map { Scope(agency: agency, year: year, period: $0) }
    }
}
