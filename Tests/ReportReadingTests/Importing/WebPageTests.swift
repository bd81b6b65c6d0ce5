import Foundation
import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("Web pages") struct WebPageTests {
    private func read(_ html: String) throws(DiagnosticsError) -> ImportedReport {
        try ReportImporter.read(Array(html.utf8), name: "page.html", forms: Reading.forms)
    }

    private func page(_ form: FormID) throws -> (page: WebPage, figures: Figures) {
        var random = SeededGenerator(seed: 7)
        let form = try Reading.form(form)
        let figures = BalancedFigures.make(form, &random)
        return (WebPage(form, figures), figures)
    }

    @Test("A page gives the report, and of every figure it is sure", arguments: ["2019", "2021"] as [FormID])
    func plain(form: FormID) throws {
        let (page, figures) = try page(form)
        let result = try read(page.html())
        #expect(result.report.report.figures == figures)
        #expect(result.report.report.form == form)
        #expect(result.report.report.title == "柳河镇人民政府2022年政府信息公开工作年度报告")
        #expect(result.report.report.lead == [.paragraph("本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。")])
        #expect(result.report.report.signature?.names == ["柳河镇人民政府"])
        #expect(result.report.report.signature?.date == CalendarDate("2023-01-29"))
        #expect(result.log.tables.map(\.confidence) == [1, 1, 1])
        #expect(result.log.tables.map(\.basis) == [.labelsAndOrder, .labelsAndOrder, .labelsAndOrder])
        // 发布时间 belongs to the page; it is kept, and told.
        #expect(result.log.doubts.map(\.id) == ["import.page-furniture"])
        #expect(result.log.repairs.contains { $0.id == "import.page-around" })
        #expect(!"\(result.report.report)".contains("版权所有"))
    }

    @Test("Text that is struck out is read like others, and told")
    func struck() throws {
        let (page, _) = try page("2021")
        let html = page.html().replacing(
            "这一节有一段话。", with: "这一节有<s>两段</s><span style='text-decoration: line-through'>一段</span>话。", maxReplacements: 1
        )
        let result = try read(html)
        #expect(result.report.report.sections.first?.content == [.paragraph("这一节有两段一段话。")])
        #expect(result.log.doubts.filter { $0.id == "import.struck-text" }.map(\.message.zh) == ["2 处带删除线的文字照常读入"])
    }

    @Test("Notes that the page marks as such go to the text that they hang on; others are left where they are")
    func notes() throws {
        let (page, _) = try page("2021")
        let html = page.html().replacing(
            "<p>这一节有一段话。</p>",
            with: """
                <p>共办理5件<sup><a role="doc-noteref" href="#n1" id="r1">[1]</a></sup>，均已答复<a role="doc-noteref" href="#n9">②</a>。</p>
                <p id="n1" role="doc-footnote">[1] 含上年结转。<a href="#r1">↩</a></p><p role="doc-footnote" id="n2">另有说明。</p>
                """, maxReplacements: 1)
        let blocks = try #require(try read(html).report.report.sections.first?.content)
        #expect(
            blocks == [
                .paragraph(
                    RichText([.text("共办理5件", marks: []), .note("含上年结转。"), .text("，均已答复②。", marks: [])])),
                .paragraph("另有说明。"),
            ])
    }

    @Test(
        "What CMSs make of cells changes no figure",
        arguments: [
            { "<td\(WebPage.spans($0))>&nbsp;\($0.text)&nbsp;" },
            { "<td\(WebPage.spans($0))><p><span style='x'>\($0.text)<o:p></o:p></p></td>" },
            { "<td width=70\(WebPage.spans($0)) height=\"20\"><font size=2><b>\($0.text)</font></b>" },
            { "<TD \(WebPage.spans($0))><DIV align=center><SPAN>\($0.text.replacing("“", with: "\""))</DIV>" },
            { "<th\(WebPage.spans($0))>\n\t\($0.text)\n</th>" },
            { "<td\(WebPage.spans($0))><p></p><p>\($0.text)</p><!-- <td>9</td> --></td>" },
            { "<td\(WebPage.spans($0))>" + String($0.text.unicodeScalars.map(WebPageTests.fullWidth)) + "</td>" },
        ] as [@Sendable (WebPage.Cell) -> String])
    func cells(cell: @Sendable (WebPage.Cell) -> String) throws {
        let (page, figures) = try page("2021")
        let result = try read(page.html(cell: cell))
        #expect(result.report.report.figures == figures)
        #expect(result.log.tables.map(\.confidence) == [1, 1, 1])
    }

    static func fullWidth(_ scalar: Unicode.Scalar) -> Character {
        Character(("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }

    @Test("Merged cells that were cut into empty ones are understood", arguments: ["2019", "2021"] as [FormID])
    func cutSpans(form: FormID) throws {
        var (page, figures) = try page(form)
        for index in page.tables.indices { page.tables[index].cutSpans { _ in true } }
        let result = try read(page.html())
        #expect(result.report.report.figures == figures)
        // Two figures in four columns of the 2019 form leave blanks between them: by order alone nobody could tell.
        #expect(result.log.tables.map(\.confidence) == [form == "2019" ? 0.9 : 1, 1, 1])
    }

    @Test("Where rowspan is missing the figures are right, and the reader is told that they went by order")
    func missingRowspan() throws {
        let (page, figures) = try page("2021")
        let result = try read(page.html { "<td\($0.colspan > 1 ? " colspan=\($0.colspan)" : "")>\($0.text)</td>" })
        #expect(result.report.report.figures == figures)
        #expect(result.log.tables[1].basis == .order)
        #expect(result.log.tables[1].confidence < 1)
        #expect(
            result.log.doubts.contains { $0.id == "import.table-by-order" && $0.place?.path == "tables.applications" })
    }

    @Test("Columns in another order, and a column more, are placed by their labels")
    func movedColumns() throws {
        var (page, figures) = try page("2021")
        // 自然人 and 总计 stand in header row 2, the rows below have the figures only.
        for row in page.tables[1].rows.indices {
            let cells = page.tables[1].rows[row]
            let leaf = cells.filter(\.isHeader).count == 5 && row == 2
            let first = cells.firstIndex(where: \.isFigure)
            if leaf { page.tables[1].rows[row].swapAt(0, 1) }
            if let first { page.tables[1].rows[row].swapAt(first + 1, first + 2) }
        }
        let result = try read(page.html())
        #expect(result.report.report.figures == figures)
        #expect(result.log.tables[1].basis == .labels)
        #expect(result.log.doubts.contains { $0.id == "import.table-by-labels" })
    }

    @Test(
        "A page laid out by tables is the same page",
        arguments: [
            ("<table><tr><td>", "</td></tr></table>"),
            ("<table><tr><td width=10></td><td><center>", "</td></tr></table>"),
            ("<div><div><table><tbody><tr><td><table><tr><td>", "</table></table></div></div>"),
        ])
    func layoutTables(before: String, after: String) throws {
        var (page, figures) = try page("2021")
        page.frame = (before, after)
        let result = try read(page.html())
        #expect(result.report.report.figures == figures)
        #expect(result.log.tables.map(\.confidence) == [1, 1, 1])
        // The whole article in a cell.
        page.frame = ("", "")
        let whole = page.html().replacing("<div id=zoom>", with: "<table><tr><td>左栏</td><td>").replacing(
            "</div></div><div class=foot>", with: "</td></tr></table></div><div class=foot>")
        #expect(try read(whole).report.report.figures == figures)
    }

    @Test("Rows in a table of their own, inside of a cell, are rows of the table around it")
    func nestedRows() throws {
        var (page, figures) = try page("2021")
        // （三）不予公开 spans eight rows; they go into a table in the cell beside it.
        let rows = page.tables[1].rows
        let first = try #require(rows.firstIndex { $0.contains { $0.text == "（三）不予公开" } })
        let nested = (first..<first + 8).map { row in
            let cells = row == first ? rows[row].dropFirst() : rows[row][...]
            return "<tr>" + cells.map { "<td>\($0.text)</td>" }.joined() + "</tr>"
        }
        page.tables[1].rows[first] = [
            WebPage.Cell(text: "（三）不予公开"), WebPage.Cell(text: "<table>\(nested.joined())</table>", colspan: 8),
        ]
        page.tables[1].rows.removeSubrange(first + 1..<first + 8)
        let result = try read(page.html())
        #expect(result.report.report.figures == figures)
        #expect(result.log.tables[1].figures == 175)
    }

    @Test("A table that is a picture is missed, and nothing is made up for it")
    func pictureOfTable() throws {
        var (page, figures) = try page("2021")
        page.tables[2].rows = [[WebPage.Cell(text: "<img src='t.png' alt='表四'>")]]
        let result = try read(page.html())
        #expect(result.log.tables.map(\.confidence) == [1, 1, 0])
        #expect(result.log.doubts.contains { $0.id == "import.table-missing" && $0.place?.path == "tables.disputes" })
        for key in figures.keys where key.table == .disputes { figures[key] = nil }
        #expect(result.report.report.figures == figures)
        #expect(result.report.report.unplaced.map(\.text).contains("表四"))
    }

    @Test("A note in a cell, a row and a unit that the form does not have are kept or refused, never taken for figures")
    func strangers() throws {
        var (page, figures) = try page("2021")
        let row = try #require(page.tables[1].rows.firstIndex { $0.contains { $0.text.hasPrefix("2.重复申请") } })
        page.tables[1].rows[row][1].text = "3（含1件上年结转）"
        page.tables[1].rows.insert([WebPage.Cell(text: "备注：以上为全年数", colspan: 10)], at: row)
        let result = try read(page.html())
        let key = FigureKey(.applications, "unprocessed_repeated", "natural_person")
        figures[key] = nil
        #expect(result.report.report.figures == figures)
        let unplaced = result.report.report.unplaced.map(\.text)
        #expect(unplaced.contains { $0.hasSuffix("：3（含1件上年结转）") && $0.contains("重复申请") })
        #expect(unplaced.contains("备注：以上为全年数"))
        #expect(result.log.doubts.contains { $0.id == "import.not-a-figure" && $0.place?.path == key.path })
        // 元 where the form has 万元.
        let inYuan = page.html().replacing("（单位：万元）", with: "（单位：元）")
        #expect(throws: DiagnosticsError.self) { try read(inYuan) }
    }

    @Test(
        "Encodings are told from the bytes, whatever the page declares",
        arguments: ["gbk", "utf-8", "gb2312", ""], [true, false])
    func encodings(declared: String, isGBK: Bool) throws {
        let (page, figures) = try page("2021")
        let meta = declared.isEmpty ? "" : "<meta http-equiv=Content-Type content=\"text/html; charset=\(declared)\">"
        let html = page.html().replacing("<head>", with: "<head>" + meta)
        let bytes = isGBK ? try Self.gb18030(html) : [0xEF, 0xBB, 0xBF] + html.utf8
        let result = try ReportImporter.read(bytes, name: "page.htm", forms: Reading.forms)
        #expect(result.report.report.figures == figures)
        #expect(result.report.report.title == "柳河镇人民政府2022年政府信息公开工作年度报告")
    }

    /// By a program that is not ours.
    private static func gb18030(_ text: String) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "utf8")
        let iconv = Process()
        iconv.executableURL = URL(filePath: "/usr/bin/iconv")
        iconv.arguments = ["-f", "UTF-8", "-t", "GB18030", "-o", folder.path("gb18030"), folder.path("utf8")]
        try iconv.run()
        iconv.waitUntilExit()
        try #require(iconv.terminationStatus == 0)
        return Array(try Data(contentsOf: URL(filePath: folder.path("gb18030"))))
    }
}
