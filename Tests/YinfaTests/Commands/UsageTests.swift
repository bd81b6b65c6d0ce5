import Foundation
import TestSupport
import Testing
import YinfaCommands

@Suite("The program answers on the command line")
struct UsageTests {
    @Test("The version goes to standard output")
    func version() throws {
        let run = try Program.run("--version")
        #expect(run.status == 0)
        #expect(run.output == YinfaCommand.version + "\n")
    }

    @Test(
        "Help is there for each command, in Chinese and English",
        arguments: ["render", "check", "import", "impose", "print", "fonts", "forms"])
    func help(command: String) throws {
        let run = try Program.run(command, "--help")
        #expect(run.status == 0)
        #expect(run.output.contains("--layouts") && run.output.contains("版式文件夹 · the folder of layouts"))
    }

    @Test("Commands that need no layouts have help in both languages, too", arguments: ["extract", "verify"])
    func helpOfRecords(command: String) throws {
        let run = try Program.run(command, "--help")
        #expect(run.status == 0)
        #expect(run.output.contains("--json") && run.output.contains("归档的 PDF 文件 · the archived PDF file"))
    }

    @Test(
        "A wrong command line is status 64 and says so on standard error",
        arguments: [
            ["render"], ["render", "a.yaml", "--dpi", "7"], ["check", "a.yaml", "--short", "--json"],
            ["check", "a.yaml", "--lang", "fr"], ["typeset"], ["forms", "--no-such-option"],
            ["render", "a.yaml", "--copy-number", "1"], ["render", "a.yaml", "--copy-number", "000000"],
            ["render", "a.yaml", "--copy-number", "０００００１"], ["render", "a.yaml", "--copy-number", "00000a"],
            ["extract"], ["verify", "a.pdf", "--force"], ["impose"], ["impose", "a.pdf", "--as", "poster"],
            ["impose", "a.pdf", "--as", "two-up", "--imprint-last"], ["print", "a.pdf"],
            ["print", "a.pdf", "--printer", "http://a/"], ["print", "a.pdf", "--printer", "ipp://a/", "--copies", "0"],
            ["print", "a.pdf", "--printer", "ipp://a/", "--first", "000002"],
            ["print", "a.pdf", "--printer", "ipp://a/", "--numbered", "--first", "999999", "--copies", "2"],
            ["print", "a.pdf", "--printer", "ipp://a/", "--imprint-last"],
        ])
    func wrongUsage(arguments: [String]) throws {
        let run = try Program.shell(#""$YINFA" "$@""#, arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(!run.messages.isEmpty)
    }

    @Test(
        "What is wrong with a command line is said in Chinese too",
        arguments: [
            (["render"], "命令写错：缺少参数 <report>\n"), (["forms", "--no-such-option"], "命令写错：没有选项 --no-such-option\n"),
            (["check", "a.yaml", "--form"], "命令写错：--form <id> 后面缺少值\n"),
            (["check", "a.yaml", "--lang", "fr"], "命令写错：--lang <lang> 的值不对\n"),
            (["typeset"], "命令写错：不认识的命令或多余的参数 typeset\n"),
        ])
    func wrongUsageInChinese(arguments: [String], message: String) throws {
        let chinese = try Program.shell(#"LC_ALL=zh_CN.UTF-8 "$YINFA" "$@""#, arguments)
        #expect(chinese.status == 64)
        #expect(chinese.messages.hasPrefix(message), "\(chinese.messages)")
        let english = try Program.shell(#"LC_ALL=en_US.UTF-8 "$YINFA" "$@""#, arguments)
        #expect(english.status == 64 && english.messages.hasPrefix("Error:"), "\(english.messages)")
    }

    @Test("The forms are listed with the document that issued them")
    func forms() throws {
        let run = try Program.run("forms")
        #expect(run.status == 0)
        #expect(run.messages.isEmpty)
        #expect(run.output.contains("2021年版"))
        #expect(run.output.contains("国办公开办函〔2019〕60号"))
    }

    @Test("A program reads the same as JSON, under keys that stay")
    func json() throws {
        let run = try Program.run("forms", "--json")
        #expect(run.status == 0)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["command", "diagnostics", "result", "status", "summary"])
        #expect(object["command"] as? String == "forms")
        #expect(object["summary"] as? [String: Int] == ["errors": 0, "warnings": 0, "notes": 0])
    }

    @Test("A finding as JSON has its identifier, severity, fault, place and its message in both languages")
    func jsonFinding() throws {
        let run = try Program.run("forms", "--json", "--layouts", "/nowhere")
        #expect(run.status == 3)
        #expect(run.messages.isEmpty)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["result"] == nil)
        #expect(object["status"] as? Int == 3)
        let finding = try #require((object["diagnostics"] as? [[String: Any]])?.first)
        #expect(finding["id"] as? String == "resources.not-found")
        #expect(finding["severity"] as? String == "error")
        #expect(finding["fault"] as? String == "machine")
        #expect(Set((finding["message"] as? [String: String] ?? [:]).keys) == ["zh", "en"])
    }

    @Test("Messages are in the system's language unless --lang says which")
    func language() throws {
        let arguments = ["forms", "--layouts", "/nowhere"]
        #expect(try Program.run(arguments[0], arguments[1], arguments[2]).messages.hasPrefix("错误：找不到版式文件夹"))
        let german = try Program.run(
            arguments[0], arguments[1], arguments[2], environment: ["LC_ALL": "", "LANG": "de_DE.UTF-8"])
        #expect(german.messages.hasPrefix("error: cannot find the layouts folder"))
        #expect(german.messages.hasSuffix("1 error\n"))
        let chosen = try Program.run(arguments[0], arguments[1], arguments[2], "--lang", "en")
        #expect(chosen.messages == german.messages)
    }

    @Test("YINFA_HOME that leads nowhere is the machine's fault")
    func home() throws {
        let run = try Program.run("forms", environment: ["YINFA_HOME": "/nowhere"])
        #expect(run.status == 3)
        #expect(run.messages.contains("/nowhere/layouts"))
    }

    @Test("Standard output that takes nothing is noticed")
    func fullStandardOutput() throws {
        let run = try Program.shell(#""$YINFA" forms >/dev/full"#)
        #expect(run.status == 3)
        #expect(run.messages.hasPrefix("错误：写不了标准输出：磁盘空间不足 [output.disk-full]\n"))
    }

    @Test("Where nobody listens, the exit status still says how it went", arguments: ["2>&-", "2>/dev/full"])
    func nobodyListens(redirection: String) throws {
        #expect(try Program.shell("\"$YINFA\" forms --layouts /nowhere " + redirection).status == 3)
    }
}
