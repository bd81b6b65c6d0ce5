import Foundation
import TestSupport
import Testing
import Yinfa

/// What an importer makes of a text may stand in another part than the text stood in; each of these once came back as it
/// was, or was lost.
@Suite("Files of ours that were changed are read as they look") struct CarriedChangeTests {
    private static let report = Result { try Exported.example("yunmeng-2024.yaml").report }

    /// A small report with something that a page does not show.
    private static func report(_ change: (inout Report) -> Void = { _ in }) throws -> Report {
        var random = OrdinaryReport(seed: 4)
        var report = try random.report(form: Exported.form("2021"))
        report.archive = ArchiveRecord(fonds: "J042", year: report.year, item: 7, retention: "30年")
        report.signature?.sealed = true
        change(&report)
        return report
    }

    private static func exported(_ report: Report, as format: ExportFormat) throws -> String {
        let source = SourcedReport(report: report, sources: SourceMap(file: "report.yaml"))
        return String(decoding: try Exported.exporter.export(source, as: format).value, as: UTF8.self)
    }

    /// The page with some words in the place of others, its data as they were.
    private static func changed(_ text: String, _ old: String, _ new: String) throws -> [UInt8] {
        let start = try #require(text.range(of: "{\"style\"")).lowerBound
        let body = text[..<start].replacing(old, with: new)
        #expect(body != text[..<start])
        return Array((body + text[start...]).utf8)
    }

    /// All that it says, one way or the other.
    private static func words(_ imported: ImportedReport) -> String {
        ReportWriter.yaml(imported.report.report, form: nil)
    }

    @Test("A table that a text shows only as lines is not what it was once one of them was changed or taken out")
    func textTable() throws {
        let text = try Self.exported(Self.report.get(), as: .txt)
        let edited = try Exported.back(Self.changed(text, "38612", "99999"), as: .txt)
        #expect(!Self.words(edited).contains("38612"))
        #expect(Self.words(edited).contains("99999"))
        #expect(edited.log.doubts.contains { $0.id == "import.carried-lost" })
        let elsewhere = try Exported.back(Self.changed(text, "优化站内检索", "改进站内检索"), as: .txt)
        #expect(Self.words(elsewhere).contains("38612"))
        #expect(Self.words(elsewhere).contains("由经办人员记录答复"))
        #expect(Self.words(elsewhere).contains("改进站内检索"))
    }

    @Test("A note that was changed is the file’s, and one that was taken out is gone", arguments: ["由值班人员登记", ""])
    func note(words: String) throws {
        let text = try Self.exported(Self.report.get(), as: .html)
        let back = try Exported.back(Self.changed(text, "由经办人员记录", words), as: .html)
        #expect(!Self.words(back).contains("由经办人员记录"))
        #expect(Self.words(back).contains("当场答复的，\(words)答复的内容"))
    }

    @Test(
        "Words that an importer takes for a contact, and that the report has in its narrative",
        arguments: ["0712-7654321", ""])
    func contact(telephone: String) throws {
        let report = try Self.report { report in
            report.contact = nil
            report.sections[report.sections.count - 1].content = [
                .paragraph("没有收取信息处理费。"), .paragraph("公众对本报告如有疑问，请与市政府办公室联系，电话0712-1234567。"),
            ]
        }
        let text = try Self.exported(report, as: .html)
        let back = try Exported.back(Self.changed(text, "0712-1234567", telephone), as: .html)
        #expect(!Self.words(back).contains("1234567"))
        #expect(Self.words(back).contains("市政府办公室联系，电话\(telephone)"))
    }

    @Test("A contact that an importer takes for narrative is there when something else was changed")
    func contactInNarrative() throws {
        let report = try Self.report { report in
            report.contact = Contact(sentence: "如需咨询，请拨打0712-1234567。", telephone: "0712-1234567")
            report.lead = [.paragraph("本报告由办公室编制。")]
        }
        let back = try Exported.back(
            Self.changed(try Self.exported(report, as: .html), "由办公室编制", "由政务办编制"), as: .html)
        #expect(Self.words(back).contains("请拨打0712-1234567"))
        #expect(Self.words(back).contains("由政务办编制"))
        #expect(!Self.words(back).contains("由办公室编制"))
    }

