import Foundation
import TestSupport
import Testing

@Suite("Characters that the faces of official documents do not have")
struct RareCharacterTests {
    private static let rare = ["𬭎", "㙦", "䶮", "镕", "㎡", "𠮷"]

    private func report(_ text: String) throws -> String {
        try Specimen.yaml(overview: ["heading: \(text)街道", "群众\(text)来信一件。"])
    }

    @Test("They come from a named fallback face, are listed for each role, and are extracted as they are")
    func fallback() throws {
        let text = Self.rare.joined()
        let rendered = try RenderedFile(yaml: report(text))
        let characters = rendered.content.body.flatMap(\.characters)
        for character in Self.rare {
            let found = characters.filter { $0.text == character }
            #expect(found.count == 2 && found.allSatisfy { $0.font.hasPrefix("NotoSerifCJKsc") }, "\(character)")
        }
        // The rest stays in its own face.
        #expect(characters.filter { $0.text == "群" || $0.text == "众" }.allSatisfy { $0.font.contains("FandolFang") })
        let all = try rendered.text().joined()
        #expect(all.contains("群众\(text)来信一件。") && all.contains("（一）\(text)街道"))
        let notes = rendered.messages.split(separator: "\n").filter { $0.contains("[fonts.substituted]") }
        #expect(notes.count == 2)
        for (note, role) in zip(notes, ["仿宋", "楷体"]) {
            #expect(note.hasPrefix("note: ") && note.contains(role) && note.contains("NotoSerifCJK-Regular"))
            for character in Self.rare { #expect(note.contains(character)) }
        }
    }

    @Test("A fallback character does not move the line it stands on")
    func baseline() throws {
        let lines = try RenderedFile(yaml: report("𠮷")).content.body.filter { $0.text.contains("𠮷") }
        #expect(lines.map(\.text) == ["（一）𠮷街道", "群众𠮷来信一件。"])
        for line in lines {
            #expect(abs((line.baseline - GB9704.top - 13.98).remainder(dividingBy: GB9704.pitch)) < 0.05)
        }
    }

    @Test(
        "A character that no face has is an error at its line and column, and no file is written",
        arguments: ["\u{F8FF}", "\u{100001}"])
    func noGlyph(character: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(report(character), to: "报告.yaml")
        let run = try Program.run("render", path, "--short")
        #expect(run.status == 2)
        let errors = run.messages.split(separator: "\n").filter { $0.contains("[fonts.no-glyph]") }
        let code = "U+" + String(character.unicodeScalars.map(\.value)[0], radix: 16, uppercase: true)
        let lines = try folder.read("报告.yaml").split(separator: "\n").enumerated().filter { $1.contains(character) }
        #expect(errors.count == lines.count)
        for (error, line) in zip(errors, lines) {
            #expect(error.contains("报告.yaml:\(line.offset + 1):7: 错误：") && error.contains(code))
        }
        #expect(try folder.names == ["报告.yaml"])
    }

    /// Renders a report that is faulty in every line with U+F8FF; gives the lines that errors name, and those with one.
    private func faultyLines(_ report: String) throws -> (told: [Int], expected: [Int]) {
        let folder = try TemporaryFolder()
        let path = try folder.write(report, to: "r.yaml")
        let run = try Program.run("render", path, "--short", "--no-check", "--lang", "en")
        #expect(run.status == 2)
        let told = run.messages.matches(of: /r\.yaml:(\d+):\d+: error: .*U\+F8FF.*\[fonts\.no-glyph\]/)
            .compactMap { Int($0.1) }
        let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
        return (told.sorted(), lines.indices.filter { lines[$0].contains("\u{F8FF}") }.map { $0 + 1 })
    }

    @Test("Wherever it stands in the report, there is one error with its line")
    func everywhere() throws {
        let lines = try faultyLines(
            Specimen.yaml(
                title: "清水\u{F8FF}镇2022年政府信息公开工作年度报告",
                overview: [
                    "段落\u{F8FF}。", "heading: 标题\u{F8FF}", "list:\n        - 事项\u{F8FF}",
                    "table:\n        rows:\n          - [甲, 乙]\n          - [丙\u{F8FF}, 丁]",
                ],
                signature: "\n  name: 清水\u{F8FF}镇\n  date: 2023-01-29",
                more: [
                    "contact:\n  sentence: 请联系\u{F8FF}。",
                    "attachments:\n  - title: 附表\u{F8FF}\n    content:\n      - 附件\u{F8FF}。",
                ]))
        #expect(lines.told == lines.expected)
    }

    @Test("In a caption, the error has the caption's line")
    func caption() throws {
        let table = "table:\n        rows:\n          - [甲, 乙]\n          - [丙, 丁]\n        caption: 表名\u{F8FF}"
        let lines = try faultyLines(Specimen.yaml(overview: [table]))
        #expect(lines.told == lines.expected)
    }

    @Test("In a name that the title is made of, it is told where the name stands")
    func derivedTitle() throws {
        let lines = try faultyLines(Specimen.yaml(agency: "清水\u{F8FF}镇"))
        #expect(lines.told == [1])
    }
}
