import Foundation
import TestSupport
import Testing

@Suite("Bad layouts and fonts: the real error alone, status 2")
struct BadLayoutTests {
    let folder: TemporaryFolder
    let report: String

    init() throws {
        folder = try TemporaryFolder()
        report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        try FileManager.default.copyItem(
            at: Project.file("layouts"), to: folder.url.appending(path: "layouts"))
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "fonts"), withIntermediateDirectories: false)
        try folder.write(
            String(contentsOf: Project.file("fonts/book.yaml"), encoding: .utf8), to: "fonts/book.yaml")
    }

    private func render(_ options: String...) throws -> Program.Run {
        try Program.shell(
            #""$YINFA" render "$@""#, [report, "--layouts", folder.path("layouts"), "--short"] + options)
    }

    private func errors(_ run: Program.Run) -> [Substring] {
        run.messages.split(separator: "\n").filter { $0.contains("错误：") }
    }

    private func change(_ file: String, _ old: String, _ new: String) throws {
        let text = try folder.read(file)
        try #require(text.contains(old))
        try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    }

    @Test(
        "An empty file is called empty",
        arguments: ["layouts/forms/2021.yaml", "layouts/styles/gbt9704.yaml", "fonts/book.yaml"])
    func empty(file: String) throws {
        try folder.write("", to: file)
        let run = try render("--fonts", folder.path(file.hasPrefix("fonts") ? "fonts" : "layouts/../fonts"))
        #expect(run.status == 2, "\(run.messages)")
        #expect(errors(run).count == 1 && errors(run)[0].contains("文件是空的 [layout.empty]"), "\(run.messages)")
        #expect(errors(run).first?.contains(file) == true || file.hasPrefix("fonts"))
    }

    @Test("A style that does not exist: those that do are listed")
    func unknownStyle() throws {
        let run = try Program.run("render", report, "--style", "nope")
        #expect(run.status == 2)
        #expect(run.messages.contains("没有“nope”这种样式") && run.messages.contains("可用的有：gbt9704"))
    }

    @Test("One wrong value of a style is one error, not one for each key after it")
    func noCascade() throws {
        try change("layouts/styles/gbt9704.yaml", "size: 二号", "size: 九号")
        let run = try render()
        #expect(run.status == 2)
        #expect(errors(run).count == 1 && errors(run)[0].contains("“九号”"), "\(run.messages)")
    }

    @Test(
        "Seals of no size that there is, or of bodies that all names are of",
        arguments: [
            ("diameter: 42mm", "diameter: 420mm"), ("[国务院]", "[\"\"]"), ("[国务院]", "[]"),
            ("height: 12mm", "height: 1mm"),
            ("top: 1行", "top: 一行"),
        ])
    func seals(old: String, new: String) throws {
        try change("layouts/styles/gbt9704.yaml", old, new)
        let run = try render()
        #expect(run.status == 2 && errors(run).count == 1, "\(run.messages)")
    }

    @Test("A row key used twice in a form is one error")
    func duplicateRow() throws {
        try change("layouts/forms/2021.yaml", "{key: regulations,", "{key: normative_documents,")
        let run = try render()
        #expect(run.status == 2)
        #expect(errors(run).count == 1 && errors(run)[0].contains("[form.duplicate-key]"), "\(run.messages)")
    }

    @Test(
        "A style of no width says so",
        arguments: [("width: 156mm", "width: 0mm"), ("pitch: 1.875字", "pitch: 0字")])
    func zero(old: String, new: String) throws {
        try change("layouts/styles/gbt9704.yaml", old, new)
        let run = try render()
        #expect(run.status == 2)
        #expect(errors(run).count == 1 && errors(run)[0].contains("之间的长度"), "\(run.messages)")
    }

    @Test("A face that the font book does not have is shown at its line")
    func face() throws {
        try change("layouts/styles/gbt9704.yaml", "{face: title,", "{face: titel,")
        let run = try render("--fonts", Project.file("fonts").path)
        #expect(run.status == 2)
        #expect(
            errors(run).count == 1 && errors(run)[0].contains(#/gbt9704\.yaml:22:\d+: 错误：字体簿中没有用途“titel”/#),
            "\(run.messages)")
    }
}
