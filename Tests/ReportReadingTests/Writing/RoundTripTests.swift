import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("What is written is read back as it was") struct RoundTripTests {
    @Test(
        "A report survives YAML and JSON, with rows as lists and without",
        arguments: ["2019", "2021"] as [FormID])
    func roundTrip(formID: FormID) throws {
        let form = try Reading.form(formID)
        for seed in 1...60 as ClosedRange<UInt64> {
            var random = RandomReport(seed: seed)
            let report = random.report(form: form)
            for order in [form, nil] {
                let yaml = ReportWriter.yaml(report, form: order)
                let json = ReportWriter.json(report, form: order)
                let fromYAML = try ReportReader.read(Array(yaml.utf8), name: "a.yaml", forms: Reading.forms)
                    .value.report
                let fromJSON = try ReportReader.read(Array(json.utf8), name: "a.json", forms: Reading.forms)
                    .value.report
                try #require(fromYAML == report, "seed \(seed)\n\(yaml.prefix(3000))")
                try #require(fromJSON == report, "seed \(seed)\n\(json.prefix(3000))")
            }
        }
    }

    @Test("The YAML reads like one that a clerk wrote")
    func wording() throws {
        let form = try Reading.form("2021")
        let period = try #require(Period(calendarYear: 2022))
        var report = Report(
            agency: "柳河镇", year: 2022, period: period, title: "柳河镇2022年|政府信息公开工作年度报告", form: "2021",
            sections: [
                Section(
                    key: .overview,
                    content: [.paragraph("一段：“话”。"), .list(List(marker: .comma, items: ["甲。", "1个乙。"]))])
            ])
        for column in ["issued", "repealed", "in_force"] as [ColumnKey] {
            report.figures["disclosure", "regulations", column] = .count(0)
        }
        report.figures["disclosure", "fees", "amount"] = .blank
        report.signature = Signature(names: ["柳河镇人民政府"], date: try #require(CalendarDate("2023-01-29")))
        #expect(
            ReportWriter.yaml(report, form: form) == """
                agency: 柳河镇
                year: 2022
                form: "2021"
                title: 柳河镇2022年|政府信息公开工作年度报告
                period: {from: "2022-01-01", to: "2022-12-31"}
                sections:
                  overview:  # 总体情况
                    - 一段：“话”。
                    - list:
                        - 甲。
                        - "1个乙。"
                      marker: comma
                tables:
                  disclosure:  # 主动公开政府信息情况
                    regulations: [0, 0, 0]  # 规章
                    fees: ""  # 行政事业性收费
                signature:
                  name: 柳河镇人民政府
                  date: "2023-01-29"

                """)
    }
}
