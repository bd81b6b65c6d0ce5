import Foundation
import TestSupport
import Testing

@Suite("The copy that is kept: DA/T 22-2015 and GB/T 9704-2012, measured in the PDF")
struct StampTests {
    private static let millimetre = GB9704.millimetre
    private static let red = [1.0, 0, 0]
    private static let names = ["全宗号", "年度", "件号", "机构（问题）", "保管期限", "页数"]

    private static let chaihudian = Result {
        try RenderedFile(Example.chaihudian.path, options: "--layout", "archive")
    }
    private static let yunmeng = Result { try RenderedFile(Example.yunmeng.path, options: "--layout", "archive") }

    private static let copies = [ArchiveCopy.full, ArchiveCopy.open, chaihudian, yunmeng]

    /// Left, top, right and bottom of each of the six cells, in millimetres of the paper, row by row.
    private func cells() -> [(left: Double, top: Double, right: Double, bottom: Double)] {
        // 天头 is 37 mm; the stamp is in the middle of the type area, 28 mm from the left edge and 156 mm wide.
        let left = 28 + (156 - 45) / 2.0
        return [12.0, 20].flatMap { top in
            (0..<3).map { (left + 15 * Double($0), top, left + 15 * Double($0 + 1), top + 8) }
        }
    }

    /// What stands in each cell, by its colour.
    private func texts(_ rendered: RenderedFile, red: Bool) -> [String] {
        let characters = rendered.content.pages[0].characters.filter { ($0.color != nil) == red }
        return cells().map { cell in
            characters.filter { character in
                let (x, y) = (character.x / Self.millimetre, character.baseline / Self.millimetre)
                return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom
            }.map(\.text).joined()
        }
    }

