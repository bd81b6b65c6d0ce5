import ReportModel
import ReportReading
import Testing

@Suite("Report files with something wrong in them") struct StructuredTests {
    private func errors(_ yaml: String) -> [Diagnostic] { Reading.errors { try Reading.yaml(yaml) } }

    @Test("The least a report file says is whose and which year")
    func minimal() throws {
        let report = try Reading.yaml("agency: 柳河镇\nyear: 2022\n").value.report
        #expect(report.title == "柳河镇2022年政府信息公开工作年度报告")
        #expect(report.period == Period(calendarYear: 2022))
        #expect(report.form == "2021")
    }

    @Test("A wrong value says file, line, column, path and what was expected")
    func places() throws {
        let error = try #require(errors("agency: 柳河镇\nyear: 二〇二二\n").first)
        #expect(error.id == "value.type")
        #expect(error.place == Place(file: "report.yaml", line: 2, column: 7, path: "year"))
        #expect(error.message.zh.contains("1949 到 2999"))
    }

    @Test(
        "Each wrong value is one error at its line",
        arguments: [
            ("yaer: 2022", "value.unknown-key"),
            ("title: \(String(repeating: "长", count: 500))", "title.too-long"),
            ("form: \"2020\"", "form.unknown"),
            ("period: {from: 2022-12-31, to: 2022-01-01}", "period.reversed"),
            ("period: {from: 2022-02-30, to: 2022-12-31}", "value.date"),
            ("signature: {name: 甲, date: 2023-02-29}", "value.date"),
            ("signature: {name: 甲, names: [乙], date: 2023-01-29}", "signature.names"),
            ("signature: {name: 甲, date: 2023-01-29, signatories: [{title: 镇长}]}", "value.missing"),
            (
                "signature: {names: [甲, 乙], date: 2023-01-29, signatories: [{title: 镇长, name: 张三}]}",
                "signature.signatories"
            ),
            ("signature: {date: 2023-01-29}", "signature.names"), ("lead: 一句话", "value.type"),
            ("lead: [{heading: 甲, level: 5}]", "value.type"), ("lead: [{headin: 甲}]", "block.kind"),
            ("lead: [{heading: 甲, list: [乙]}]", "block.kind"), ("lead: [~]", "value.type"),
            ("lead: ['']", "value.empty"),
            ("lead: [{text: []}]", "value.empty"), ("lead: [{text: [' ']}]", "value.empty"),
            ("lead: [{text: [{note: 注}, 甲]}]", "text.note-first"), ("lead: [{text: [{emphasiss: 甲}]}]", "text.piece"),
            ("lead: [{text: [{emphasis: 甲, note: 乙}]}]", "text.piece"),
            ("lead: [{text: [甲], marks: [dots]}]", "value.unknown-key"),
            ("lead: [{text: [{text: 甲, marks: [dot]}]}]", "value.type"),
            ("lead: [{text: [{emphasis: 甲, marks: [dots]}]}]", "value.unknown-key"),
            ("lead: [{text: [{text: 甲, marks: [superscript, subscript]}]}]", "text.marks"),
            ("lead: [{list: []}]", "value.empty"), ("lead: [{list: [甲], start: 0}]", "value.type"),
            ("lead: [{list: [甲], marker: circle, start: 21}]", "list.circle-range"),
            ("lead: [{table: {rows: [[{text: 甲, rowspan: 0}]]}}]", "value.type"),
            ("lead: [{table: {rows: [[{text: 甲, colspan: 1001}]]}}]", "value.type"),
            ("lead: [{table: {header_rows: 2, rows: [[甲]]}}]", "table.header-rows"),
            ("lead: [{figure: ../章.png}]", "figure.path-outside"),
            ("lead: [{figure: /etc/章.png}]", "figure.path-outside"),
            ("lead: [{figure: 图/../../章.png}]", "figure.path-outside"),
            ("lead: [{statutory_table: disclosur}]", "table.unknown"),
            ("lead: [\"一段\\n两段\"]", "text.line-break"), ("sections: {overveiw: []}", "section.unknown"),
            ("sections: {overview: 一句话}", "value.type"), ("tables: {disclosur: {}}", "table.unknown"),
            ("form: \"2021\"\ntables: {disclosure: {regulation: [0, 0, 0]}}", "table.unknown-row"),
            ("form: \"2021\"\ntables: {applications: {refused: [0, 0, 0, 0, 0, 0, 0]}}", "table.unknown-row"),
            ("form: \"2021\"\ntables: {disclosure: {regulations: {made: 0}}}", "table.unknown-column"),
            ("form: \"2021\"\ntables: {applications: {new: [0, 0, 0]}}", "table.row-length"),
            ("form: \"2021\"\ntables: {disclosure: {licences: 12件}}", "figures.not-a-figure"),
            ("form: \"2021\"\ntables: {disclosure: {licences: true}}", "figures.not-a-figure"),
            ("tables: {applications: {new: [0, 0, 0, 0, 0, 0, 0]}}", "form.ambiguous"),
            ("archive: {item: 0}", "value.type"), ("unplaced: [{line: 3}]", "value.missing"),
        ])
    func oneError(line: String, id: String) throws {
        let found = errors("agency: 柳河镇\nyear: 2022\n\(line)\n")
        #expect(found.map(\.id.rawValue) == [id])
        #expect(try #require(found.first?.place?.line) >= 3)
    }

