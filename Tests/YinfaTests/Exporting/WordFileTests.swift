import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("export docx: a Word file in the format of official documents, to be edited") struct WordFileTests {
    private static let report = Result { try Exported.example("yunmeng-2024.yaml") }
    private static let bytes = Result { try Exported.exporter.export(report.get(), as: .docx).value }
    private static let content = Result { try WordContent(bytes.get()) }

    @Test("Paper, margins and lines are those of GB/T 9704-2012 5.1, 5.2")
    func page() throws {
        let content = try Self.content.get()
        #expect(content.page == [210, 297, 37, 26, 35, 28])
        // 22 lines fill 225 mm, the gap below the last one included; 23 do not.
        #expect((22...22).contains(Int(225 / 25.4 * 1440) / content.linePitch))
    }

    @Test("Styles have Word’s own names and the official faces")
    func styles() throws {
        let content = try Self.content.get()
        #expect(content.faces["Normal"] == "仿宋_GB2312")
        #expect(content.faces["Title"] == "方正小标宋简体")
        #expect(content.faces["Heading 1"] == "黑体")
        #expect(content.faces["Heading 2"] == "楷体_GB2312")
        let styles = content.paragraphs.map { ($0.style, $0.text) }
        #expect(styles.first?.0 == "Title")
        #expect(styles.contains { $0 == ("Heading 1", "一、总体情况") })
        #expect(styles.contains { $0 == ("Heading 2", "（一）主动公开情况") })
        #expect(styles.contains { $0 == ("Heading 3", "1.门户网站") })
        #expect(styles.contains { $0.0 == "Normal Indent" && $0.1.hasPrefix("2024年，") })
        #expect(styles.contains { $0.0 == "List Paragraph" && $0.1.hasPrefix("（1）") })
        #expect(content.paragraphs.contains { $0.runs.contains(["Emphasis", "依法、及时、便民"]) })
    }

    @Test("Page numbers are fields, at the right of odd pages and the left of even ones (7.5)")
    func pageNumbers() throws {
        let content = try Self.content.get()
        #expect(content.evenAndOdd)
        #expect(content.footers.map(\.text) == ["— 1 —", "— 1 —"])
        #expect(content.footers.map(\.fields) == [["PAGE"], ["PAGE"]])
        #expect(content.footers[0].alignment.hasPrefix("RIGHT"))
        #expect(!content.footers[1].alignment.hasPrefix("RIGHT"))
    }

    @Test("Statutory tables have the form’s own merged cells, each figure at its place, and heads that come again")
    func tables() throws {
        let (content, report) = (try Self.content.get(), try Self.report.get().report)
        let form = try Exported.form(report.form)
        for table in form.tables {
            let rows = table.cells.map { $0.row + $0.rowspan }.max() ?? 0
            let found = try #require(
                content.tables.first { $0.cells.count == rows && $0.cells[0].count == table.widths.count })
            #expect(found.width == 8844)
            for cell in table.cells {
                let text =
                    switch cell.content {
                    case .header(let label), .stub(let label): label
                    case .figure(let key, _): report.figures[key]?.text ?? ""
                    }
                for row in cell.row..<cell.row + cell.rowspan {
                    for column in cell.column..<cell.column + cell.colspan {
                        #expect(found.cells[row][column] == text, "\(table.name) \(row) \(column)")
                    }
                }
            }
            #expect(found.headerRows == (table.bands.count == 1 ? table.bands[0].headerRows : 0))
        }
    }

    @Test("Pictures and charts are there with their words; name and date stand as 7.3.5 has them")
    func picturesAndSignature() throws {
        let (content, report) = (try Self.content.get(), try Self.report.get().report)
        #expect(content.pictures.count == 3)
        #expect(content.pictures.allSatisfy { $0?.contains("图：") == true })
        // Sealed: the date four cells from the right, the name centred above it.
        #expect(report.signature?.sealed == true)
        let date = try #require(content.paragraphs.last { $0.style == "成文日期" })
        let name = try #require(content.paragraphs.last { $0.style == "署名" })
        #expect(date.text == "2025年3月28日")
        let cell = 156 / 25.4 * 72 / 28
        #expect(abs(try #require(date.rightIndent) - 4 * cell) < 0.1)
        // 7 characters above 6½.
        #expect(abs(try #require(name.rightIndent) - (4 + 6.5 / 2 - 3.5) * cell) < 0.1)
    }

    @Test("No clock is read: the file is the same tomorrow, and dated by the report")
    func determinism() throws {
        let again = try Exported.exporter.export(Self.report.get(), as: .docx).value
        #expect(try again == Self.bytes.get())
        #expect(try Self.content.get().created.hasPrefix("2025-03-28"))
    }

    @Test("What would be markup is text")
    func escaping() throws {
        var report = try Exported.example("chaihudian-2022.yaml").report
        report.lead = [.paragraph("<w:p>&amp;“]]>\" 与 'x'")]
        report.sections[0].heading = "<总体>&情况"
        let content = try WordContent(Exported.bytes(of: report, as: .docx))
        #expect(content.paragraphs.contains { $0.text == "<w:p>&amp;“]]>\" 与 'x'" })
        #expect(content.paragraphs.contains { $0.text == "一、<总体>&情况" })
    }

    @Test(
        "LibreOffice opens it on as many pages as the PDF has, give or take one",
        .enabled(if: Office.program != nil, "LibreOffice is not installed"))
    func pages() throws {
        let folder = try TemporaryFolder()
        let path = try Exported.write(Self.bytes.get(), "report.docx", to: folder)
        let output = try Office.convert([path], to: "pdf", in: folder)
        let info = try OutsideTool.run("pdfinfo", of: "poppler-utils", output.appending(path: "report.pdf").path)
        let pages = try #require(info.firstMatch(of: #/Pages: +([0-9]+)/#).flatMap { Int($0.1) })
        #expect((7...9).contains(pages))
        let text = try OutsideTool.run("pdftotext", of: "poppler-utils", output.appending(path: "report.pdf").path, "-")
        #expect(text.contains("— 1 —") && text.contains("— 2 —"))
    }
}
