import ReportForms
import ReportModel
import ReportReading
import Testing

@Suite("Tables out of text") struct TableImportTests {
    @Test(
        "Every figure comes under its key, whatever program made the text",
        arguments: ["2019", "2021"] as [FormID], TextShape.allCases)
    func shapes(formID: FormID, shape: TextShape) throws {
        let form = try Reading.form(formID)
        for lineEnd in ["\n", "\r\n", "\r"] {
            let (text, figures) = TextShape.report(form, shape, lineEnd: lineEnd)
            let result = try Reading.text(text)
            #expect(result.value.report.form == formID)
            #expect(result.value.report.figures == figures)
            #expect(result.value.report.unplaced.isEmpty)
        }
    }

    /// The Word text of the 2021 form with one change.
    private func changed(_ old: String, _ new: String) throws -> (text: String, figures: Figures) {
        let (text, figures) = TextShape.report(try Reading.form("2021"), .word)
        try #require(text.contains(old))
        return (text.replacing(old, with: new), figures)
    }

    @Test(
        "Labels are known in the spellings that reports use",
        arguments: [
            ("商业企业", "商业/企业"), ("商业企业", "商业\n企业"), ("商业企业", "商 业 企 业"), ("总计\n", "合计\n"),
            ("3.危及“三安全一稳定”", "3.危及三安全一稳定"), ("3.危及“三安全一稳定”", "３．危及\"三安全一稳定\""),
            ("（三）不予公开", "(三)不予公开"), ("2.重复申请", "2、重复申请"), ("2.重复申请", "重复申请"),
            ("现行有效件数", "现行有效数"), ("行政规范性文件", "规范性文件"), ("尚未审结", "尚未\n审结"),
            ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "[bookmark: _Hlk1]（二）部分公开（区分处理的，\n只计这一情形，\n不计其他情形）"),
        ])
    func spellings(form: String, source: String) throws {
        let (text, figures) = try changed(form, source)
        let report = try Reading.text(text).value.report
        #expect(report.figures == figures)
        #expect(report.unplaced.isEmpty)
    }

    @Test(
        "Rows of Word's cells with nothing between them are told apart by their labels",
        arguments: ["2019", "2021"] as [FormID])
    func noBlankLines(formID: FormID) throws {
        let (text, figures) = TextShape.report(try Reading.form(formID), .word)
        let report = try Reading.text(text.replacing(#/\n\n+/#, with: "\n")).value.report
        #expect(report.figures == figures)
        #expect(report.unplaced.isEmpty)
        // A blank figure at the end of a row stays one.
        let keys = try #require(Reading.form(formID).table(.applications)).figureKeys
        let key = try #require(keys.last { $0.row == keys[0].row })
        let old = try #require(figures[key]).text
        let blank = text.replacing("\t\(old)\n", with: "\t\n").replacing(#/\n\n+/#, with: "\n")
        #expect(try Reading.text(blank).value.report.figures[key] == .blank)
    }

    @Test("A label cut by a line end is one label, also where no tab says that it is a cell")
    func cutLabel() throws {
        let (text, figures) = TextShape.report(try Reading.form("2021"), .bareLines)
        let label = "要求行政机关确认或重新出具已获取信息"
        try #require(text.contains(label))
        let report = try Reading.text(text.replacing(label, with: "要求行政机关确认或重新\n出具已获取信息")).value.report
        #expect(report.figures == figures)
        #expect(report.unplaced.isEmpty)
    }

    @Test("Signs, decimals, blanks and marks stay what they are")
    func kinds() throws {
        let form = try Reading.form("2019")
        let texts: [FigureKey: String] = [
            FigureKey(.disclosure, "licences", "change"): "+19",
            FigureKey(.disclosure, "penalties", "change"): "－8",
            FigureKey(.disclosure, "procurement", "procurement_amount"): "72701.2578",
            FigureKey(.disclosure, "licences", "decisions"): "11398889",
            FigureKey(.disclosure, "regulations", "made"): "/",
            FigureKey(.disclosure, "coercion", "decisions"): "",
            FigureKey(.disclosure, "fees", "previous_items"): "",
        ]
        for shape in [TextShape.word, .tabs] {
            var text = "柳河镇2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
            text += shape.text(of: try #require(form.table(.disclosure))) { texts[$0] ?? "1" }
            let figures = try Reading.text(text).value.report.figures
            for (key, value) in texts { #expect(figures[key] == Figure(text: value), "\(key)") }
        }
    }

    @Test("A figure with separators is told, in text and in a report file")
    func separators() throws {
        let result = try Reading.text(try changed("\t100\n", "\t1,234\n").text)
        let note = try #require(result.diagnostics.first { $0.id == "figures.thousands-separator" })
        #expect(note.message.zh == "“1,234”改为“1234”" && note.place?.cell == "表二 规章 × 本年制发件数")
        #expect(note.place?.line != nil)
        let structured = try Reading.yaml(
            "agency: 柳河镇\nyear: 2022\nform: \"2021\"\ntables:\n  disclosure:\n    licences: \"12,345\"\n")
        let place = structured.diagnostics.first { $0.id == "figures.thousands-separator" }?.place
        #expect(place?.line == 6 && place?.path == "tables.disclosure.licences.decisions")
    }

    @Test("A row with a figure too few or too many is named with its columns", arguments: ["", "\t5\n\t6\n"])
    func rowLength(figures: String) throws {
        let first = try #require(try Reading.form("2021").table(.applications)?.figureKeys.first)
        let (text, all) = try changed("一、本年新收政府信息公开申请数量\n", "一、本年新收政府信息公开申请数量\n")
        let value = try #require(all[first]).text
        let errors = Reading.errors { try Reading.text(text.replacing("\t\(value)\n", with: figures)) }
        #expect(errors.map(\.id) == ["table.row-length"])
        #expect(errors.first?.hint?.zh.contains("制表符") == true)
        #expect(try #require(errors.first).message.zh.contains("“一、本年新收政府信息公开申请数量”一行应有 7 个数（自然人、"))
        #expect(errors.first?.place?.line != nil)
    }

    @Test("A cell that is no figure is one error at its line and cell")
    func notAFigure() throws {
        let (text, _) = try changed("\t100\n", "\t100件\n")
        let errors = Reading.errors { try Reading.text(text) }
        #expect(errors.map(\.id) == ["figures.not-a-figure"])
        #expect(errors.first?.place?.cell == "表二 规章 × 本年制发件数")
    }

    @Test("Columns in another order are refused, for their figures would go astray")
    func order() throws {
        let (text, _) = try changed("\t科研机构\n\t社会公益组织\n", "\t社会公益组织\n\t科研机构\n")
        #expect(Reading.errors { try Reading.text(text) }.map(\.id).contains("import.header-order"))
    }

    @Test(
        "Figures in another unit than the form's are never taken for figures in its own",
        arguments: [
            "本年收费金额（单位：元）", "本年收费金额(单位: 元)", "本年收费金额（元）", "本年收费金额\n（单位：元）", "收费金额（千元）", "本年收费金额，单位：元",
        ])
    func unit(header: String) throws {
        let form = try Reading.form("2021")
        for shape in TextShape.allCases {
            let text = TextShape.report(form, shape).text.replacing("本年收费金额（单位：万元）", with: header)
            let errors = Reading.errors { try Reading.text(text) }
            #expect(errors.map(\.id) == ["import.header-unit"], "\(shape)")
            #expect(errors.first?.message.zh.contains("元为单位，而表二以万元为单位") == true)
            #expect(errors.first?.hint?.zh.contains("折算成万元") == true)
            #expect(errors.first?.place?.line != nil)
        }
    }

    @Test("So it is where the unit stands at the row, above the table, or in a cell of its own")
    func unitElsewhere() throws {
        for (old, new) in [
            ("\t行政事业性收费\n", "\t行政事业性收费（元）\n"), ("\t第二十条第（一）项\n", "单位：元\n\t第二十条第（一）项\n"),
            ("\t本年收费金额（单位：万元）\n", "\t本年收费金额\n\t单位：元\n"),
        ] {
            let errors = Reading.errors { try Reading.text(try changed(old, new).text) }
            #expect(errors.map(\.id) == ["import.header-unit"], "\(new)")
        }
        let own = "五、存在的主要问题及改进情况\n单位：元\n渠道\t支出\n网站\t12\n\n"
        let (text, figures) = try changed("五、存在的主要问题及改进情况\n", own)
        #expect(try Reading.text(text).value.report.figures == figures)
    }

    @Test("A row that no form knows is a warning, and kept")
    func unknownRow() throws {
        let (text, figures) = try changed("\t行政强制\n", "\t行政裁决\n\t77\n\n\t行政强制\n")
        let result = try Reading.text(text)
        #expect(result.value.report.figures == figures)
        #expect(result.value.report.unplaced.map(\.text) == ["行政裁决 77"])
        #expect(
            result.diagnostics.filter { $0.severity == .warning }.map(\.id) == [
                "import.unknown-row", "signature.missing",
            ])
    }

    @Test("A label that could be two rows is asked about, not guessed")
    func ambiguous() throws {
        var form = try Reading.form("2021")
        let index = try #require(form.tables.firstIndex { $0.key == .disclosure })
        form.tables[index].bands[2].rows[1].label = "行政处罚"
        let (text, _) = TextShape.report(form, .word)
        let errors = Reading.errors { try ReportReader.read(Array(text.utf8), name: "a.txt", forms: [form]) }
        #expect(Set(errors.map(\.id)) == ["import.ambiguous-row"])
    }

    @Test("A table that repeats its header on the next page is one table")
    func repeatedHeader() throws {
        let form = try Reading.form("2021")
        let (text, figures) = TextShape.report(form, .word)
        let header = "\t信息内容\n\t本年处理决定数量\n\n"
        let report = try Reading.text(text.replacing("\t行政强制\n", with: header + "\t行政强制\n")).value.report
        #expect(report.figures == figures)
    }

    @Test("Narrative around a statutory table keeps its place before and after it")
    func place() throws {
        let (text, figures) = TextShape.report(try Reading.form("2021"), .word)
        let heading = "二、主动公开政府信息情况\n"
        let changed = text.replacing(heading, with: heading + "表前一段。\n")
            .replacing("三、收到和处理", with: "注：表后一段。\n三、收到和处理")
        let report = try Reading.text(changed).value.report
        #expect(report.figures == figures)
        #expect(
            report.sections.first { $0.key == .disclosure }?.content
                == [.paragraph("表前一段。"), .statutoryTable(.disclosure), .paragraph("注：表后一段。")])
        #expect(report.sections.first { $0.key == .applications }?.content == [])
    }

    @Test("A regular table of no form becomes a table of the report's own; an irregular one is kept aside")
    func ownTable() throws {
        let (text, _) = try changed("五、存在的主要问题及改进情况\n", "五、存在的主要问题及改进情况\n渠道\t条数\n网站\t12\n\n")
        let section = try #require(try Reading.text(text).value.report.sections.first { $0.key == .problems })
        guard case .table(let table)? = section.content.first else {
            Issue.record("\(section.content)")
            return
        }
        #expect(table.rows.map { $0.map(\.text) } == [["渠道", "条数"], ["网站", "12"]])
        let irregular = try changed("五、存在的主要问题及改进情况\n", "五、存在的主要问题及改进情况\n渠道\t条数\n网站\t12\t3\n\n").text
        #expect(try Reading.text(irregular).value.report.unplaced.map(\.text) == ["渠道 条数", "网站 12 3"])
    }
}
