import ReportModel
import ReportReading
import Testing

@Suite("Word files") struct WordFileTests {
    private func overview(
        _ body: String, _ options: ImportOptions = ImportOptions(), parts: [String: String] = [:]
    ) throws -> (blocks: [Block], log: ImportLog) {
        let result = try WordFile(overview: body, parts: parts).read(options)
        return (try #require(result.report.report.sections.first).content, result.log)
    }

    @Test(
        "Tracked changes are accepted or refused, and told",
        arguments: [
            (ImportOptions.TrackedChanges.accept, "公开信息30条。"), (ImportOptions.TrackedChanges.refuse, "公开信息20条。"),
        ])
    func trackedChanges(option: ImportOptions.TrackedChanges, text: String) throws {
        let body = """
            <w:p><w:r><w:t>公开信息</w:t></w:r><w:del w:id="1"><w:r><w:delText>20</w:delText></w:r></w:del>\
            <w:ins w:id="2"><w:r><w:t>30</w:t></w:r></w:ins><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>\
            <w:t>条。</w:t></w:r></w:p>
            """
        let result = try overview(body, ImportOptions(trackedChanges: option))
        #expect(result.blocks == [.paragraph(RichText(text))])
        #expect(result.log.doubts.contains { $0.id == "import.tracked-changes" && $0.message.zh.contains("2 处") })
    }

    @Test("A paragraph whose end was deleted goes on with the next")
    func deletedParagraphMark() throws {
        let body = WordFile.paragraph("公开信息", "<w:rPr><w:del w:id='1'/></w:rPr>") + WordFile.paragraph("三十条。")
        #expect(try overview(body).blocks == [.paragraph("公开信息三十条。")])
        let refused = try overview(body, ImportOptions(trackedChanges: .refuse))
        #expect(refused.blocks == [.paragraph("公开信息"), .paragraph("三十条。")])
    }

    @Test("A note before any text is one of its paragraph; one of a table is kept and told")
    func notes() throws {
        let footnotes = """
            <w:footnotes \(WordFile.namespaces)><w:footnote w:id="1"><w:p><w:r><w:t>含上年结转。</w:t></w:r></w:p></w:footnote>\
            <w:footnote w:id="2"><w:p><w:r><w:t>只算网站。</w:t></w:r></w:p></w:footnote></w:footnotes>
            """
        let body = """
            <w:p><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>共办理5件。</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>渠道</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>数量</w:t></w:r></w:p></w:tc></w:tr>\
            <w:tr><w:tc><w:p><w:r><w:t>网站</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:tc>\
            <w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """
        let result = try WordFile(overview: body, parts: ["footnotes.xml": footnotes]).read()
        let blocks = try #require(result.report.report.sections.first).content
        #expect(blocks.first == .paragraph(RichText([.note("含上年结转。"), .text("共办理5件。", marks: [])])))
        #expect(result.report.report.unplaced.map(\.text) == ["只算网站。"])
        #expect(result.log.doubts.contains { $0.id == "import.note-without-place" && $0.message.zh.contains("只算网站") })
    }

    @Test("Text that is struck out is read like others, and told")
    func struck() throws {
        let body = "<w:p><w:r><w:t>公开信息</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>三十条。</w:t></w:r></w:p>"
        let result = try overview(body)
        #expect(result.blocks == [.paragraph("公开信息三十条。")])
        #expect(result.log.doubts.contains { $0.id == "import.struck-text" })
        let plain = try overview(body.replacing("<w:strike/>", with: "<w:strike w:val='0'/>"))
        #expect(!plain.log.doubts.contains { $0.id == "import.struck-text" })
    }

    @Test("Automatic numbers are written out, as headings and lists")
    func numbering() throws {
        let numbering = """
            <w:numbering \(WordFile.namespaces)><w:abstractNum w:abstractNumId="7">\
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>\
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>\
            </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>\
            <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>
            """
        func numbered(_ text: String, _ level: Int, _ id: Int = 1) -> String {
            WordFile.paragraph(text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(id)'/></w:numPr>")
        }
        let body =
            numbered("主动公开", 0) + numbered("公开目录。", 1) + numbered("公开指南。", 1) + numbered("依申请公开", 0)
            + numbered("只有一项。", 1) + numbered("圆点一项。", 0, 2)
        let result = try overview(body, parts: ["numbering.xml": numbering])
        #expect(
            result.blocks == [
                .heading(Heading(level: 2, text: "主动公开")),
                .list(List(marker: .point, items: ["公开目录。", "公开指南。"])),
                .heading(Heading(level: 2, text: "依申请公开")), .paragraph("1.只有一项。"), .paragraph("圆点一项。"),
            ])
        #expect(result.log.repairs.contains { $0.id == "import.bullet-removed" })
    }

    @Test(
        "Fields show their results; hidden text and tables of contents stay out; links and bookmarks leave their text")
    func fields() throws {
        let body = """
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>一、总体情况 1</w:t></w:r></w:p>\
            <w:p><w:r><w:t>二、主动公开政府信息情况 2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>\
            <w:p><w:r><w:t xml:space="preserve">公开 </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
            <w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:bookmarkStart w:id="0" w:name="_Hlk1"/>\
            <w:r><w:t>条，</w:t></w:r><w:bookmarkEnd w:id="0"/><w:hyperlink r:id="x"><w:r><w:t>网址</w:t></w:r></w:hyperlink>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>见网站。</w:t></w:r></w:p>
            """
        let result = try overview(body)
        #expect(result.blocks == [.paragraph("公开 12条，网址见网站。")])
        #expect(result.log.doubts.contains { $0.id == "import.hidden-text" })
    }

    @Test("Words that are marked stay marked; a paragraph all in bold is not")
    func marks() throws {
        let body = """
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一是</w:t></w:r><w:r><w:t>压实责任，完成率100m</w:t></w:r>\
            <w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>\
            <w:r><w:t>。</w:t></w:r></w:p>\
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>全段加粗。</w:t></w:r></w:p>
            """
        let notes = """
            <w:footnotes \(WordFile.namespaces)><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>\
            <w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve"> 截至年末。</w:t></w:r></w:p></w:footnote></w:footnotes>
            """
        let result = try overview(body, parts: ["footnotes.xml": notes])
        #expect(
            result.blocks == [
                .paragraph(
                    RichText([
                        .text("一是", marks: [.strong]), .text("压实责任，完成率100m", marks: []),
                        .text("2", marks: [.superscript]), .note("截至年末。"), .text("。", marks: []),
                    ])), .paragraph("全段加粗。"),
            ])
    }

