import Foundation
import TestSupport
import Testing

@Suite("The page as GB/T 9704-2012 has it, measured in the PDF")
struct PageGeometryTests {
    /// 44 distinct characters, none of them a mark.
    private static let han = "政府信息公开工作年度报告依法主动申请答复监督保障平台建设管理服务群众规范文件清理审查发布更新"

    /// Long paragraphs of nothing but Han characters, for pages full of text.
    private static let hanOnly = Result {
        try RenderedFile(yaml: Specimen.yaml(paragraph: String(repeating: han, count: 30)))
    }

    /// Marks, quotes, numbers, dashes and brackets at every position of a line: each paragraph is one character longer.
    private static let mixed = Result {
        let text = "依据《条例》第五十条，“双公开”平台（含移动端）全年发布信息12345条——其中政策解读678件；占比56.7%，满意度达98%……群众说：‘好！’、“快！”。"
        let paragraphs = (0..<56).map { String(han.prefix($0 % 28)) + text + String(han.prefix($0 / 2)) + text }
        return try RenderedFile(yaml: Specimen.yaml(overview: paragraphs))
    }

    private func documents() throws -> [RenderedFile] {
        try Example.atHand.map { try $0.rendered() } + [Self.hanOnly.get(), Self.mixed.get()]
    }

    // MARK: Grid (5.2.1, 5.2.3)

    @Test("Every line of text stands on the grid of 29.61 points, its characters within the type area")
    func grid() throws {
        for document in try documents() {
            for line in document.content.body {
                let slot = ((line.baseline - GB9704.top) / GB9704.pitch).rounded(.down)
                // From the upper edge of the character to its baseline.
                let ascent = line.baseline - GB9704.top - slot * GB9704.pitch
                #expect((0.8 * GB9704.cell...0.92 * GB9704.cell).contains(ascent), "\(line.text)")
                #expect(abs(ascent - 13.98) < 0.05 && (0...21).contains(slot), "\(line.text)")
            }
        }
    }

    @Test("A full page of text has 22 lines, a line 28 characters of 15.793 points each")
    func cells() throws {
        let content = try Self.hanOnly.get().content
        let pages = Dictionary(grouping: content.body, by: \.page)
        #expect(pages.values.count { $0.count == 22 } >= 3)
        let full = content.body.filter { $0.characters.count == 28 && $0.font.contains("Fang") }
        #expect(full.count > 100)
        for line in full {
            for (number, character) in line.characters.enumerated() {
                #expect(abs(character.cellLeft - GB9704.left - Double(number) * GB9704.cell) < 0.03)
            }
        }
        let first = content.body.filter { $0.characters.count == 26 && $0.left > GB9704.left + 1 }
        #expect(!first.isEmpty)
        for line in first { #expect(abs(line.left - GB9704.left - 2 * GB9704.cell) < 0.05) }
    }

    @Test("No ink but the page number's lies outside the type area", arguments: Example.atHand)
    func margins(example: Example) throws {
        let rendered = try example.rendered()
        let folder = try TemporaryFolder()
        let pixel = 0.48  // of 150 to the inch
        // An outer rule reaches over the edge by half its width, and a stroke of a character a little over its cell.
        let slack = 1.0
        let strips = [
            (0, 0, GB9704.left - slack, GB9704.paper.height), (GB9704.right + slack, 0, 80, GB9704.paper.height),
            (0, 0, GB9704.paper.width, GB9704.top - slack), (0, GB9704.bottom + slack, GB9704.paper.width, 12),
        ]
        for (number, strip) in strips.enumerated() {
            let (x, y, width, height) = strip
            let pixels =
                [x, y].map { String(Int(($0 / pixel).rounded(.up))) } + [width, height].map { String(Int($0 / pixel)) }
            _ = try OutsideTool.run(
                "pdftoppm", of: "poppler-utils", "-r", "150", "-gray", "-png", "-x", pixels[0], "-y", pixels[1], "-W",
                pixels[2],
                "-H", pixels[3], rendered.path, folder.path("strip-\(number)"))
        }
        let files = try folder.names.map(folder.path)
        #expect(files.count == 4 * rendered.content.pages.count)
        for picture in try Picture.read(files) { #expect(picture.dark == 0) }
    }

    // MARK: Page numbers (7.5)

    @Test(
        "The dashes of the page number are 7 mm below the type area, right on odd pages, left on even ones, one character in"
    )
    func pageNumbers() throws {
        for document in try documents() {
            for line in document.content.lines(size: 14) {
                // A dash's ink is in the middle of the character: 0.38 em above the baseline.
                #expect(abs(line.baseline - 0.38 * 14 - GB9704.bottom - 7 * GB9704.millimetre) < 0.5)
                let first = try #require(line.characters.first)
                let last = try #require(line.characters.last)
                if line.page.isMultiple(of: 2) {
                    #expect(abs(first.x - GB9704.left - GB9704.cell) < 0.05)
                } else {
                    #expect(abs(last.x + last.advance - GB9704.right + GB9704.cell) < 0.05)
                }
            }
        }
    }

    // MARK: Lines

    /// Lines that another line of their paragraph follows, with it.
    private func inside(_ document: RenderedFile) -> [(line: TextLine, next: TextLine)] {
        let lines = document.content.body
        return zip(lines, lines.dropFirst()).filter { line, next in
            next.left < GB9704.left + 1 && next.isHeading == line.isHeading
        }.map { (line: $0, next: $1) }
    }

    @Test("Every line that another follows fills the measure to 0.05 points")
    func flush() throws {
        var count = 0
        for document in try documents() {
            for (line, _) in inside(document) {
                count += 1
                #expect(abs(line.right - GB9704.right) <= 0.05, "\(line.text): \(line.right - GB9704.right)")
                #expect(
                    abs(line.left - GB9704.left) <= 0.05 || abs(line.left - GB9704.left - 2 * GB9704.cell) <= 0.05
                        || Marks.opening.contains(line.characters[0].text), "\(line.text)")
            }
        }
        #expect(count > 300)
    }

    @Test("No line begins or ends with a mark that may not stand there, and no number or double mark is parted")
    func prohibitions() throws {
        for document in try documents() {
            for line in document.content.body {
                #expect(!Marks.notAtLineStart.contains(line.characters[0].text), "\(line.text)")
                #expect(!Marks.notAtLineEnd.contains(line.characters[line.characters.count - 1].text), "\(line.text)")
            }
            for (line, next) in inside(document) {
                let end = String(line.text.suffix(1))
                let start = String(next.text.prefix(1))
                #expect(!(end.contains(/[0-9.]/) && start.contains(/[0-9.%年月日件条]/)), "\(end)|\(start)")
                #expect(!(end == start && "—…".contains(start)), "\(end)|\(start)")
            }
        }
    }

    @Test(
        "Quotes, dashes and dots stand in the Chinese face, at full width", arguments: ["“", "”", "‘", "’", "—", "…"])
    func chineseMarks(mark: String) throws {
        let found = try Self.mixed.get().content.body.flatMap(\.characters).filter { $0.text == mark }
        #expect(found.count > 20)
        for character in found { #expect(character.font.contains("Fang") && abs(character.advance - 16) < 0.01) }
    }

    @Test("The last line of a paragraph has two characters at least")
    func lastLines() throws {
        for document in try documents() {
            let lines = document.content.body
            for (line, next) in zip(lines, lines.dropFirst())
            where line.left < GB9704.left + 1 && next.left > GB9704.left + 1 {
                let characters = line.characters.filter { !Marks.notAtLineStart.contains($0.text) }
                #expect(characters.count >= 2, "\(line.text)")
            }
        }
    }
}
