import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("The finished PDF, opened by programs that are not ours")
struct DocumentTests {
    @Test("It is a whole and well-formed file", arguments: Example.atHand)
    func wellFormed(example: Example) throws {
        let path = try example.rendered().path
        #expect(
            try OutsideTool.run("qpdf", of: "qpdf", "--check", path).contains("No syntax or stream encoding errors"))
        // mutool mends what is broken, and says so.
        let pages = try Program.shell(#"mutool draw -N -q -F trace -o /dev/null "$1" 2>&1"#, [path])
        #expect(pages.status == 0 && pages.output.isEmpty, "\(pages.output)")
    }

    @Test("Every page is A4, upright", arguments: Example.atHand)
    func paper(example: Example) throws {
        let rendered = try example.rendered()
        for page in rendered.content.pages {
            #expect(abs(page.width - GB9704.paper.width) < 0.01 && abs(page.height - GB9704.paper.height) < 0.01)
        }
        let information = try OutsideTool.run("pdfinfo", of: "poppler-utils", rendered.path)
        #expect(information.contains("(A4)") && information.contains(/Page rot: +0\n/))
    }

    @Test("Every face is embedded, cut down to what is used, and maps back to Unicode", arguments: Example.atHand)
    func fonts(example: Example) throws {
        let list = try OutsideTool.run("pdffonts", of: "poppler-utils", try example.rendered().path)
        let fonts = list.split(separator: "\n").dropFirst(2)
        // 小标宋, 仿宋, 黑体, 楷体 and 宋体, each once.
        #expect(fonts.count == 5, "\(list)")
        for font in fonts {
            #expect(font.contains(/^[A-Z]{6}\+\S+ .* yes +yes +yes +\d+ +\d+ *$/), "\(font)")
        }
    }

    @Test(
        "Title, agency, subject, keywords and the date of the report, none of them from the clock",
        arguments: Example.atHand)
    func metadata(example: Example) throws {
        let report = try example.read().report
        let metadata = try example.rendered().content.metadata
        #expect(metadata["Title"] == report.plainTitle)
        #expect(metadata["Author"] == report.signature?.names.joined(separator: "、"))
        #expect(metadata["Subject"] == "\(report.year)年政府信息公开工作年度报告")
        let keywords = metadata["Keywords"] ?? ""
        for word in ["政府信息公开", "年度报告", report.agency, "\(report.year)年"] { #expect(keywords.contains(word)) }
        let day = try #require(report.signature?.date.isoText).filter { $0 != "-" }
        for key in ["CreationDate", "ModDate"] { #expect(metadata[key]?.contains(day + "000000+08'00") == true) }
    }

    @Test("Each page has its printed number as its label", arguments: Example.atHand)
    func labels(example: Example) throws {
        let rendered = try example.rendered()
        let numbers = rendered.content.pages.indices.map { String($0 + 1) }
        #expect(rendered.content.labels == numbers)
        #expect(rendered.content.lines(size: 14).map(\.text) == numbers.map { "— \($0) —" })
    }

    @Test("The outline lists sections and sub-headings, and leads to them", arguments: Example.atHand)
    func outline(example: Example) throws {
        let (report, form) = try example.read()
        let content = try example.rendered().content
        var expected = report.sections.flatMap { section in
            [section.heading ?? form.section(section.key)?.heading ?? ""]
                + section.content.compactMap {
                    if case .heading(let item) = $0, item.level == 2 { item.text } else { nil }
                }
        }
        expected += report.attachments.filter { !$0.content.isEmpty }.map(\.title)
        #expect(content.outline.count == expected.count)
        for (entry, heading) in zip(content.outline, expected) {
            #expect(entry.title.hasSuffix(heading))
            let line = content.body.first { $0.page == entry.page && entry.title.hasPrefix($0.text) }
            let distance = (line?.baseline ?? .infinity) - entry.top
            #expect((0...GB9704.pitch).contains(distance), "\(entry.title) on page \(entry.page)")
        }
    }

    // MARK: Text

    @Test("Not a character of Word's text is lost, added or moved")
    func text() throws { try expectWholeText(.chaihudianText) }

    @Test(
        "Not a character of the real report is lost, added or moved",
        .enabled(if: Example.seedIsAtHand, "the text of the real report is not beside the repository"))
    func seedText() throws { try expectWholeText(.seed) }

    private func expectWholeText(_ example: Example) throws {
        let source = try String(contentsOfFile: example.path, encoding: .utf8)
            .replacing(/\[bookmark:[^\]]*\]/, with: "").filter { !$0.isWhitespace }
        let text = try example.rendered().text().joined()
        #expect(
            text.unicodeScalars.elementsEqual(source.unicodeScalars), "\(text.commonPrefix(with: source).suffix(20)) …")
    }

    @Test("Every paragraph, label and figure stands in the text, in the order of the report", arguments: Example.atHand)
    func readingOrder(example: Example) throws {
        let (report, form) = try example.read()
        let text = try example.rendered().text().joined()
        var rest = text[...]
        for part in ExpectedText(report: report, form: form).parts {
            let wanted = part.filter { !$0.isWhitespace }
            let found = try #require(
                rest.firstRange(of: wanted), "“\(wanted)” after “\(text[..<rest.startIndex].suffix(20))”")
            rest = rest[found.upperBound...]
        }
    }

    @Test("A second program extracts the same characters", arguments: Example.atHand)
    func mutoolText(example: Example) throws {
        let rendered = try example.rendered()
        let mutool = try OutsideTool.run("mutool", of: "mupdf-tools", "draw", "-q", "-F", "text", rendered.path)
        func counted(_ text: String) -> [Unicode.Scalar: Int] {
            text.unicodeScalars.reduce(into: [:]) { if !$1.properties.isWhitespace { $0[$1, default: 0] += 1 } }
        }
        #expect(counted(mutool) == counted(rendered.content.pages.flatMap(\.characters).map(\.text).joined()))
    }

    // MARK: Bytes

    @Test("The same bytes on every run, wherever, whenever and in whatever language")
    func reproducible() throws {
        let folder = try TemporaryFolder()
        let bytes = try Example.linhai.rendered().bytes
        for environment in [
            ["TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"], ["TZ": "Asia/Shanghai", "LANG": "C", "LC_ALL": ""],
        ] {
            let run = try Program.run(
                "render", Example.linhai.path, "-o", folder.path("again.pdf"), environment: environment,
                in: folder.url.path)
            #expect(run.status == 0)
            #expect(try Data(contentsOf: folder.url.appending(path: "again.pdf")) == bytes)
        }
    }
}
