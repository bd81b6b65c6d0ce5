import ReportForms
import ReportModel

/// A whole report of an invented county, no figure zero, all of them balanced; and the one of the year before.
///
/// The tables are written down here by hand, after the paper forms, so that they can testify against `layouts/forms/`.
struct FullReport {
    static let applicants: [ColumnKey] = [
        "natural_person", "business", "research", "social", "legal_service", "other_organisation",
    ]
    static let applicantNames = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    static let blocks: [RowKey] = ["reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"]

    let form: FormID

    /// 办理结果 without its total: 21 rows of the 2021 form, 19 of the 2019 form.
    var results: [RowKey] {
        [
            "granted", "partly_granted", "refused_state_secret", "refused_law_forbids", "refused_security",
            "refused_third_party", "refused_internal_affairs", "refused_process_information",
            "refused_enforcement_file", "refused_administrative_inquiry", "unavailable_not_held",
            "unavailable_must_be_made", "unavailable_unclear", "unprocessed_petition", "unprocessed_repeated",
            "unprocessed_publication", "unprocessed_excessive", "unprocessed_reissue",
        ]
            + (form == "2021"
                ? ["otherwise_not_corrected", "otherwise_fee_unpaid", "otherwise_other"] : ["otherwise"])
    }

    func report(paragraph: String = "全县政府信息公开工作平稳有序。") -> Report {
        let year = form == "2021" ? 2023 : 2020
        return Report(
            agency: "青山县人民政府", year: year, period: Period(calendarYear: year)!,
            title: "青山县人民政府\(year)年政府信息公开工作年度报告", form: form,
            lead: [.paragraph("所列数据的统计期限自\(year)年1月1日起至\(year)年12月31日止。")],
            sections: [
                Section(key: .overview, content: [.paragraph(RichText(paragraph))]),
                Section(key: .disclosure), Section(key: .applications), Section(key: .disputes),
                Section(key: .problems, content: [.paragraph("部分单位公开不够及时，将加强督促。")]),
                Section(key: .other, content: [.paragraph("没有其他需要报告的事项。")]),
            ],
            figures: figures,
            signature: Signature(
                names: ["青山县人民政府"], date: CalendarDate(year: year + 1, month: 1, day: 29)!))
    }

    /// Carries over what this year's report carries in; its documents in force lead to this year's.
    func lastYear() -> Report {
        var report = report()
        report.year -= 1
        report.period = Period(calendarYear: report.year)!
        for column in Self.applicants + ["total"] {
            report.figures[.applications, "carried_out", column] =
                figures[.applications, "carried_in", column]
        }
        for (row, inForce) in [("regulations", 11), ("normative_documents", 110)] as [(RowKey, Int)]
        where form == "2021" {
            report.figures[.disclosure, row, "in_force"] = .count(inForce)
        }
        return report
    }

    var figures: Figures {
        var figures = Figures()
        func set(_ table: TableKey, _ row: RowKey, _ columns: [ColumnKey], _ values: [Int]) {
            for (column, value) in zip(columns, values) { figures[table, row, column] = .count(value) }
        }
        // 表三, column by column: 一 + 二 = 三 + 四, and the total of each row.
        func setRow(_ row: RowKey, _ values: [Int]) {
            set(.applications, row, Self.applicants + ["total"], values + [values.reduce(0, +)])
        }
        var totals = Array(repeating: 0, count: 6)
        for (index, row) in results.enumerated() {
            let values = (0..<6).map { 3 + (index * 7 + $0 * 5) % 11 }
            totals = zip(totals, values).map(+)
            setRow(row, values)
        }
        setRow("results_total", totals)
        setRow("carried_in", [2, 1, 4, 3, 6, 5])
        setRow("carried_out", [9, 8, 7, 6, 5, 4])
        setRow("new", zip(totals, [7, 7, 3, 3, -1, -1]).map(+))
        // 表四
        for (index, block) in Self.blocks.enumerated() {
            set(
                .disputes, block, ["upheld", "corrected", "other", "pending", "total"],
                [5, 2, 1, 4, 12].map { $0 * (index + 1) })
        }
        // 表二
        if form == "2021" {
            set(.disclosure, "regulations", ["issued", "repealed", "in_force"], [3, 2, 12])
            set(.disclosure, "normative_documents", ["issued", "repealed", "in_force"], [18, 9, 119])
            for (row, value) in [("licences", 11_398_889), ("penalties", 2645), ("coercion", 91)]
                as [(RowKey, Int)]
            {
                figures[.disclosure, row, "decisions"] = .count(value)
            }
            figures[.disclosure, "fees", "amount"] = .amount(DecimalAmount("190.457379")!)
        } else {
            for row in ["regulations", "normative_documents"] as [RowKey] {
                set(.disclosure, row, ["made", "published", "published_total"], [4, 5, 60])
            }
            for row in ["licences", "other_services", "penalties", "coercion"] as [RowKey] {
                set(.disclosure, row, ["previous_items", "decisions"], [300, 4021])
                figures[.disclosure, row, "change"] = .change(-8)
            }
            figures[.disclosure, "fees", "previous_items"] = .count(32)
            figures[.disclosure, "fees", "change"] = .change(19)
            figures[.disclosure, "procurement", "procurement_items"] = .count(1846)
            figures[.disclosure, "procurement", "procurement_amount"] = .amount(DecimalAmount("72701.2578")!)
        }
        return figures
    }
}

extension Report {
    /// Checked by a form, with last year's report in the same form.
    func findings(by form: Form, lastYear: Report? = nil) -> [Diagnostic] {
        ReportChecker.check(
            self, form: form, sources: SourceMap(file: "报告.yaml"),
            previous: lastYear.map {
                PreviousReport(report: $0, form: form, sources: SourceMap(file: "上年.yaml"))
            })
    }
}
