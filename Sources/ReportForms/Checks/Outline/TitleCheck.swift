internal import ReportModel

/// The title against whose report it is, and on which year.
struct TitleCheck {
    let subject: CheckedReport

    var findings: [Diagnostic] {
        let report = subject.report
        let title = report.plainTitle
        var findings: [Diagnostic] = []
        let years = title.yearsNamed
        if !years.isEmpty, !years.contains(report.year) {
            findings.append(
                Diagnostic(
                    "title.other-year", .warning,
                    Localized(
                        zh: "标题写的是 \(years[0]) 年，报告年度是 \(report.year) 年",
                        en: "the title says \(years[0]), the report is on \(report.year)"),
                    at: subject.place(of: "title"),
                    notes: [
                        .init(
                            Localized(zh: "报告年度", en: "the year reported on"), at: subject.place(of: "year"))
                    ]))
        }
        if let named = titleAgency(title), !AgencyName.match(named, report.agency) {
            findings.append(
                Diagnostic(
                    "title.other-agency", .warning,
                    Localized(
                        zh: "标题写的机关是“\(named)”，报告机关是“\(report.agency)”",
                        en: "the title names “\(named)”, the report is by “\(report.agency)”"),
                    at: subject.place(of: "title"),
                    notes: [.init(Localized(zh: "报告机关", en: "the agency"), at: subject.place(of: "agency"))]))
        }
        return findings
    }

    /// What stands before the year; nil where the title names no body there.
    private func titleAgency(_ title: String) -> String? {
        guard let year = title.firstIndex(where: { $0.isNumber || "〇○".contains($0) }) else { return nil }
        let before = title[..<year].filter { !$0.isWhitespace }
        let name = before.hasPrefix("关于") ? String(before.dropFirst(2)) : before
        return name.count < 2 ? nil : name
    }
}