    @Test(
        "The stamp is a red frame of 45 × 16 mm in six cells of 15 × 8 mm, on page one alone", arguments: copies.indices
    )
    func frame(copy: Int) throws {
        let pages = try Self.copies[copy].get().content.pages
        let rules = pages[0].rules.filter { $0.color == Self.red }
        #expect(pages.dropFirst().allSatisfy { page in page.rules.allSatisfy { $0.color == nil } })
        let tenth = { (points: Double) in (points / Self.millimetre * 10).rounded() / 10 }
        let upright = rules.filter { $0.right - $0.left < 0.1 }.sorted { $0.left < $1.left }
        let level = rules.filter { $0.right - $0.left >= 0.1 }.sorted { $0.top < $1.top }
        #expect(upright.map { tenth($0.left) } == [83.5, 98.5, 113.5, 128.5])
        #expect(upright.allSatisfy { tenth($0.top) == 12 && tenth($0.bottom) == 28 })
        #expect(level.map { tenth($0.top) } == [12, 20, 28])
        // The corners are whole: the frame's rules reach over each other by half their width.
        let overs = level.map { (83.5 * Self.millimetre - $0.left, $0.right - 128.5 * Self.millimetre) }
        for (index, over) in [0.175, 0, 0.175].enumerated() {
            #expect(
                abs(overs[index].0 / Self.millimetre - over) < 0.01
                    && abs(overs[index].1 / Self.millimetre - over) < 0.01)
        }
        for (rule, width) in zip(upright + level, [0.35, 0.25, 0.25, 0.35, 0.35, 0.25, 0.35]) {
            #expect(abs(rule.width / Self.millimetre - width) < 0.01)
        }
    }

    @Test("Six names in red, each in its cell, of 5.5 points", arguments: copies.indices)
    func names(copy: Int) throws {
        let rendered = try Self.copies[copy].get()
        #expect(texts(rendered, red: true) == Self.names)
        let red = rendered.content.pages.flatMap(\.characters).filter { $0.color != nil }
        #expect(red.count == Self.names.joined().count)
        #expect(red.allSatisfy { $0.color == Self.red && abs($0.size - 5.5) < 0.01 })
    }

    @Test("What the report says is filled in, in black; the pages are counted; the rest is left open")
    func values() throws {
        let full = try ArchiveCopy.full.get()
        #expect(texts(full, red: false) == ["J012&<", "2023", "15", "党政综合办公室", "永久", "\(full.content.pages.count)"])
        let open = try ArchiveCopy.open.get()
        #expect(texts(open, red: false) == ["", "", "", "", "", "\(open.content.pages.count)"])
        #expect(texts(try Self.chaihudian.get(), red: false) == ["", "", "", "", "", "6"])
        #expect(texts(try Self.yunmeng.get(), red: false) == ["", "2024", "", "", "永久", "7"])
    }

    @Test(
        "Every character of the stamp keeps away from the rules, what is filled in stands below the name",
        arguments: copies.indices)
    func inside(copy: Int) throws {
        let characters = try Self.copies[copy].get().content.pages[0].characters.filter {
            $0.baseline < 29 * Self.millimetre
        }
        for cell in cells() {
            let own = characters.filter {
                let (x, y) = ($0.x / Self.millimetre, $0.baseline / Self.millimetre)
                return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom
            }
            for character in own where character.text != "）" {
                #expect(character.x / Self.millimetre >= cell.left + 0.35)
                #expect((character.x + character.advance) / Self.millimetre <= cell.right - 0.35)
                #expect((character.baseline - 0.88 * character.size) / Self.millimetre >= cell.top + 0.35)
                #expect((character.baseline + 0.12 * character.size) / Self.millimetre <= cell.bottom - 0.35)
            }
            let name = own.filter { $0.color != nil }.map { $0.baseline + 0.12 * $0.size }.max() ?? 0
            #expect(own.filter { $0.color == nil }.allSatisfy { $0.baseline - 0.88 * $0.size >= name - 0.01 })
        }
        #expect(
            characters.count
                == characters.filter { $0.baseline < 28 * Self.millimetre && $0.baseline > 12 * Self.millimetre }.count)
    }

    @Test(
        "Nothing of the report moves but sideways: on even pages, the binding margin is on the right",
        arguments: [Example.chaihudian, .yunmeng])
    func mirrored(example: Example) throws {
        let plain = try example.rendered().content.pages
        let kept = try (example == .yunmeng ? Self.yunmeng : Self.chaihudian).get().content.pages
        #expect(plain.count == kept.count)
        for (number, (page, other)) in zip(plain, kept).enumerated() {
            // 28 mm on the left of odd pages and on the right of even ones, where 210 − 28 − 156 = 26 are left.
            let shift = number % 2 == 1 ? -2 * Self.millimetre : 0
            let report = number == 0 ? other.characters.filter { $0.baseline > 37 * Self.millimetre } : other.characters
            #expect(report.map(\.text) == page.characters.map(\.text))
            for (character, moved) in zip(page.characters, report) {
                #expect(abs(moved.x - character.x - shift) < 0.01 && abs(moved.baseline - character.baseline) < 0.01)
            }
            // Patterns of charts, of thinner strokes, lie on a grid of the page's, whose cut edges are others.
            let (rules, movedRules) = (
                page.rules.filter { $0.width > 0.6 }, other.rules.filter { $0.width > 0.6 && $0.color == nil }
            )
            #expect(rules.count == movedRules.count)
            #expect(
                zip(rules, movedRules).allSatisfy {
                    abs($1.left - $0.left - shift) < 0.01 && abs($1.right - $0.right - shift) < 0.01
                })
        }
    }

    @Test("Mirrored pages ask the printer to print on both sides, turned at the long edge; others ask nothing")
    func duplex() throws {
        func objects(_ rendered: RenderedFile) throws -> String {
            try OutsideTool.run("qpdf", of: "qpdf", "--json=2", "--json-key=qpdf", rendered.path)
        }
        #expect(try objects(Self.yunmeng.get()).contains(#""/Duplex": "/DuplexFlipLongEdge""#))
        #expect(try !objects(Example.yunmeng.rendered()).contains("/Duplex"))
    }

    @Test("The number of the copy is six digits of 3号, flush on the first line of the type area, above the title")
    func copyNumber() throws {
        let pages = try ArchiveCopy.full.get().content.pages
        let number = Array(pages[0].characters.filter { $0.font.contains("Hei") && $0.size == 16 }.prefix(6))
        #expect(number.map(\.text).joined() == "000027")
        let first = try #require(number.first)
        #expect(abs(first.x - GB9704.left) < 0.01)
        #expect(number.allSatisfy { abs($0.baseline - GB9704.top - 13.98) < 0.05 })
        let title = pages[0].characters.filter { $0.size == 22 }
        #expect(
            !title.isEmpty && title.allSatisfy { $0.baseline - 0.88 * $0.size > first.baseline + 0.12 * first.size })
        #expect(pages.dropFirst().joinedText.contains("000027") == false)
    }

    @Test("A plain copy may have a number too, and has neither stamp nor record")
    func plainCopy() throws {
        let rendered = try RenderedFile(
            yaml: ArchiveCopy.report("{fonds: J012, retention: 永久}"),
            options: ["--no-check", "--copy-number", "000003"])
        #expect(rendered.content.pages[0].characters.prefix(6).map(\.text).joined() == "000003")
        #expect(rendered.content.pages.allSatisfy { $0.rules.allSatisfy { $0.color == nil } })
        #expect(rendered.content.metadata["Keywords"]?.contains("J012") == false)
    }

    // MARK: What does not fit

    @Test(
        "What no size fits is an error that names the field and its line",
        arguments: [("organisation: 清水镇人民政府党政综合办公室文书科", "机构（问题）"), ("fonds: J0123-2023-WS-D30-BGS", "全宗号")])
    func tooLong(field: String, name: String) throws {
        let folder = try TemporaryFolder()
        let text = try ArchiveCopy.report("\n  \(field)")
        let report = try folder.write(text, to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render "$@" --short"#, [report] + ArchiveCopy.options)
        #expect(run.status == 2)
        let line =
            try #require(
                text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(field) }) + 1
        #expect(run.messages.contains("r.yaml:\(line):") && run.messages.contains("archive.field-too-long"))
        #expect(run.messages.contains("“\(name)”"))
        #expect(try folder.names == ["r.yaml"])
    }

    @Test("A number of pages that is not the document's is printed, and told")
    func pagesDiffer() throws {
        let rendered = try ArchiveCopy.rendered("{pages: 99}")
        #expect(texts(rendered, red: false).last == "99")
        #expect(rendered.messages.contains("archive.pages-differ"))
        #expect(try !ArchiveCopy.full.get().messages.contains("archive."))
    }

    // MARK: The command line

    @Test("An unknown layout is an error that lists those that there are")
    func unknown() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        for name in ["archives", "", "../copies/archive", "/etc/passwd"] {
            let run = try Program.shell(#""$YINFA" render "$1" --layout "$2""#, [report, name])
            #expect(run.status == 2)
            #expect(run.messages.contains("layout.unknown") && run.messages.contains("plain、archive"))
        }
        #expect(try folder.names == ["r.yaml"])
    }

    @Test("A copy to be kept that nobody promises to read later is a contradiction")
    func needsArchivable() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render "$@""#, [report, "--layout", "archive", "--pdf", "plain"])
        #expect(run.status == 2 && run.messages.contains("layout.needs-pdf-a"))
        #expect(try folder.names == ["r.yaml"])
    }

    @Test("The plain layout is what comes without any; the same copy comes out twice in the same bytes")
    func same() throws {
        let plain = try RenderedFile(Example.chaihudian.path, options: "--layout", "plain")
        #expect(try plain.bytes == Example.chaihudian.rendered().bytes)
        let again = try RenderedFile(Example.chaihudian.path, options: "--layout", "archive")
        #expect(try again.bytes == Self.chaihudian.get().bytes)
    }

    @Test("The pictures of the pages have the stamp too")
    func picture() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render "$@""#, [report, "--png", "--dpi", "72", "--layout", "archive"])
        #expect(run.status == 0)
        let first = try #require(try folder.names.first { $0.hasSuffix(".png") })
        let stamp = try #require(try Picture.read([folder.path(first)]).first?.box)
        #expect(abs(Double(stamp[1]) - 12 * Self.millimetre) < 2)
    }
}

extension Sequence<PDFContent.Page> {
    fileprivate var joinedText: String { flatMap(\.characters).map(\.text).joined() }
}
