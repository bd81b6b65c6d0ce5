import ReportForms
import ReportModel
import Testing

@testable import Typesetting

@Suite("Pages on the grid of GB/T 9704")
struct PageTests {
    /// 1.875 cells of 156/28 mm.
    private let pitch = 1.875 * 156 / 28 / 25.4 * 72
    private let top = 37 / 25.4 * 72

    /// A paragraph that takes exactly so many lines.
    private func paragraph(lines: Int, of character: Character = "文") -> Block {
        .paragraph(RichText(String(repeating: character, count: 26 + 28 * (lines - 1))))
    }

    private func body(_ document: LaidOutDocument, page: Int) -> [VisibleLine] {
        VisibleLine.lines(of: document).filter { $0.page == page && $0.leaf != nil }
    }

    @Test("Twenty-two lines a page, each on the grid")
    func grid() throws {
        let document = try LaidOut.document(LaidOut.report([paragraph(lines: 80)]))
        for page in 1..<3 {
            let lines = body(document, page: page)
            #expect(lines.count == 22)
            for (number, line) in lines.enumerated() {
                let expected = top + 156 / 28 / 25.4 * 36 + 0.38 * 16 + Double(number) * pitch
                #expect(abs(line.baseline - expected) < 0.005)
                #expect(abs(line.x - (79.37 - 0.1)) < 0.2)
            }
        }
    }

    @Test("A heading never stands at the foot of a page, wherever it falls", arguments: 12...24)
    func headings(lines: Int) throws {
        let content: [Block] = [
            paragraph(lines: lines), .heading(Heading(level: 2, text: "主动公开情况")), paragraph(lines: 3, of: "公"),
        ]
        let document = try LaidOut.document(LaidOut.report(content))
        let all = VisibleLine.lines(of: document).filter { $0.leaf != nil }
        let heading = try #require(all.firstIndex { $0.text == "（一）主动公开情况" })
        #expect(all[heading + 1].page == all[heading].page)
        #expect(all[heading + 2].page == all[heading].page)
    }

    @Test("The last line of a paragraph is never alone at the top of a page", arguments: 2...30)
    func widows(lines: Int) throws {
        let content = [paragraph(lines: lines), paragraph(lines: 7, of: "公"), paragraph(lines: 5, of: "开")]
        let document = try LaidOut.document(LaidOut.report(content))
        for page in document.pages.indices.dropFirst() {
            let lines = body(document, page: page)
            guard lines.count > 1 else { continue }
            let continues = body(document, page: page - 1).last?.leaf == lines[0].leaf
            #expect(!(continues && lines[1].leaf != lines[0].leaf), "page \(page + 1)")
        }
    }

    @Test("The signature never stands without two lines of text", arguments: 1...24)
    func signature(lines: Int) throws {
        let date = try #require(CalendarDate(year: 2023, month: 1, day: 29))
        for sealed in [false, true] {
            var report = LaidOut.report([], lead: [paragraph(lines: 3)])
            report.sections = [Section(key: .other, content: [paragraph(lines: lines)])]
            report.signature = Signature(names: ["清水镇人民政府"], date: date, sealed: sealed)
            let document = try LaidOut.document(report)
            let last = body(document, page: document.pages.count - 1)
            #expect(last.suffix(2).map(\.text) == ["清水镇人民政府", "2023年1月29日"])
            #expect(last.count { $0.text.contains("文") } >= 2, "sealed \(sealed)")
        }
    }

    @Test("No two pages of text differ in their last baseline where nothing forces it")
    func fullPages() throws {
        let content = (0..<40).map { paragraph(lines: 3 + $0 % 5) }
        let document = try LaidOut.document(LaidOut.report(content))
        let counts = document.pages.indices.dropFirst().dropLast().map { body(document, page: $0).count }
        // A line is left blank only to keep a last line from the top of the next page.
        #expect(counts.allSatisfy { $0 >= 21 })
        #expect(counts.count { $0 == 22 } >= counts.count / 2)
    }

    @Test("Duplex pages have the binding margin on the inner side; numbers stand outside")
    func duplex() throws {
        let document = try LaidOut.document(
            LaidOut.report([paragraph(lines: 60)]), style: try LaidOut.style { $0.duplex = true })
        let left = body(document, page: 2).map(\.x).min() ?? 0
        let verso = body(document, page: 1).map(\.x).min() ?? 0
        #expect(abs(left - 28 / 25.4 * 72) < 0.2)
        #expect(abs(verso - 26 / 25.4 * 72) < 0.2)
    }
}

@Suite("Notes at the foot of a page")
struct NoteTests {
    @Test("A note stands on the page of its mark, above the lower edge of the type area, clear of the text")
    func notes() throws {
        let text = RichText([
            .text(String(repeating: "公", count: 300), marks: []), .note("数据截至2022年12月31日。"),
            .text(String(repeating: "开", count: 900), marks: []), .note(String(repeating: "注", count: 120)),
            .text("完。", marks: []),
        ])
        let document = try LaidOut.document(LaidOut.report([.paragraph(text)]))
        let lines = VisibleLine.lines(of: document)
        let bottom = (37 + 225) / 25.4 * 72
        for mark in ["①", "②"] {
            let places = lines.filter { $0.text.hasPrefix(mark) }
            #expect(places.count == 2)
            #expect(places[0].page == places[1].page)
            let page = lines.filter { $0.page == places[0].page && $0.leaf != nil }
            let note = places[1]
            let above = page.filter { $0.baseline < note.baseline && $0.leaf != note.leaf }.map(\.baseline).max() ?? 0
            #expect(note.baseline - above > 20)
            #expect(page.map(\.baseline).max() ?? 0 < bottom)
        }
    }
}
