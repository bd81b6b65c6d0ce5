import Foundation
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("Office files and pages that mean harm, or are damaged") struct HostileOfficeTests {
    private func errors(_ bytes: [UInt8], _ name: String) -> [Diagnostic.ID] {
        do throws(DiagnosticsError) {
            _ = try ReportImporter.read(bytes, name: name, forms: Reading.forms)
            return []
        } catch {
            #expect(error.diagnostics.allSatisfy { $0.place?.file == name })
            return error.diagnostics.filter { $0.severity == .error }.map(\.id)
        }
    }

    @Test("Entities are never expanded and nothing is fetched: a part with a document type is refused")
    func entities() {
        var file = WordFile(overview: WordFile.paragraph("&lol9;"))
        let lols = (1...9).map { "<!ENTITY lol\($0) \"\(String(repeating: "&lol\($0 - 1);", count: 10))\">" }.joined()
        for prologue in [
            "<!DOCTYPE x [<!ENTITY lol0 \"lol\">\(lols)]>", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY lol9 SYSTEM \"file:///etc/passwd\">]>",
        ] {
            file.prologue = prologue
            #expect(errors(file.bytes, "a.docx") == ["xml.document-type"])
        }
    }

    @Test("Tables beyond any report are refused, whatever they claim to span")
    func hugeTables() {
        let cell = "<w:tc><w:tcPr>%</w:tcPr>\(WordFile.paragraph("1"))</w:tc>"
        let wide =
            "<w:tbl><w:tr>\(cell.replacing("%", with: "<w:gridSpan w:val=\"1000000000\"/>"))\(cell)</w:tr></w:tbl>"
        let row = { (cells: String, count: Int) in "<w:tr>" + String(repeating: cells, count: count) + "</w:tr>" }
        let many = "<w:tbl>" + String(repeating: row(cell, 25), count: 2_500) + "</w:tbl>"
        let endless = "<w:tbl>" + String(repeating: row("<w:tc/>", 100), count: 10_000) + "</w:tbl>"
        let before =
            "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"99999999999999999999\"/></w:trPr>\(cell)\(cell)</w:tr></w:tbl>"
        #expect(errors(WordFile(overview: wide).bytes, "a.docx") == ["table.too-large"])
        #expect(errors(WordFile(overview: many).bytes, "a.docx") == ["table.too-large"])
        #expect(errors(WordFile(overview: endless).bytes, "a.docx") == ["xml.too-large"])
        #expect(errors(WordFile(overview: before).bytes, "a.docx") == [])
        let html = WordFile.html("<table><tr><td colspan=999999999999999999999 rowspan=99999999>1<td>2</table>")
        #expect(errors(Array(html.utf8), "a.html") == ["table.too-large"])
    }

    @Test("What is nested too deep is refused, and not walked down")
    func depth() {
        let boxes = String(repeating: "<w:sdt><w:sdtContent>", count: 5_000)
        #expect(errors(WordFile(overview: boxes).bytes, "a.docx") == ["xml.not-well-formed"])
        for tags in ["<div>", "<b>", "<span><font>", "<table><tr><td>"] {
            let html = WordFile.html(String(repeating: tags, count: 100_000))
            #expect(errors(Array(html.utf8), "a.html") == ["html.too-complicated"], "\(tags)")
        }
        // Every paragraph opens all of them again.
        let formats = (0..<500).map { "<b x=\($0)>" }.joined()
        let bomb = WordFile.html("<p>\(formats)</p>" + String(repeating: "<p>x", count: 20_000))
        #expect(errors(Array(bomb.utf8), "a.html") == ["html.too-complicated"])
    }

    @Test("A container that is cut off, lies or lacks its document is refused")
    func containers() {
        let whole = WordFile(overview: WordFile.paragraph("话。")).bytes
        #expect(errors(whole, "a.docx") == [])
        #expect(errors(Array(whole.dropLast(30)), "a.docx") == ["container.damaged"])
        #expect(errors(Array(whole.prefix(2000)), "a.docx") == ["container.damaged"])
        #expect(errors(Array("no container".utf8), "a.docx") == ["container.damaged"])
        #expect(errors(StoredZip.bytes([("a.txt", [1, 2, 3])]), "a.docx") == ["docx.none"])
        #expect(
            errors(StoredZip.bytes([("word/document.xml", [0x3C]), ("word/document.xml", [])]), "a.docx") == [
                "container.damaged"
            ])
        #expect(
            errors(StoredZip.bytes([("word/document.xml", Array("<a>".utf8))]), "a.docx") == ["xml.not-well-formed"])
        #expect(errors(StoredZip.bytes([("word/document.xml", Array("<a/>".utf8))]), "a.docx") == ["docx.none"])
        let many = (0..<6_000).map { ("\($0)", [UInt8]()) }
        #expect(errors(StoredZip.bytes(many), "a.docx") == ["container.too-large"])
        // One bit of a part: its checksum tells.
        var changed = whole
        changed[whole.count / 2] ^= 1
        #expect(errors(changed, "a.docx") == ["container.damaged"])
    }

    @Test("No name of a picture leads out of its folder")
    func pictureNames() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let source = "data:image/png;base64," + Data(png).base64EncodedString()
        let html = WordFile.html("<p><img src='\(source)' alt='一张图'></p><p><img src='../../../etc/p%00asswd'></p>")
        let result = try ReportImporter.read(
            Array(html.utf8), name: "a.html", forms: Reading.forms, options: ImportOptions(pictureFolder: "a-images"))
        #expect(result.pictures.map(\.path) == ["a-images/picture.png"])
        #expect(result.pictures.map(\.bytes) == [png])
        #expect(
            result.report.report.sections.first?.content.contains(
                .figure(Illustration(path: "a-images/picture.png", alternative: "一张图"))) == true)
        // What the page only names is not fetched: it is told, and kept as text.
        #expect(result.log.doubts.contains { $0.id == "import.picture-not-carried" })
        #expect(result.report.report.unplaced.map(\.text) == ["p-00asswd"])
    }

    @Test(
        "However a file is damaged, it gives a report or an error that says where", arguments: ["a.html", "a.docx"])
    func damaged(name: String) throws {
        let page = Array(WordFile.html("<table><tr><td rowspan=2>甲<td>1<tr><td>2</table>").utf8)
        let word = WordFile(overview: WordFile.paragraph("（一）小标题") + WordFile.paragraph("话。"))
        for round in FuzzRounds(atLeast: 150) {
            var random = SeededGenerator(seed: UInt64(round))
            var bytes = page
            if name == "a.docx" {
                var file = word
                // Every other time inside of the container.
                if round % 2 == 0 {
                    var body = Array(file.body.utf8)
                    Self.mutate(&body, &random)
                    file.body = String(decoding: body, as: UTF8.self)
                }
                bytes = file.bytes
            }
            if name == "a.html" || round % 2 == 1 { Self.mutate(&bytes, &random) }
            do throws(DiagnosticsError) {
                let result = try ReportImporter.read(
                    bytes, name: name, as: ReportFormat(fileName: name), forms: Reading.forms)
                #expect(!result.log.findings.hasErrors, "round \(round)")
            } catch {
                #expect(error.diagnostics.hasErrors, "round \(round)")
                #expect(error.diagnostics.allSatisfy { $0.place?.file == name }, "round \(round): \(error)")
            }
        }
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let snippets = [
            "<", ">", "<table>", "</td>", "<tr>", "</w:p>", "<w:tbl><w:tr><w:tc>", "colspan=3", "&", "\"", "\u{0}",
            "一、",
        ]
        for _ in 0...random.next(below: 4) where bytes.count > 10 {
            let index = random.next(below: bytes.count)
            let end = min(bytes.count, index + 1 + random.next(below: 60))
            switch random.next(below: 4) {
            case 0: bytes[index] = UInt8(random.next(below: 256))
            case 1: bytes.removeSubrange(index..<end)
            case 2: bytes.insert(contentsOf: bytes[index..<end], at: random.next(below: bytes.count))
            default: bytes.insert(contentsOf: snippets[random.next(below: snippets.count)].utf8, at: index)
            }
        }
    }
}

extension WordFile {
    /// The same report as a page.
    static func html(_ overview: String) -> String {
        let sections = ["主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]
        let rest = zip(["二", "三", "四", "五", "六"], sections).map { "<p>\($0)、\($1)</p><p>无。</p>" }.joined()
        return """
            <html><body><h1>柳河镇人民政府2022年政府信息公开工作年度报告</h1><p>一、总体情况</p>\(overview)\(rest)
            <p>柳河镇人民政府</p><p>2023年1月29日</p></body></html>
            """
    }
}
