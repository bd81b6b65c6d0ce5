import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("A report as an A3 booklet, and two pages a side")
struct ReportImpositionTests {
    private static let booklet = Result { try ImposedFile(Example.chaihudian.path) }

    @Test("qpdf, mutool and poppler find nothing wrong with it")
    func sound() throws {
        let file = try Self.booklet.get()
        #expect(
            try OutsideTool.run("qpdf", of: "qpdf", "--check", file.path).contains(
                "No syntax or stream encoding errors"))
        #expect(try OutsideTool.run("mutool", of: "mupdf-tools", "info", file.path).contains("Pages: 4"))
        let information = try OutsideTool.run("pdfinfo", of: "poppler-utils", file.path)
        #expect(information.contains("1190.55 x 841.89 pts (A3)"))
        #expect(information.contains("滕州市柴胡店镇2022年政府信息公开工作年度报告"))
    }

    @Test("Poppler reads each page on its half")
    func text() throws {
        let file = try Self.booklet.get()
        for (index, side) in file.result.sheets.flatMap({ [$0.front, $0.back] }).enumerated() {
            for (left, page) in [(0, side.left), (596, side.right)] {
                let text = try OutsideTool.run(
                    "pdftotext", of: "poppler-utils", "-r", "72", "-f", "\(index + 1)", "-l", "\(index + 1)", "-x",
                    "\(left)",
                    "-y", "0", "-W", "595", "-H", "842", file.path, "-"
                ).filter { !$0.isWhitespace }
                #expect(page.map { text.contains("—\($0)—") } ?? text.isEmpty, "side \(index + 1): \(text.suffix(20))")
            }
        }
    }

    @Test("In the booklet, even pages are bound at the right: their margins are mirrored")
    func mirrored() throws {
        let file = try Self.booklet.get()
        #expect(!file.messages.contains("impose.margins"))
        let source = try RenderedFile(Example.chaihudian.path, options: "--layout", "archive")
        // The archive copy has mirrored margins, too, and a stamp on page 1.
        let differences = try file.differences(from: source.path)
        #expect(differences.count == 6)
        let unmirrored = try file.differences(from: Example.chaihudian.rendered().path)
        // Of the pages as they come, 1 2 6 3 4 5, the even ones.
        #expect(unmirrored.map { $0.own > 2 } == [false, true, true, false, true, false], "\(unmirrored)")
        for difference in differences.dropFirst() {
            #expect(difference.own < 1 && difference.other > 5, "\(difference)")
        }
    }

    @Test("A finished PDF becomes a booklet, and a warning says that its margins are not made for one")
    func finished() throws {
        let source = try Example.chaihudian.rendered()
        let file = try ImposedFile(source.path)
        #expect(file.messages == "impose.margins")
        for difference in try file.differences(from: source.path) {
            #expect(difference.own < 1 && difference.other > 5, "\(difference)")
        }
        let archived = try RenderedFile(Example.chaihudian.path, options: "--layout", "archive")
        #expect(try ImposedFile(archived.path).messages.isEmpty)
    }

    @Test("No font is there twice, and tags and attachments are left behind")
    func lean() throws {
        let source = try Example.chaihudian.rendered()
        let file = try ImposedFile(source.path)
        func fonts(_ path: String) throws -> [String] {
            try OutsideTool.run("pdffonts", of: "poppler-utils", path).split(separator: "\n").dropFirst(2)
                .map { String($0.prefix { $0 != " " }) }.sorted()
        }
        #expect(try fonts(file.path) == (try fonts(source.path)))
        #expect(try file.bytes.count < source.bytes.count)
        let information = try OutsideTool.run("pdfinfo", of: "poppler-utils", file.path)
        #expect(information.contains(/Tagged: +no/))
        #expect(try OutsideTool.run("pdfdetach", of: "poppler-utils", "-list", file.path).hasPrefix("0 embedded files"))
    }

    @Test("The same pages make the same bytes")
    func deterministic() throws {
        let source = try Example.linhai.rendered()
        #expect(try ImposedFile(source.path).bytes == ImposedFile(source.path).bytes)
    }

    @Test("Two pages a side: in their order, on A3 or, smaller, on A4")
    func twoUp() throws {
        let source = try Example.chaihudian.rendered()
        let file = try ImposedFile(source.path, options: "--as", "two-up")
        #expect(file.messages.isEmpty)
        let pages = try OutsideTool.run("pdfinfo", of: "poppler-utils", file.path)
        // Six pages fill a sheet and a front; the last back is left out.
        #expect(pages.contains(/Pages: +3\n/))
        let small = try ImposedFile(source.path, options: "--as", "two-up", "--paper", "a4")
        #expect(try OutsideTool.run("pdfinfo", of: "poppler-utils", small.path).contains("841.89 x 595.276 pts (A4)"))
    }

    @Test("Turned about the long edge, the backs stand on their heads", arguments: ["short-edge", "long-edge"])
    func turned(edge: String) throws {
        let file = try ImposedFile(Example.chaihudian.path, options: "--turn", edge)
        let text = try OutsideTool.run("qpdf", of: "qpdf", "--qdf", "--object-streams=disable", file.path, "-")
        #expect(text.contains(edge == "short-edge" ? "/Duplex /DuplexFlipShortEdge" : "/Duplex /DuplexFlipLongEdge"))
        #expect(text.contains("/PrintScaling /None"))
        let turned = text.split(separator: "\n").count { $0.hasPrefix("q -1 0 0 -1 ") }
        // Pages 2, 4 and 5 are on backs.
        #expect(turned == (edge == "short-edge" ? 0 : 3))
    }

    @Test("The table of pages is told with the file")
    func table() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            "impose", try Example.chaihudian.rendered().path, "--imprint-last", "-o", folder.path("a.pdf"))
        #expect(run.status == 0)
        #expect(
            run.output == """
                \(folder.path("a.pdf"))
                张  面  左  右
                1   正  6   1
                1   反  2   —
                2   正  —   3
                2   反  4   5

                """)
        #expect(run.messages.contains("[impose.imprint-number]"))
    }
}
