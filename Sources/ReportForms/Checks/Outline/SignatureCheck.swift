internal import ReportModel

/// 署名 and 成文日期.
struct SignatureCheck {
    let subject: CheckedReport

    var findings: [Diagnostic] {
        guard let signature = subject.report.signature else { return [] }
        let report = subject.report
        var findings: [Diagnostic] = []
        if !signature.names.isEmpty, !signature.names.contains(where: { AgencyName.match($0, report.agency) }) {
            let names = signature.names.joined(separator: "、")
            findings.append(
                Diagnostic(
                    "signature.other-agency", .warning,
                    Localized(
                        zh: "署名“\(names)”与报告机关“\(report.agency)”不一致",
                        en: "it is signed by “\(names)”, the report is by “\(report.agency)”"),
                    at: subject.place(of: "signature.names[0]")))
        }
        if signature.date <= report.period.to {
            findings.append(
                Diagnostic(
                    "signature.before-period-ends", .warning,
                    Localized(
                        zh: "成文日期（\(signature.date.officialText)）在统计期限结束（\(report.period.to.officialText)）之前",
                        en:
                            "it is dated \(signature.date.isoText), before the period ends (\(report.period.to.isoText))"
                    ),
                    at: subject.place(of: "signature.date"),
                    hint: Localized(zh: "请检查成文日期的年份", en: "is the year of the date right?")))
        } else if let latest = CalendarDate(year: report.year + 1, month: 3, day: 31), signature.date > latest {
            // 条例 Art. 49 binds departments to 31 January and governments to 31 March; townships are bound by their
            // superiors only. After the later of the two a date is worth a second look, no more.
            findings.append(
                Diagnostic(
                    "signature.late", .note,
                    Localized(
                        zh: "成文日期为\(signature.date.officialText)；条例第四十九条规定的期限，部门为 1 月 31 日，政府为 3 月 31 日",
                        en:
                            "it is dated \(signature.date.isoText); Article 49 names 31 January for departments and "
                            + "31 March for governments"),
                    at: subject.place(of: "signature.date")))
        }
        return findings
    }
}
