import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("yinfa fonts: which file serves which role")
struct FontsTests {
    private static let roles = ["body", "figures", "heading", "subheading", "title"]

    @Test("Every role and every fallback face has its file, in Chinese and in English", arguments: ["zh", "en"])
    func listed(language: String) throws {
        let run = try Program.run("fonts", "--lang", language)
        #expect(run.status == 0)
        let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(
            rows.first
                == (language == "zh" ? ["用途", "名称", "字族", "来源", "文件"] : ["role", "name", "family", "origin", "file"]))
        #expect(Set(rows.dropFirst().map { $0[0] }) == Set(Self.roles + ["fallback"]))
        for row in rows.dropFirst() {
            try #require(row.count == 5, "\(row)")
            #expect(FileManager.default.isReadableFile(atPath: row[4]), "\(row)")
        }
        for name in ["小标宋", "仿宋", "黑体", "楷体", "宋体"] { #expect(rows.contains { $0[1] == name }) }
    }

    @Test("The same as JSON")
    func json() throws {
        struct Document: Decodable {
            struct Result: Decodable { var fonts: [FontUse] }
            var result: Result
        }
        let run = try Program.run("fonts", "--json")
        let fonts = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).result.fonts
        #expect(Set(fonts.map(\.role)) == Set(Self.roles + ["fallback"]))
        #expect(fonts.allSatisfy { FileManager.default.isReadableFile(atPath: $0.file) && !$0.official })
    }

    /// The folder of fonts with a face in the place of the user's own.
    private func fonts(official: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.copyItem(at: Project.file("fonts/book.yaml"), to: folder.url.appending(path: "book.yaml"))
        try manager.createSymbolicLink(
            at: folder.url.appending(path: "free"),
            withDestinationURL: Project.file("fonts/free").resolvingSymlinksInPath())
        try manager.createDirectory(at: folder.url.appending(path: "official"), withIntermediateDirectories: false)
        for (name, free) in official {
            try manager.copyItem(
                at: Project.file("fonts/free/" + free).resolvingSymlinksInPath(),
                to: folder.url.appending(path: "official/" + name))
        }
        return folder
    }

    @Test(
        "A missing official face is an error of the machine under --strict-fonts, and nothing is written",
        arguments: ["render", "fonts"])
    func strict(command: String) throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.shell(
            #""$YINFA" \#(command) "$@" --strict-fonts --short"#, command == "render" ? [report] : [])
        #expect(run.status == 3)
        let errors = run.messages.split(separator: "\n").filter { $0.contains("错误：") }
        #expect(errors.count == 1 && errors[0].contains("[fonts.not-official]"))
        for name in ["小标宋", "仿宋", "黑体", "楷体", "宋体"] { #expect(errors[0].contains(name)) }
        #expect(try folder.names == ["报告.yaml"])
    }

    @Test("A free face in the folder of official ones does not pass for one")
    func wrongFamily() throws {
        let folder = try fonts(official: ["simhei.otf": "FandolHei-Regular.otf"])
        let run = try Program.run("fonts", "--fonts", folder.url.path, "--strict-fonts", "--short")
        #expect(run.status == 3 && run.messages.contains("黑体"))
    }

    @Test("A role that no file serves is the machine's fault, and says how to get one")
    func notServed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: Project.file("fonts/book.yaml"), to: folder.url.appending(path: "book.yaml"))
        let run = try Program.run("fonts", "--fonts", folder.url.path)
        #expect(run.status == 3)
        #expect(run.messages.contains("[fonts.role-not-served]") && run.messages.contains("make fonts"))
    }

    @Test("A file that is no font is the machine's fault, and is named")
    func brokenFont() throws {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.copyItem(at: Project.file("fonts/book.yaml"), to: folder.url.appending(path: "book.yaml"))
        try manager.createDirectory(at: folder.url.appending(path: "free"), withIntermediateDirectories: false)
        for file in try manager.contentsOfDirectory(
            at: Project.file("fonts/free").resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        where file.lastPathComponent != "FandolFang-Regular.otf" {
            try manager.createSymbolicLink(
                at: folder.url.appending(path: "free/" + file.lastPathComponent), withDestinationURL: file)
        }
        try folder.write("no font", to: "free/FandolFang-Regular.otf")
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run("render", report, "--fonts", folder.url.path, "--no-check", "--short")
        #expect(run.status == 3)
        #expect(run.messages.contains("FandolFang-Regular.otf"))
        #expect(try !folder.names.contains("报告.pdf"))
    }
}