    @Test("A name that an importer does not know for one", arguments: ["中共青河县委", ""])
    func name(name: String) throws {
        let report = try Self.report { $0.signature?.names = ["中共云岭市委", "云岭市人民政府"] }
        let back = try Exported.back(
            Self.changed(try Self.exported(report, as: .html), "中共云岭市委", name), as: .html)
        #expect(!Self.words(back).contains("中共云岭市委"))
        #expect(name.isEmpty || Self.words(back).contains(name))
    }

    @Test("A date that was changed changes nothing else", arguments: [ExportFormat.html, .txt])
    func date(format: ExportFormat) throws {
        var report = try Self.report()
        let text = try Self.exported(report, as: format)
        let date = try #require(report.signature?.date)
        let back = try Exported.back(Self.changed(text, date.officialText, "2024年12月30日"), as: format)
        report.signature?.date = try #require(CalendarDate("2024-12-30"))
        #expect(back.report.report == report)
        #expect(back.log.repairs.contains { $0.id == "import.carried-changed" })
    }

    @Test("Archive data of last year’s report are none of this year’s")
    func year() throws {
        let report = try Self.report()
        let text = try Self.exported(report, as: .html)
        let back = try Exported.back(Self.changed(text, "\(report.year)年", "\(report.year + 1)年"), as: .html)
        #expect(back.report.report.year == report.year + 1)
        #expect(back.report.report.archive == nil)
        #expect(back.log.doubts.contains { $0.id == "import.carried-lost" })
    }

    @Test("Data of another report are not this one’s")
    func foreign() throws {
        let own = try Self.exported(Self.report(), as: .txt)
        let other = try Self.exported(
            Self.report { report in
                report.title = "青河县人民政府2017年政府信息公开工作年度报告"
                report.year = 2017
                report.archive?.fonds = "J001"
            }, as: .txt)
        let (start, end) = try (
            #require(own.range(of: "{\"style\"")).lowerBound, #require(other.range(of: "{\"style\"")).lowerBound
        )
        let back = try Exported.back(Array((own[..<start] + other[end...]).utf8), as: .txt)
        #expect(back.report.report.title == (try Self.report().title))
        #expect(back.report.report.archive == nil)
        #expect(back.log.doubts.contains { $0.id == "import.carried-lost" })
    }

    @Test("A year, a body or a period that the file does not show are told where they are others than it seems to have")
    func unlike() throws {
        let text = try Self.exported(Self.report(), as: .txt)
        let start = try #require(text.range(of: "{\"style\"")).lowerBound
        let data = text[start...].replacing(#/"year": \d+, "form"/#, with: "\"year\": 1999, \"form\"")
        let back = try Exported.back(Array((text[..<start] + data).utf8), as: .txt)
        #expect(back.report.report.year == 1999)
        #expect(back.log.doubts.contains { $0.id == "import.carried-unlike" })
        #expect(
            !(try Exported.back(Array(text.utf8), as: .txt)).log.doubts.contains { $0.id == "import.carried-unlike" })
    }

    @Test("Emphasis of a whole paragraph that was taken off is gone")
    func emphasis() throws {
        let report = try Self.report { $0.lead = [.paragraph(RichText([.text("全段强调。", marks: [.strong])]))] }
        let text = try Self.exported(report, as: .html)
        #expect(try Exported.back(Array(text.utf8), as: .html).report.report == report)
        let back = try Exported.back(
            Self.changed(text, "<strong>全段强调。</strong>", "全段强调。"), as: .html)
        #expect(back.report.report.lead == [.paragraph("全段强调。")])
    }

    @Test("A chart whose picture was moved to another section, with another caption, is a chart")
    func movedChart() throws {
        let report = try Self.report.get()
        let text = try Self.exported(report, as: .html)
        let figure = try #require(text.firstMatch(of: #/<figure>(?:(?!<\/figure>).)*月发布数量<\/figcaption><\/figure>/#))
        let heading = try #require(text.firstMatch(of: #/<h2[^>]*>五、[^<]*<\/h2>/#))
        let moved = String(figure.0).replacing("月发布数量<", with: "月公开数量<")
        let page = text.replacing(String(figure.0), with: "").replacing(
            String(heading.0), with: String(heading.0) + moved)
        let back = try Exported.back(Array(page.utf8), as: .html).report.report
        guard case .chart(let chart)? = back.sections.first(where: { $0.key == "problems" })?.content.first else {
            Issue.record("no chart: \(back.sections.map { ($0.key, $0.content.first) })")
            return
        }
        #expect(chart.series.map(\.name) == ["市级", "县级"])
        #expect(chart.caption?.hasSuffix("月公开数量") == true)
    }

