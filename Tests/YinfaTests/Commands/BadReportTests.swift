import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("Bad reports: one clear message with its place, status 2, nothing written")
struct BadReportTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Renders a file, and expects exactly one error, and no file beside the report.
    /// - Returns: the line of the error.
    @discardableResult
    private func refused(
        _ bytes: Data, as name: String, _ options: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        try bytes.write(to: folder.url.appending(path: name))
        // Ten seconds of the processor and 512 MB are far more than any refusal needs.
        let run = try Program.shell(
            #"ulimit -d 524288; ulimit -t 10; exec "$YINFA" render "$@" --short --lang zh"#,
            [folder.path(name)] + options)
        #expect(run.status == 2, "\(run.messages)", sourceLocation: sourceLocation)
        let errors = run.messages.split(separator: "\n").filter { $0.contains("错误：") }
        #expect(errors.count == 1, "\(run.messages)", sourceLocation: sourceLocation)
        #expect(try folder.names == [name], sourceLocation: sourceLocation)
        return errors.first.map(String.init) ?? ""
    }

    private func refused(
        _ text: String, as name: String = "报告.yaml", _ options: String...,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        let options = options.first ?? "--no-check"
        return try refused(Data(text.utf8), as: name, options, sourceLocation: sourceLocation)
    }

    // MARK: Encoding and syntax

    @Test("A report in GB18030 is read, with a note, and gives the same PDF", arguments: ["txt", "yaml"])
    func gb18030(ending: String) throws {
        let text = try String(contentsOf: Project.file("Examples/chaihudian-2022." + ending), encoding: .utf8)
        try folder.write(text, to: "utf8." + ending)
        let converted = try Program.shell(
            #"cd "$1"; iconv -f UTF-8 -t GB18030 "utf8.$2" >"gb.$2""#, [folder.url.path, ending])
        try #require(converted.status == 0, "\(converted.messages)")
        for name in ["utf8", "gb"] {
            let run = try Program.run("render", folder.path("\(name).\(ending)"), "--short")
            #expect(run.status == 0, "\(run.messages)")
            #expect(run.messages.contains("[file.converted]") == (name == "gb"))
            #expect(!run.messages.contains(/警告：.*\[file\./))
        }
        #expect(
            try Data(contentsOf: folder.url.appending(path: "gb.pdf"))
                == Data(contentsOf: folder.url.appending(path: "utf8.pdf")))
    }

    @Test("Bytes that are no text at all are refused", arguments: ["txt", "yaml", "json"])
    func binary(ending: String) throws {
        let bytes = Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 / 7) })
        #expect(try refused(bytes, as: "报告." + ending).contains("[file.not-text]"))
    }

    @Test("A broken line of YAML is shown with its place, in words that a clerk understands")
    func brokenYAML() throws {
        let error = try refused("agency: 清水镇\nyear: [2022\nform: \"2021\"\n")
        #expect(error.contains("报告.yaml:3:5: 错误：不是有效的 YAML：缺少“,”或“]”"))
    }

    @Test("A line of JSON without its comma is called JSON, not YAML")
    func brokenJSON() throws {
        let error = try refused("{\n  \"agency\": \"清水镇\"\n  \"year\": 2022\n}\n", as: "报告.json")
        #expect(error.contains("报告.json:3:3: 错误：不是有效的 JSON：缺少“,”或“}”"))
    }

    @Test("A file that ends in the middle")
    func truncated() throws {
        let whole = try String(contentsOf: Project.file("Examples/linhai-2020.json"), encoding: .utf8)
        #expect(try refused(String(whole.prefix(900)), as: "报告.json").contains("JSON：文件不完整"))
    }

    @Test(
        "Ten thousand levels of nesting",
        arguments: [
            ("yaml", "agency: " + String(repeating: "[", count: 10000) + String(repeating: "]", count: 10000)),
            ("yaml", "agency: " + String(repeating: "{a: ", count: 10000) + String(repeating: "}", count: 10000)),
            ("json", String(repeating: "[", count: 10000) + String(repeating: "]", count: 10000)),
            ("json", String(repeating: "{\"a\":", count: 10000) + "1" + String(repeating: "}", count: 10000)),
            ("yaml", (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
        ])
    func nesting(ending: String, text: String) throws {
        #expect(try refused(text, as: "报告." + ending).contains("嵌套"))
    }

    @Test("Aliases that would unfold into billions of values, and one that holds itself")
    func aliases() throws {
        var bomb = "a: &a [无, 无, 无, 无, 无, 无, 无, 无, 无]\n"
        for (name, former) in zip("bcdefghijkl", "abcdefghijk") {
            bomb += "\(name): &\(name) [" + Array(repeating: "*\(former)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(try refused(bomb + Specimen.yaml()).contains("[yaml.alias]"))
        #expect(try refused(Specimen.yaml() + "x: &x\n  y: *x\n").contains("[yaml.alias]"))
    }

    // MARK: Values

    @Test("A negative count")
    func negative() throws {
        let report = try Specimen.yaml().replacing("licences: {decisions: 0}", with: "licences: {decisions: -3}")
        try #require(report.contains("-3"))
        #expect(try refused(report, as: "报告.yaml", "--lang=zh").contains("[figures.negative]"))
    }

    @Test("A date that does not exist", arguments: ["2023-02-29", "2023-13-01", "2023-04-31", "2023-00-10"])
    func impossibleDate(date: String) throws {
        let report = try Specimen.yaml(signature: "\n  name: 清水镇人民政府\n  date: \(date)")
        let line = report.split(separator: "\n").count
        #expect(try refused(report).contains("报告.yaml:\(line):9: 错误：没有“\(date)”这一天"))
    }

    @Test("A title of five hundred characters")
    func longTitle() throws {
        let title = String(repeating: "镇", count: 488) + "政府信息公开工作年度报告"
        #expect(try refused(Specimen.yaml(title: title)).contains("500 个字"))
    }

    @Test("What is no date at all is not called a day that does not exist", arguments: ["yesterday", "2023", "1月29日"])
    func noDate(date: String) throws {
        let report = try Specimen.yaml(signature: "\n  name: 清水镇人民政府\n  date: \(date)")
        #expect(try refused(report).contains("错误：“\(date)”不是日期"))
    }

    @Test("A report without its agency is told what that is")
    func noAgency() throws {
        #expect(try refused(Specimen.yaml().replacing(#/agency: .*\n/#, with: "")).contains("缺少机关名称（agency）"))
    }

    @Test("The longest title that is allowed is set within the type area")
    func longestTitle() throws {
        let title = String(repeating: "清水镇", count: 62) + "2022年政府信息公开工作年度报告".suffix(14)
        let content = try RenderedFile(yaml: Specimen.yaml(title: title)).content
        let lines = content.lines(size: 22)
        #expect(lines.map(\.text).joined() == title)
        for line in lines {
            let last = try #require(line.characters.last)
            #expect(line.characters[0].x >= GB9704.left - 0.1 && last.x + last.advance <= GB9704.right + 0.1)
        }
    }

    @Test("A table whose cells overlap, leave the table, or leave a slot open: the cell is named")
    func tables() throws {
        func table(_ rows: String) throws -> String {
            try refused(Specimen.yaml(overview: ["table: {rows: \(rows)}"]))
        }
        #expect(try table("[[甲, {text: 乙, rowspan: 2}], [{text: 丙, colspan: 2}]]").contains(/“[乙丙]”.*第 ?[12] ?行/))
        #expect(try table("[[甲, {text: 乙, rowspan: 3}], [丙]]").contains("“乙”"))
        #expect(try table("[[甲, 乙, 丙], [丁]]").contains(/第 ?2 ?行.*第 ?2 ?列/))
        #expect(try table("[[{text: 甲, rowspan: 1000, colspan: 1000}]]").contains("“甲”"))
    }

    @Test("A table without rows, and a row without cells", arguments: [("[]", "没有一行"), ("[[甲, 乙], []]", "第 2 行没有一格")])
    func emptyTable(rows: String, message: String) throws {
        let error = try refused(Specimen.yaml(overview: ["table: {rows: \(rows)}"]))
        #expect(error.contains("[table.empty]") && error.contains(message))
    }

    @Test("A picture that is a link to outside the report's folder is not printed; one within it is")
    func linkedPicture() throws {
        let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
        let picture = try #require(Data(base64Encoded: pixel))
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "内"), withIntermediateDirectories: false)
        try picture.write(to: folder.url.appending(path: "外.png"))
        try picture.write(to: folder.url.appending(path: "内/真.png"))
        for (link, target) in [("出.png", "../外.png"), ("里.png", "真.png")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("内/\(link)"), withDestinationPath: target)
            let report = try folder.write(
                Specimen.yaml(overview: ["{figure: \(link), caption: 图, alternative: 图}"]), to: "内/报告.yaml")
            for (directory, name) in [(folder.url.path, "内/报告.yaml"), (folder.path("内"), "报告.yaml"), ("/", report)] {
                let run = try Program.run("render", name, "--no-check", "--short", in: directory)
                #expect(run.status == (link == "里.png" ? 0 : 2), "\(run.messages)")
                #expect(run.messages.contains("[figure.path-outside]") == (link == "出.png"))
            }
        }
    }

    // MARK: Size

    @Test("A narrative of five hundred pages is typeset, within two minutes of the processor and 512 MB")
    func fiveHundredPages() throws {
        let sentence = "各单位按照职责分工及时公开信息，接受群众监督，并定期核对网站栏目；对新出现的问题逐条研究、逐条答复。"
        let paragraph = String(repeating: sentence, count: 8)
        let report = try folder.write(Specimen.yaml(overview: Array(repeating: paragraph, count: 740)), to: "报告.yaml")
        let run = try Program.shell(
            #"ulimit -d 524288; ulimit -t 120; exec "$YINFA" render "$1" --no-check --short"#, [report])
        #expect(run.status == 0, "\(run.messages)")
        let information = try OutsideTool.run("pdfinfo", of: "poppler-utils", folder.path("报告.pdf"))
        let pages = try #require(information.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
        #expect(pages >= 500)
    }

    @Test("One word of a hundred thousand characters takes seconds, and one warning", arguments: ["x", "镇"])
    func endlessWord(character: String) throws {
        let report = try folder.write(
            Specimen.yaml(overview: [String(repeating: character, count: 100_000)]), to: "报告.yaml")
        let run = try Program.shell(
            #"ulimit -d 524288; ulimit -t 10; exec "$YINFA" render "$1" --no-check --short"#, [report])
        #expect(run.status == 0, "\(run.status): \(run.messages)")
        // One warning for the paragraph, where a word of it had to be broken.
        let warnings = run.messages.split(separator: "\n").filter { $0.contains("[typesetting.broken-word]") }
        #expect(warnings.count == (character == "x" ? 1 : 0))
    }
}
