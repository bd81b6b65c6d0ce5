import ReportModel
import ReportReading
import Testing

@Suite("Narrative out of text") struct NarrativeImportTests {
    private let title = "柳河镇2022年政府信息公开工作年度报告"

    private func report(_ overview: String, lead: String = "统计期限自2022年1月1日起至2022年12月31日止。") throws -> Report {
        try Reading.text("\(title)\n\(lead)\n一、总体情况\n\(overview)\n").value.report
    }

    private func overview(_ text: String) throws -> [Block] {
        try #require(try report(text).sections.first).content
    }

    private func ids(_ text: String) throws -> [String: Int] {
        let all = try Reading.text(text).diagnostics.map { ($0.id.rawValue, $0.place?.line ?? 0) }
        return Dictionary(all) { first, _ in first }
    }

    @Test("Headings are known by their numbers, on three levels")
    func headings() throws {
        #expect(
            try overview("（一）主动公开\n话。\n1.网站\n话。\n（1）栏目\n话。\n(二)依申请公开\n话。") == [
                .heading(Heading(level: 2, text: "主动公开")), .paragraph("话。"),
                .heading(Heading(level: 3, text: "网站")), .paragraph("话。"),
                .heading(Heading(level: 4, text: "栏目")), .paragraph("话。"),
                .heading(Heading(level: 2, text: "依申请公开")), .paragraph("话。"),
            ])
    }

    @Test("A numbered sentence is no heading, and an amount is no number")
    func sentences() throws {
        #expect(try overview("（一）加强领导。成立领导小组。") == [.paragraph("（一）加强领导。成立领导小组。")])
        #expect(try overview("2.5万元用于平台维护") == [.paragraph("2.5万元用于平台维护")])
        // 一 is a number to Unicode, and none after a point.
        #expect(
            try overview("1.一是公开。\n2.二是服务。") == [.list(List(marker: .point, items: ["一是公开。", "二是服务。"]))])
        #expect(try overview("1、只有一项。") == [.paragraph("1、只有一项。")])
    }

    @Test(
        "Lines numbered one after the other are a list",
        arguments: [
            ("1、甲。\n2、乙。", List.Marker.comma), ("1.甲。\n2．乙。", .point), ("（1）甲；\n(2)乙。", .parentheses),
            ("①甲。\n②乙。", .circle),
        ])
    func lists(text: String, marker: List.Marker) throws {
        let items = text.contains("；") ? ["甲；", "乙。"] : ["甲。", "乙。"]
        #expect(try overview(text) == [.list(List(marker: marker, items: items.map { RichText($0) }))])
    }

    @Test("A list keeps the number that it begins with")
    func start() throws {
        #expect(try overview("3、甲。\n4、乙。") == [.list(List(marker: .comma, start: 3, items: ["甲。", "乙。"]))])
    }

    @Test("A heading number out of sequence is kept and told, and so are those after it")
    func numbers() throws {
        let text = "\(title)\n引言。\n一、总体情况\n（一）甲\n话。\n（三）乙\n话。\n（四）丙\n话。\n"
        let result = try Reading.text(text)
        let numbers = result.value.report.sections[0].content.compactMap {
            if case .heading(let heading) = $0 { heading.number ?? "" } else { nil }
        }
        #expect(numbers == ["", "（三）", "（四）"])
        #expect(
            result.diagnostics.filter { $0.id == "import.heading-number" }.map { $0.place?.line } == [6, 8])
    }

    @Test("Each repair is a note with its line")
    func repairs() throws {
        let found = try ids(
            "\(title)\n\u{A0}\u{3000}引言２０２２年。\n一、总体情况\n[bookmark: _Hlk1]一句话，\n还没有完。\n没有句号\n零\u{200B}宽。\n")
        #expect(
            found == [
                "import.stray-space": 2, "import.full-width-digits": 2, "import.bookmark-removed": 4,
                "import.hard-break-joined": 5, "import.sentence-unclosed": 6, "import.invisible-character": 7,
                "import.period-assumed": 1, "form.assumed": 0, "signature.missing": 7,
            ])
    }

    @Test("A number that is printed in another form is told with its line")
    func numberForms() throws {
        let text =
            "\(title)\n引言。\n1. 总体情况\n(一)主动公开\n话。\n1．网站\n话。\n(1)甲。\n(2)乙。\n二. 主动公开政府信息情况\n话。\n（一）平台\n话。\n"
        let result = try Reading.text(text)
        #expect(result.value.report.sections.map(\.key) == [.overview, .disclosure])
        let notes = result.diagnostics.filter { $0.id == "import.number-form" }
        #expect(
            notes.map { "\($0.place?.line ?? 0) \($0.message.zh)" } == [
                "3 编号“1.”改为“一、”", "4 编号“(一)”改为“（一）”", "6 编号“1．”改为“1.”", "8 编号“(1)”改为“（1）”", "9 编号“(2)”改为“（2）”",
                "10 编号“二.”改为“二、”",
            ])
        #expect(notes.allSatisfy { $0.severity == .note })
    }

    @Test("A sentence cut by a line end is one paragraph again")
    func cut() throws {
        #expect(try overview("一句话，\n还没有完\n。完了。") == [.paragraph("一句话，还没有完。完了。")])
    }

    @Test(
        "The title says whose and which year, over as many lines as it takes",
        arguments: [
            "柳河镇2022年政府信息公开工作年度报告", "柳河镇2022年\n政府信息公开工作年度报告", "柳河镇\n2022年政府信息公开\n工作年度报告",
            "关于柳河镇2022年度政府信息公开工作报告", "柳河镇二〇二二年政府信息公开工作年度报告", "\u{3000}柳河镇 ２０２２年政府信息公开年报 ",
        ])
    func titles(title: String) throws {
        let report = try Reading.text("\(title)\n引言。\n一、总体情况\n话。\n").value.report
        #expect(report.agency == "柳河镇")
        #expect(report.year == 2022)
        #expect(!report.title.contains("|"))
    }

    @Test("Where the title names no agency, the signature does")
    func agencyBelow() throws {
        let text = "2022年政府信息公开工作年度报告\n引言。\n一、总体情况\n话。\n柳河镇人民政府\n2023年1月9日\n"
        #expect(try Reading.text(text).value.report.agency == "柳河镇人民政府")
    }

    @Test("The period is that of the sentence, even where it is not a year")
    func period() throws {
        let report = try report("话。", lead: "数据统计期限为2022年4月1日至12月31日。")
        #expect(report.period.from == CalendarDate("2022-04-01"))
        #expect(report.period.to == CalendarDate("2022-12-31"))
    }

    @Test(
        "Names and date end the report",
        arguments: [
            ("柳河镇人民政府\n2023年1月29日", ["柳河镇人民政府"]), ("柳河县财政局\n柳河县税务局\n\n2023年1月29日", ["柳河县财政局", "柳河县税务局"]),
            ("柳河镇人民政府 2023年1月29日", ["柳河镇人民政府"]), ("柳河镇人民政府\n二〇二三年一月二十九日", ["柳河镇人民政府"]),
        ])
    func signatures(text: String, names: [String]) throws {
        let report = try report("话。\n\n\(text)")
        #expect(report.signature == (try Signature(names: names, date: #require(CalendarDate("2023-01-29")))))
        #expect(report.sections[0].content == [.paragraph("话。")])
    }

    @Test("The contact sentence and its telephone are found above the names")
    func contact() throws {
        let report = try report("话。\n如对本报告有任何疑问，请与本机关联系（电话：0632-1234567）\n柳河镇人民政府\n2023年1月29日")
        #expect(report.contact?.telephone == "0632-1234567")
        #expect(report.contact?.sentence.hasSuffix("1234567）") == true)
    }

    @Test("Attachments are named between the text and the signature")
    func attachments() throws {
        let report = try report("话。\n附件：1.申请情况表\n2.平台清单\n\n柳河镇人民政府\n2023年1月29日")
        #expect(report.attachments == [Attachment(title: "申请情况表"), Attachment(title: "平台清单")])
        #expect(report.sections[0].content == [.paragraph("话。")])
        #expect(try self.report("话。\n附件：平台清单").attachments == [Attachment(title: "平台清单")])
        #expect(try self.report("附件：平台清单\n又一段话。").attachments == [])
    }

    @Test("What stands above the title, below the date or around them is kept aside with its line")
    func aside() throws {
        let text = "首页 > 公开\n\(title)\n发布时间：2023-01-30\n引言。\n一、总体情况\n话。\n柳河镇人民政府\n2023年1月29日\n打印本页\n"
        let result = try Reading.text(text)
        #expect(result.value.report.unplaced.map(\.line) == [1, 3, 9])
        #expect(result.diagnostics.filter { $0.severity == .warning }.count == 3)
    }

    @Test("Section headings are known in other words, and near ones with a warning")
    func sections() throws {
        let text = "\(title)\n引言。\n一、总体情况\n话。\n五、存在问题及改进情况\n话。\n六、其他需要报告的有关事项\n话。\n"
        let result = try Reading.text(text)
        #expect(result.value.report.sections.map(\.key) == [.overview, .problems, .other])
        #expect(result.value.report.sections.map(\.heading) == [nil, "存在问题及改进情况", "其他需要报告的有关事项"])
        #expect(
            result.diagnostics.filter { $0.severity == .warning }.map(\.id) == [
                "import.section-heading-differs", "signature.missing",
            ])
    }

    @Test("A heading 一、 of no section stays in the text with its number")
    func unknownSection() throws {
        let result = try Reading.text("\(title)\n引言。\n一、总体情况\n话。\n七、附带说明\n话。\n")
        #expect(
            result.value.report.sections[0].content.contains(
                .heading(Heading(level: 2, number: "七、", text: "附带说明"))))
        #expect(result.diagnostics.contains { $0.id == "import.unknown-section" })
    }

    @Test(
        "Text that is no report, or a wrong one, is one clear error",
        arguments: [
            ("今天天气很好。\n", "import.no-title"), ("柳河镇2022年政府信息公开工作年度报告\n一段话。\n", "import.no-sections"),
            ("政府信息公开工作年度报告\n引言。\n一、总体情况\n话。\n", "import.no-year"),
            ("2022年政府信息公开工作年度报告\n引言。\n一、总体情况\n话。\n", "import.no-agency"),
            ("\(String(repeating: "长", count: 500))2022年政府信息公开工作年度报告\n一、总体情况\n话。\n", "title.too-long"),
            ("柳河镇2022年政府信息公开工作年度报告\n统计期限为2022年2月30日至12月31日。\n一、总体情况\n话。\n", "value.date"),
            ("柳河镇2022年政府信息公开工作年度报告\n统计期限为2022年5月1日至4月1日。\n一、总体情况\n话。\n", "period.reversed"),
            ("柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n话。\n柳河镇人民政府\n2023年2月29日\n", "value.date"),
            ("柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n一、总体情况\n话。\n", "import.section-twice"),
        ])
    func wrong(text: String, id: String) {
        #expect(Reading.errors { try Reading.text(text) }.map(\.id.rawValue) == [id])
    }

    @Test("A narrative of 500 pages is read in seconds")
    func long() throws {
        let paragraph = String(repeating: "政府信息公开工作稳步推进，", count: 47) + "。\n"
        let start = ContinuousClock.now
        #expect(try overview(String(repeating: paragraph, count: 500)).count == 500)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
