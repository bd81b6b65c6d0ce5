import Foundation
import TestSupport
import Testing

@Suite("Plain text through the commands: what is repaired, and what is not in the PDF")
struct PlainTextTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var example: String {
        get throws { try String(contentsOf: Project.file("Examples/chaihudian-2022.txt"), encoding: .utf8) }
    }

    @Test("What could not be placed is named by render as not in the PDF")
    func unplaced() throws {
        let text = try "首页 > 政务公开\n" + example + "\n打印本页\n关闭窗口\n"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let last = try #require(lines.firstIndex(of: "打印本页")) + 1
        for options in [[], ["--no-check"]] {
            let run = try Program.shell(
                #""$YINFA" render "$@" --short"#, [folder.write(text, to: "报告.txt")] + options)
            #expect(run.status == 0, "\(run.messages)")
            #expect(
                run.messages.contains(
                    "报告.txt:1:1: 警告：有 3 处原文没有归入报告，不在 PDF 里：第 1 行“首页 > 政务公开”；第 \(last) 行“打印本页”；第 \(last + 1) 行“关闭窗口” [report.unplaced]"
                ),
                "\(run.messages)")
        }
        // So it is where the report file was made before.
        let made = try Program.run("import", folder.path("报告.txt"), "-o", folder.path("报告.yaml"), "--short")
        #expect(made.messages.contains("不会印出"))
        let run = try Program.run("render", folder.path("报告.yaml"), "--short")
        #expect(run.messages.contains("不在 PDF 里：第 1 行“首页 > 政务公开”"))
    }

    @Test(
        "Without a signature every command says so",
        arguments: ["import", "check", "render", "render --no-check"])
    func noSignature(command: String) throws {
        let lines = try example.split(separator: "\n", omittingEmptySubsequences: false).filter {
            !$0.contains("2023年1月29日")
        }
        let text = lines.joined(separator: "\n")
        let run = try Program.shell(
            "\"$YINFA\" \(command) \"$1\" --short", [folder.write(text, to: "报告.txt")])
        #expect(run.status == 0, "\(run.messages)")
        #expect(
            run.messages.split(separator: "\n").count {
                $0.contains("警告：") && $0.contains("[signature.missing]")
            } == 1)
    }

    @Test("A date in figures is printed in the official form")
    func officialDate() throws {
        let text = try example.replacing("2023年1月29日", with: "2023.1.29")
        let run = try Program.run("render", folder.write(text, to: "a.txt"), "--short")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("说明：成文日期“2023.1.29”改为“2023年1月29日” [import.date-form]"))
        try folder.write(example, to: "b.txt")
        _ = try Program.run("render", folder.path("b.txt"))
        #expect(
            try Data(contentsOf: folder.url.appending(path: "a.pdf"))
                == Data(contentsOf: folder.url.appending(path: "b.pdf")))
    }

    @Test("A whole report out of Word comes with few notes, each with all its lines")
    func fewNotes() throws {
        let run = try Program.run("import", Project.file("Examples/chaihudian-2022.txt").path, "--short")
        let notes = run.messages.split(separator: "\n")
        #expect(notes.count == 3, "\(run.messages)")
        #expect(notes.contains { $0.contains("删去 Word 遗留的书签标记（另有 8 处：第 109、131、") })
    }

    @Test(
        "What is missing is shown where it should be",
        arguments: [
            ("table.missing", "没有表二的数据"), ("figures.missing", "没有填报"), ("sections.missing", "缺少第5部分"),
        ])
    func places(id: String, message: String) throws {
        var lines = try example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.contains("二、主动公开政府信息情况") })
        let end = try #require(lines.firstIndex { $0.contains("三、收到和处理") })
        switch id {
        case "table.missing": lines.removeSubrange((start + 1)..<end)
        case "figures.missing":
            let row = try #require(lines.firstIndex { $0.contains("\t行政强制") })
            lines.removeSubrange(row...(row + 1))
        default:
            let problems = try #require(lines.firstIndex { $0.contains("五、存在") })
            let next = try #require(lines.firstIndex { $0.contains("六、其他") })
            lines.removeSubrange(problems..<next)
        }
        let run = try Program.run(
            "check", folder.write(lines.joined(separator: "\n"), to: "报告.txt"), "--short")
        let error = try #require(
            run.messages.split(separator: "\n").first { $0.contains("[\(id)]") }, "\(run.messages)")
        #expect(error.contains(message))
        #expect(error.contains(#/报告\.txt:\d+:1: 错误/#), "\(error)")
    }
}
