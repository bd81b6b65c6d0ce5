import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("--resume does what is not proved to be done, and nothing else")
struct ResumeTests {
    private func issued(_ townships: Townships, _ arguments: [String] = []) throws -> [String] {
        let before = try townships.outcomes().count
        let run = try Program.run(
            ["batch", "reports", "-o", "out", "--resume"] + arguments, in: townships.folder.url.path)
        #expect(run.status == 0, "\(run.messages)")
        return try townships.outcomes().dropFirst(before).map(\.report).sorted()
    }

    @Test("Nothing has changed: nothing is done; a changed report, a lost PDF, a damaged PDF: these are")
    func changes() throws {
        let townships = try Townships(4)
        _ = try townships.run()
        let first = try townships.pdfs()
        #expect(try issued(townships) == [])
        try townships.write(1, paragraph: "本年度公开信息较上年有所增加。")
        try townships.folder.write("damaged", to: "out/东县/2.pdf")
        try FileManager.default.removeItem(atPath: townships.folder.path("out/西县/3.pdf"))
        #expect(try issued(townships) == [1, 2, 3].map(Townships.path).sorted())
        let second = try townships.pdfs()
        #expect(second["东县/2.pdf"] == first["东县/2.pdf"] && second["西县/3.pdf"] == first["西县/3.pdf"])
        #expect(second["西县/1.pdf"] != first["西县/1.pdf"])
        #expect(try issued(townships) == [])
    }

    @Test("A changed picture is a changed report")
    func picture() throws {
        let townships = try Townships(1)
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40'/></svg>"
        try townships.folder.write(svg, to: "reports/东县/a.svg")
        try townships.folder.write(
            Specimen.yaml(overview: ["本年度工作有序开展。", "{figure: a.svg, alternative: 方块}"]), to: "reports/东县/2.yaml")
        _ = try townships.run()
        #expect(try issued(townships) == [])
        try townships.folder.write(svg.replacing("rect width='40'", with: "rect width='20'"), to: "reports/东县/a.svg")
        #expect(try issued(townships) == ["reports/东县/2.yaml"])
    }

    @Test("Another layout, another standard, a changed font book: everything is done again")
    func fingerprint() throws {
        let townships = try Townships(2)
        _ = try townships.run()
        #expect(try issued(townships, ["--pdf", "a-2a"]).count == 2)
        #expect(try issued(townships, ["--pdf", "a-2a"]) == [])
        try FileManager.default.copyItem(
            atPath: Project.file("layouts").path, toPath: townships.folder.path("layouts"))
        #expect(try issued(townships, ["--pdf", "a-2a", "--layouts", "layouts"]) == [])
        let style = townships.folder.path("layouts/styles/gbt9704.yaml")
        try (try String(contentsOfFile: style, encoding: .utf8) + "# 改\n").write(
            toFile: style, atomically: true, encoding: .utf8)
        #expect(try issued(townships, ["--pdf", "a-2a", "--layouts", "layouts"]).count == 2)
    }

    @Test("A line that a loss of power has cut is left out, and its report done again")
    func cutLine() throws {
        let townships = try Townships(3)
        _ = try townships.run()
        let manifest = townships.folder.path("out/yinfa-manifest.jsonl")
        let size = try Data(contentsOf: URL(filePath: manifest)).count
        #expect(truncate(manifest, off_t(size - 10)) == 0)
        #expect(try issued(townships).count == 1)
        let lines = try townships.folder.read("out/yinfa-manifest.jsonl").split(separator: "\n")
        for line in lines { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) } }
    }

    @Test("A file that is no manifest is not written over")
    func foreign() throws {
        let townships = try Townships(1)
        try townships.folder.write("账目\n", to: "账目.txt")
        let run = try townships.run("--manifest", "账目.txt")
        #expect(run.status == 2 && run.messages.contains("[manifest.foreign]"))
        #expect(try townships.folder.read("账目.txt") == "账目\n")
    }

    @Test("Two batches do not write one manifest")
    func locked() throws {
        let townships = try Townships(1)
        let run = try Program.shell(
            "cd \"$1\"; mkdir out; flock out/yinfa-manifest.jsonl \"$YINFA\" batch reports -o out",
            [townships.folder.url.path])
        #expect(run.status == 2 && run.messages.contains("[manifest.in-use]"), "\(run.messages)")
    }
}