    @Test(
        "A misspelt key is told what it was meant to be",
        arguments: [
            ("yaer: 2022", "year"), ("year: 2022\ntabels: {}", "tables"), ("year: 2022\nsignatures: {}", "signature"),
            ("year: 2022\nsections: {overveiw: []}", "overview"),
            ("year: 2022\nsignature: {name: 甲, dat: 2023-01-29}", "date"),
        ])
    func spelling(yaml: String, word: String) throws {
        let hints = errors("agency: 柳河镇\n\(yaml)\n").compactMap { $0.hint?.zh }
        #expect(hints.contains("是不是“\(word)”？"), "\(hints)")
    }

    @Test("Years outside 1949 to 2999 are errors", arguments: ["1948", "3000", "-1", "99999999999999999999"])
    func years(year: String) {
        #expect(errors("agency: 柳河镇\nyear: \(year)\n").map(\.id) == ["value.type"])
    }

    @Test("All that is wrong is told at once, in the order of its lines")
    func several() {
        let found = errors("agency: ''\nyear: 1900\nlead: 1\nform: x\n")
        #expect(found.map(\.id) == ["value.empty", "value.type", "value.type", "form.unknown"])
    }

    @Test("A row too short names the row and the columns it should have")
    func rowLength() throws {
        let error = try #require(
            errors("agency: 柳河镇\nyear: 2022\nform: \"2021\"\ntables:\n  applications:\n    new: [1, 2]\n")
                .first)
        #expect(error.message.zh.contains("一、本年新收政府信息公开申请数量"))
        #expect(error.message.zh.contains("自然人、商业企业、科研机构"))
        #expect(error.place?.line == 6)
    }

    @Test("A figure of the wrong sign is a figure: the checker alone speaks of it")
    func negative() throws {
        let report = try Reading.yaml(
            "agency: 柳河镇\nyear: 2022\nform: \"2021\"\ntables: {disclosure: {licences: -3}}\n"
        ).value.report
        #expect(report.figures["disclosure", "licences", "decisions"] == .change(-3))
    }

    @Test("Blanks, marks and signs stay what they are")
    func kinds() throws {
        let yaml = """
            agency: 柳河镇
            year: 2020
            tables:
              disclosure:
                licences: [12, "+19", ~]
                other_services: ["/", -8, ""]
                procurement: [3, 72701.2578]
            """
        let report = try Reading.yaml(yaml).value.report
        #expect(report.form == "2019")
        let figures = report.figures
        #expect(figures["disclosure", "licences", "change"] == .change(19))
        #expect(figures["disclosure", "licences", "decisions"] == .blank)
        #expect(figures["disclosure", "other_services", "previous_items"] == .notApplicable(mark: "/"))
        #expect(figures["disclosure", "other_services", "decisions"] == .blank)
        #expect(figures["disclosure", "procurement", "procurement_amount"]?.text == "72701.2578")
    }

    @Test("Every value knows its place under the same path in every shape of file")
    func sources() throws {
        let yaml = """
            agency: 柳河镇
            year: 2022
            lead: [引言。]
            sections:
              overview:
                - 一段。
                - heading: 小标题
              other: {content: [无。]}
            tables:
              disclosure: {regulations: [0, 0, 0], licences: {decisions: 4}}
            form: "2021"
            signature: {name: 柳河镇人民政府, date: 2023-01-29}
            """
        let sources = try Reading.yaml(yaml).value.sources
        #expect(sources.place(of: "lead[0]").line == 3)
        #expect(sources.place(of: "sections.overview.content[1]").line == 7)
        #expect(sources.place(of: "sections.other.content[0]").line == 8)
        #expect(sources.place(of: "tables.disclosure.regulations.repealed").column == 33)
        #expect(sources.place(of: "tables.disclosure.licences.decisions").line == 10)
        #expect(sources.place(of: "signature.date").line == 12)
    }

    @Test("Ten thousand levels of nesting are refused in one line", arguments: ["[", "- ", "{a: "])
    func deep(opening: String) {
        let text = "agency: 柳河镇\nyear: 2022\nlead: \n  " + String(repeating: opening, count: 10_000)
        #expect(errors(text).count == 1)
        let json = #"{"agency": "柳河镇", "lead": "# + String(repeating: "[", count: 10_000)
        #expect(
            Reading.errors { try ReportReader.read(Array(json.utf8), name: "a.json", forms: Reading.forms) }
                .count == 1)
    }

    @Test("An agency may be any text: nothing here makes a file name of it")
    func climbingName() throws {
        #expect(try Reading.yaml("agency: ../../柳河镇\nyear: 2022\n").value.report.agency == "../../柳河镇")
    }

    @Test("A narrative of 500 pages is read in seconds")
    func long() throws {
        let paragraph = String(repeating: "政府信息公开工作稳步推进，", count: 47) + "。"
        let yaml = "agency: 柳河镇\nyear: 2022\nlead:\n" + String(repeating: "  - \(paragraph)\n", count: 500)
        let start = ContinuousClock.now
        #expect(try Reading.yaml(yaml).value.report.lead.count == 500)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
