import ReportModel
import ReportReading
import Testing

@Suite("Signature and attachments out of text") struct SignatureImportTests {
    private func result(_ end: String) throws -> Diagnosed<SourcedReport> {
        try Reading.text("柳河镇2022年政府信息公开工作年度报告\n统计期限自2022年1月1日起至2022年12月31日止。\n一、总体情况\n话。\n\(end)\n")
    }

    private func repairs(_ result: Diagnosed<SourcedReport>) -> [String: Int] {
        let all = result.diagnostics.filter {
            $0.id.rawValue.hasPrefix("import.") && $0.id != "import.stray-space"
        }
        .map { ($0.id.rawValue, $0.place?.line ?? 0) }
        return Dictionary(all) { first, _ in first }
    }

    private func signature(_ day: String = "2023-01-29", _ names: String...) throws -> Signature {
        try Signature(names: names.isEmpty ? ["柳河镇人民政府"] : names, date: #require(CalendarDate(day)))
    }

    @Test(
        "A date in any spelling is the day, and is told where it is not the official one",
        arguments: [
            "2023.1.29", "2023．1．29", "2023-1-29", "2023/01/29", "2023年1月29号", "2023年元月29日", "2023年1月29",
            "2023年01月29日",
            "二〇二三年一月二十九日", "二零二三年元月二十九日", "成文日期：2023.1.29",
        ])
    func dates(date: String) throws {
        for end in ["柳河镇人民政府\n\(date)", "柳河镇人民政府 \(date)"] {
            let result = try result(end)
            #expect(result.value.report.signature == (try signature()))
            #expect(result.value.report.sections[0].content == [.paragraph("话。")])
            #expect(repairs(result) == ["import.date-form": end.contains("\n") ? 6 : 5])
        }
        #expect(repairs(try result("柳河镇人民政府\n2023年1月29日")) == [:])
    }

    @Test(
        "A day that does not exist is an error in any spelling",
        arguments: ["2023.2.29", "2023年2月30号", "二〇二三年十三月一日"])
    func noSuchDay(date: String) {
        #expect(Reading.errors { try result("柳河镇人民政府\n\(date)") }.map(\.id) == ["value.date"])
    }

    @Test("The mark for a seal is no part of a name", arguments: ["（盖章）", "（公章）", "(盖章)", "（加盖公章）", " （章）"])
    func sealMark(mark: String) throws {
        let result = try result("柳河镇人民政府\(mark)\n2023年1月29日")
        #expect(result.value.report.signature == (try signature()))
        #expect(repairs(result) == ["import.seal-mark-removed": 5])
        let joint = try self.result("柳河镇党政办公室\(mark)\n柳河镇人民政府\(mark)\n2023年1月29日")
        #expect(joint.value.report.signature == (try signature("2023-01-29", "柳河镇党政办公室", "柳河镇人民政府")))
    }

    @Test("The date may stand above the name, or before it")
    func dateFirst() throws {
        for end in ["2023年1月29日\n柳河镇人民政府", "2023年1月29日 柳河镇人民政府"] {
            let result = try result(end)
            #expect(result.value.report.signature == (try signature()))
            #expect(repairs(result) == ["import.date-above-name": 5])
            #expect(result.value.report.unplaced.isEmpty)
        }
    }

    @Test("A name above the date stands before any body named below it")
    func nameAbove() throws {
        let report = try result("柳河镇政务公开专班\n2023年1月29日\n柳河县人民政府").value.report
        #expect(report.signature == (try signature("2023-01-29", "柳河镇政务公开专班")))
        #expect(report.unplaced.map(\.text) == ["柳河县人民政府"])
    }

    @Test("The date of the page below is not that of the report")
    func pageDate() throws {
        let report = try result("柳河镇人民政府\n2023年1月29日\n2023-02-10").value.report
        #expect(report.signature == (try signature()))
        #expect(report.unplaced.map(\.text) == ["2023-02-10"])
    }

    @Test("Where no signature is found, that is said", arguments: ["", "柳河镇人民政府", "柳河镇人民政府\n癸卯年正月初八"])
    func missing(end: String) throws {
        let result = try result(end)
        #expect(result.value.report.signature == nil)
        let warning = try #require(result.diagnostics.first { $0.id == "signature.missing" })
        #expect(warning.severity == .warning)
        #expect(warning.place?.line == 4 + end.split(separator: "\n").count)
        let structured = try Reading.yaml("agency: 柳河镇\nyear: 2022\n")
        #expect(structured.diagnostics.filter { $0.severity == .warning }.map(\.id) == ["signature.missing"])
    }

    @Test(
        "Attachments are found on one line or several, above the signature or below",
        arguments: [
            "附件：1.清单 2.名录", "附件：1、清单；2、名录", "附件：1.清单\n2.名录", "附件：\n1.清单\n2.名录", "附件1：清单\n附件2：名录",
            "附件:1.清单2.名录",
        ])
    func attachments(note: String) throws {
        let titles = [Attachment(title: "清单"), Attachment(title: "名录")]
        let above = try result("\(note)\n柳河镇人民政府\n2023年1月29日")
        #expect(above.value.report.attachments == titles)
        #expect(repairs(above) == [:])
        let below = try result("柳河镇人民政府\n2023年1月29日\n\(note)")
        #expect(below.value.report.attachments == titles)
        #expect(below.value.report.unplaced.isEmpty)
        #expect(repairs(below).keys.sorted() == ["import.attachments-moved"])
        for report in [above.value.report, below.value.report] {
            #expect(report.signature == (try signature()))
            #expect(report.sections[0].content == [.paragraph("话。")])
        }
    }

    @Test("A version in a title is no second attachment")
    func versions() throws {
        let report = try result("附件：1.公开目录2.1版\n柳河镇人民政府\n2023年1月29日").value.report
        #expect(report.attachments == [Attachment(title: "公开目录2.1版")])
    }
}
