internal import ReportModel

/// What a report may hold at most, in whatever format it is written.
enum ReportBounds {
    static let years = 1949...2999
    static let spans = 1...1000
    static let titleLength = 200

    /// A title longer than 200 characters is a paragraph in the wrong place.
    static func titleProblem(_ title: String, at place: Place) -> Diagnostic? {
        let length = title.count
        guard length > titleLength else { return nil }
        return Diagnostic(
            "title.too-long", .error,
            Localized(
                zh: "标题有 \(length) 个字，超过 \(titleLength) 个字的上限",
                en: "the title has \(length) characters; \(titleLength) are the limit"),
            at: place,
            hint: Localized(
                zh: "标题一般为“机关名称＋年份＋年政府信息公开工作年度报告”；请检查是否把正文写进了标题",
                en: "a title is the agency, the year and 年政府信息公开工作年度报告; is body text in it?"))
    }

    static func reversedPeriod(from: CalendarDate, to: CalendarDate, at place: Place) -> Diagnostic {
        Diagnostic(
            "period.reversed", .error,
            Localized(
                zh: "统计期限的起日（\(from.officialText)）晚于止日（\(to.officialText)）",
                en: "the period begins (\(from.isoText)) after it ends (\(to.isoText))"),
            at: place)
    }
}