    @Test("Text boxes follow their paragraph; of two versions of a drawing one is read")
    func textBox() throws {
        let box = "<w:txbxContent>\(WordFile.paragraph("框中的话。"))</w:txbxContent>"
        let body = """
            <w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><x>\(box)</x>\
            </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback>\
            </mc:AlternateContent></w:r></w:p>
            """
        let result = try overview(body)
        #expect(result.blocks == [.paragraph("正文。"), .paragraph("框中的话。")])
        #expect(result.log.repairs.contains { $0.id == "import.text-box" })
    }

    @Test("An own table keeps its merged cells, also in a table that only frames it")
    func ownTable() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(WordFile.paragraph(text))</w:tc>"
        }
        let inner = """
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("渠道", "<w:vMerge w:val='restart'/>"))\(cell("数量", "<w:gridSpan w:val='2'/>"))</w:tr>\
            <w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("", "<w:vMerge/>"))\(cell("上半年"))\(cell("下半年"))</w:tr>\
            <w:tr>\(cell("网站"))\(cell("6"))\(cell("7"))</w:tr></w:tbl>
            """
        let table = NarrativeTable(
            headerRows: 2,
            rows: [
                [.init(text: "渠道", rowspan: 2), .init(text: "数量", colspan: 2)],
                [.init(text: "上半年"), .init(text: "下半年")],
                [.init(text: "网站"), .init(text: "6"), .init(text: "7")],
            ])
        #expect(try overview(inner).blocks == [.table(table)])
        let framed = "<w:tbl><w:tr><w:tc>\(WordFile.paragraph("表前的话。"))\(inner)<w:p/></w:tc></w:tr></w:tbl>"
        #expect(try overview(framed).blocks == [.paragraph("表前的话。"), .table(table)])
    }

    @Test("A line end within a paragraph parts it, and is told")
    func softBreak() throws {
        let result = try overview("<w:p><w:r><w:t>第一行。</w:t><w:br/><w:t>第二行。</w:t></w:r></w:p>")
        #expect(result.blocks == [.paragraph("第一行。"), .paragraph("第二行。")])
        #expect(result.log.repairs.contains { $0.id == "import.line-break" })
    }
}