    @Test("What a reader leaves out is told, though the rest is as it was")
    func findings() throws {
        let text = try Self.exported(Self.report(), as: .html)
        let back = try Exported.back(Self.changed(text, "</article>", "</article><p>补充一句。</p>"), as: .html)
        #expect(back.log.repairs.contains { $0.id == "import.carried" })
        #expect(back.log.repairs.contains { $0.id == "import.page-around" })
    }

    /// Charts of two rows that are alike, with captions.
    private static func twins() throws -> Report {
        try report { report in
            func chart(_ row: RowKey, _ caption: String) -> Block {
                let keys = ["upheld", "corrected"].map { FigureKey("disputes", row, ColumnKey(rawValue: $0)) }
                for (key, count) in zip(keys, [5, 4]) { report.figures[key] = .count(count) }
                return .chart(
                    Chart(
                        kind: .bar, caption: caption, categories: ["维持", "纠正"],
                        series: [.init(values: keys.map(Chart.Value.figure))]))
            }
            report.sections[0].content = [
                .paragraph("两年情况如下。"), chart("reconsideration", "行政复议结果"), .paragraph("其次是诉讼。"),
                chart("direct_lawsuit", "行政诉讼结果"), .paragraph("工作平稳。"),
            ]
        }
    }

    @Test("Charts that are drawn alike are told apart by their words", arguments: [ExportFormat.html, .txt])
    func alike(format: ExportFormat) throws {
        var report = try Self.twins()
        let text = try Self.exported(report, as: format)
        let old = format == .html ? "行政复议结果<" : "图1　行政复议结果\n"
        let back = try Exported.back(
            Self.changed(text, old, old.replacing("行政复议结果", with: "复议案件结果")), as: format)
        guard case .chart(var chart) = report.sections[0].content[1] else { return }
        chart.caption = "复议案件结果"
        report.sections[0].content[1] = .chart(chart)
        #expect(back.report.report == report)
        #expect(back.log.repairs.contains { $0.id == "import.carried-changed" })
    }

    @Test("A sentence beside charts with captions leaves them alone", arguments: [ExportFormat.html, .txt])
    func besideCharts(format: ExportFormat) throws {
        var report = try Self.twins()
        let text = try Self.exported(report, as: format)
        let back = try Exported.back(Self.changed(text, "工作平稳。", "工作有序。"), as: format)
        report.sections[0].content[4] = .paragraph("工作有序。")
        #expect(back.report.report == report)
    }

    @Test("A chart that is a picture or a line of text from now on is told to be lost")
    func lostChart() throws {
        let text = try Self.exported(Self.twins(), as: .txt)
        let back = try Exported.back(Self.changed(text, "［柱形图：行政复议结果", "［示意图：行政复议结果"), as: .txt)
        #expect(back.log.doubts.contains { $0.id == "import.carried-lost" })
        #expect(Self.words(back).contains("示意图"))
    }

    @Test(
        "What an import cleans, and emphasis of whole paragraphs, keeps nothing from what is carried",
        arguments: [
            ("年1月", "年１月"), ("编制", "编\u{200B}制"), ("<footer", "<!-- --><footer"),
            ("<p>本报告由", "<p>本报告<br>由"),
        ])
    func cleaned(old: String, new: String) throws {
        var report = try Self.report()
        let back = try Exported.back(Self.changed(try Self.exported(report, as: .html), old, new), as: .html)
        if new.contains("<br>") {
            // A line end in a paragraph is the end of one.
            report.lead = back.report.report.lead
            #expect(report.lead.count == 2)
        }
        #expect(back.report.report == report)
        #expect(!back.log.doubts.contains { $0.id == "import.carried-lost" })
    }

    @Test("A paragraph that was set bold has no mark, and nothing is lost by it")
    func bold() throws {
        let report = try Self.report()
        let text = try Self.exported(report, as: .html)
        let lead = try #require(text.firstMatch(of: #/<p>本报告由[^<]*<\/p>/#))
        let bold = String(lead.0).replacing("<p>", with: "<p><b>").replacing("</p>", with: "</b></p>")
        let back = try Exported.back(Self.changed(text, String(lead.0), bold), as: .html)
        #expect(back.report.report == report)
    }
}
