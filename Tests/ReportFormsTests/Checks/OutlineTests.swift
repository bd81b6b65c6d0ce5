import ReportForms
import ReportModel
import Testing

@testable import ReportForms

@Suite("Title, dates, sections and signature")
struct OutlineTests {
    private func findings(_ change: (inout Report) -> Void) throws -> [Diagnostic] {
        var report = FullReport(form: "2021").report()
        change(&report)
        return report.findings(by: try FormsInForce.form("2021"))
    }

    private func date(_ text: String) -> CalendarDate { CalendarDate(text)! }

    @Test("A title of another year or another body") func title() throws {
        #expect(try findings { $0.title = "青山县人民政府2022年|政府信息公开工作年度报告" }.map(\.id) == ["title.other-year"])
        #expect(try findings { $0.title = "青山县人民政府二〇二二年政府信息公开工作年度报告" }.map(\.id) == ["title.other-year"])
        #expect(try findings { $0.title = "白水县2023年政府信息公开工作年度报告" }.map(\.id) == ["title.other-agency"])
        #expect(try findings { $0.title = "青山县2023年政府信息公开工作年度报告" }.isEmpty)
        #expect(try findings { $0.title = "关于青山县2023年度政府信息公开工作的年度报告" }.isEmpty)
        #expect(try findings { $0.title = "政府信息公开工作年度报告" }.isEmpty)
    }

    @Test(
        "Names that may mean the same body",
        arguments: [
            ("滕州市柴胡店镇", "柴胡店镇人民政府", true), ("清水镇", "清水镇人民政府", true),
            ("滕州市柴胡店镇", "滕州市羊庄镇人民政府", false), ("滕州市", "滕州市人民政府办公室", true),
            ("滕州市教育和体育局", "滕州市教体局", true), ("枣庄高新区管理委员会", "枣庄高新区管委会", true),
            ("青山县财政局", "青山县税务局", false), ("柴胡店镇", "滕州市柴胡店镇人民政府", true),
            ("青山县", "白水县", false),
        ])
    func names(a: String, b: String, same: Bool) {
        #expect(AgencyName.match(a, b) == same)
        #expect(AgencyName.match(b, a) == same)
    }

    @Test("The signature: another body, before the period ends, long after it") func signature() throws {
        #expect(try findings { $0.signature?.names = ["白水县人民政府"] }.map(\.id) == ["signature.other-agency"])
        #expect(try findings { $0.signature?.names = ["白水县人民政府", "青山县人民政府"] }.isEmpty)
        let early = try findings { $0.signature?.date = date("2023-01-29") }
        #expect(early.map(\.id) == ["signature.before-period-ends"])
        #expect(early[0].severity == .warning && early[0].place?.path == "signature.date")
        let late = try findings { $0.signature?.date = date("2024-05-06") }
        #expect(late.map(\.id) == ["signature.late"])
        #expect(late[0].severity == .note)
        #expect(try findings { $0.signature?.date = date("2024-03-31") }.isEmpty)
        #expect(try findings { $0.signature = nil }.isEmpty)
    }

    @Test("The period: backwards, not the year, and not what the lead says") func period() throws {
        #expect(
            try findings { $0.period = Period(from: date("2023-12-31"), to: date("2023-01-01")) }.map(\.id)
                == ["period.reversed"])
        let other = try findings { $0.period = Period(from: date("2023-01-01"), to: date("2023-11-30")) }
        #expect(other.map(\.id) == ["period.not-the-year", "period.contradicted"])
        let lead = try findings { $0.lead = [.paragraph("数据统计期限为２０２２年1月1日至12月31日。以此为准。")] }
        #expect(lead.map(\.id) == ["period.contradicted"])
        #expect(lead[0].place?.path == "lead[0]")
        #expect(lead[0].message.zh.contains("“数据统计期限为２０２２年1月1日至12月31日。”"))
    }

    @Test(
        "Days that state no period",
        arguments: [
            "数据统计期限自2023年1月1日起，至2023年12月31日止。", "本年度报告数据截至2023年12月31日。",
            "《条例》自2019年5月15日起施行，数据截至2023年12月31日。", "统计数据为2023年1月1日—12月31日。",
        ])
    func otherDays(sentence: String) throws {
        #expect(try findings { $0.lead = [.paragraph(RichText(sentence))] }.isEmpty)
    }

    @Test("Sections: missing, unknown, twice, out of order, empty") func sections() throws {
        let missing = try findings { $0.sections.removeLast() }
        #expect(missing.map(\.id) == ["sections.missing"])
        #expect(missing[0].message.zh == "缺少第6部分“其他需要报告的事项”")
        #expect(try findings { $0.sections.append(Section(key: "others")) }.map(\.id) == ["sections.unknown"])
        #expect(try findings { $0.sections.append($0.sections[5]) }.map(\.id) == ["sections.repeated"])
        let order = try findings { $0.sections.swapAt(4, 5) }
        #expect(order.map(\.id) == ["sections.order"])
        #expect(order[0].place?.path == "sections.problems")
        #expect(try findings { $0.sections[5].content = [] }.map(\.id) == ["sections.empty"])
        #expect(
            try findings {
                $0.sections[5].content = [.heading(Heading(level: 2, text: "其他")), .paragraph(" ")]
            }.map(\.id)
                == ["sections.empty"])
        #expect(
            try findings { $0.sections[1].content = [.statutoryTable("disclosures")] }.map(\.id) == [
                "table.unknown"
            ])
    }
}
