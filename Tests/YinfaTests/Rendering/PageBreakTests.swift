import Foundation
import TestSupport
import Testing

@Suite("Where pages end, measured in the PDF")
struct PageBreakTests {
    private static let sentence = "各单位按照职责分工及时公开信息接受群众监督并定期核对"

    /// A report whose headings and paragraphs come at every height of a page.
    private static let manyHeadings = Result {
        let blocks = (0..<90).flatMap { number in
            ["heading: 第\(number)项工作情况", String(repeating: sentence, count: number % 7 + 1) + "。"]
        }
        return try RenderedFile(yaml: Specimen.yaml(overview: blocks))
    }

    private func documents() throws -> [RenderedFile] {
        try Example.atHand.map { try $0.rendered() } + [Self.manyHeadings.get()]
    }

    @Test("No heading is the last thing on its page")
    func headings() throws {
        #expect(try Self.manyHeadings.get().content.pages.count > 15)
        for document in try documents() {
            for page in document.content.pages {
                let last = page.characters.filter { $0.baseline < GB9704.bottom }.max { $0.baseline < $1.baseline }
                let font = try #require(last?.font)
                #expect(!font.contains("Hei") && !font.contains("Kai"))
            }
        }
    }

    @Test("No page begins with the last line of a paragraph alone")
    func widows() throws {
        for document in try documents() {
            let lines = document.content.body
            for index in lines.indices.dropFirst().dropLast() where lines[index].page != lines[index - 1].page {
                let (line, next) = (lines[index], lines[index + 1])
                guard abs(line.baseline - GB9704.top - 13.98) < 1, !line.isHeading, line.left < GB9704.left + 1 else {
                    continue
                }
                #expect(next.page == line.page && next.left < GB9704.left + 1, "\(line.text)")
            }
        }
    }

    @Test("The signature never stands on a page without text, however the page falls", arguments: 0..<22)
    func signature(lines: Int) throws {
        let paragraph = String(Self.sentence.prefix(12))
        let more = Array(repeating: paragraph, count: lines).joined(separator: ", ")
        let yaml = try Specimen.yaml(signature: "{name: 清水镇人民政府, date: 2023-01-29, sealed: \(lines.isMultiple(of: 2))}")
            .replacing("other: [本年度政府信息公开工作有序开展。]", with: "other: [本年度政府信息公开工作有序开展。, \(more)]")
        let body = try RenderedFile(yaml: yaml).content.body
        let name = try #require(body.last { $0.text == "清水镇人民政府" })
        let date = try #require(body.last)
        #expect(date.text == "2023年1月29日" && date.page == name.page)
        #expect(body.contains { $0.page == name.page && $0.baseline < name.baseline && !$0.isHeading })
    }

    @Test("A table that breaks over pages repeats its header rows and the labels that span the break")
    func brokenTable() throws {
        let groups = [("第一类", 40), ("第二类", 3), ("第三类", 47)]
        var rows = ["[{text: 类别, rowspan: 2}, {text: 事项, rowspan: 2}, {text: 数量, colspan: 2}]", "[市级, 县级]"]
        for (name, count) in groups {
            for number in 0..<count {
                let label = number == 0 ? "{text: \(name), rowspan: \(count)}, " : ""
                rows.append("[\(label)事项\(rows.count - 2), \"\(number)\", \"1\"]")
            }
        }
        let table = "table: {header_rows: 2, rows: [" + rows.joined(separator: ", ") + "]}"
        let content = try RenderedFile(yaml: Specimen.yaml(overview: [table])).content
        let parts = content.pages.flatMap(\.tables).filter { $0.rows[0].first??.text == "类别" }
        #expect(parts.count >= 3)
        var items: [String] = []
        for part in parts {
            #expect(part.rows[0].map { $0?.text } == ["类别", "事项", "数量", nil])
            #expect(part.rows[1].map { $0?.text } == [nil, nil, "市级", "县级"])
            // The first row below the header names the class, whether it begins here or is carried over.
            #expect(part.rows[2][0]?.text.hasPrefix("第") == true)
            items += part.rows.dropFirst(2).compactMap { $0[1]?.text }
            for cell in part.cells { #expect(cell.bottom < GB9704.bottom + 1) }
        }
        #expect(items == (0..<90).map { "事项\($0)" })
        let labels = parts.flatMap { part in part.rows.dropFirst(2).compactMap { $0[0]?.text } }
        #expect(labels.count > groups.count && Set(labels) == Set(groups.map(\.0)))
    }
}
