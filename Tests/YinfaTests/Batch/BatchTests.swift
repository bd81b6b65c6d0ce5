import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("A batch: every report is issued once, and accounted for")
struct BatchTests {
    @Test("The PDFs are those of `render`, with 1, 2 and 16 workers, and lie as the reports do")
    func sameBytes() throws {
        let townships = try Townships(6)
        let one = try townships.run("-j", "1", output: "one")
        #expect(one.status == 0, "\(one.messages)")
        #expect(one.output.contains("共 6 份：本次印发 6，此前已印发 0，没有印发 0"))
        let pdfs = try townships.pdfs("one")
        #expect(Set(pdfs.keys) == Set((0..<6).map { Townships.path($0).dropFirst(8).dropLast(5) + ".pdf" }))
        for workers in ["2", "16"] {
            _ = try townships.run("-j", workers, output: workers)
            #expect(try townships.pdfs(workers) == pdfs)
        }
        for number in [0, 5] {
            let alone = townships.folder.path("alone.pdf")
            _ = try Program.run("render", townships.folder.path(Townships.path(number)), "-o", alone)
            #expect(pdfs["\(number == 0 ? "东县" : "西县")/\(number).pdf"] == (try Data(contentsOf: URL(filePath: alone))))
        }
    }

    @Test("The manifest has a line for each report, with hashes that sha256sum finds too")
    func manifest() throws {
        let townships = try Townships(3)
        _ = try townships.run()
        let outcomes = try townships.outcomes()
        #expect(outcomes.map(\.report).sorted() == ["reports/东县/0.yaml", "reports/东县/2.yaml", "reports/西县/1.yaml"])
        for outcome in outcomes {
            #expect(outcome.status == .issued && outcome.year == 2022 && outcome.pages == 3)
            let output = try #require(outcome.output)
            let sums = try Program.shell(
                "cd \"$1\" && sha256sum \"$2\" \"$3\"", [townships.folder.url.path, outcome.report, output])
            #expect(
                sums.output
                    == "\(outcome.proof?.input ?? "")  \(outcome.report)\n\(outcome.proof?.output ?? "")  \(output)\n")
        }
    }

    @Test("Names are made of what reports say, and of where they lie")
    func names() throws {
        let townships = try Townships(2)
        let run = try townships.run("--name", "{year}/{county}/{agency}-{year}.pdf")
        #expect(run.status == 0, "\(run.messages)")
        #expect(
            Set(try townships.pdfs().keys) == ["2022/东县/清水0镇-2022.pdf", "2022/西县/清水1镇-2022.pdf"])
    }

    @Test("Reports that would take each other's name: none of them is written, and all others are")
    func collision() throws {
        let townships = try Townships(4)
        try townships.folder.write(Specimen.yaml(agency: "清水2镇"), to: "reports/东县/twin.yaml")
        let run = try townships.run("--name", "{agency}.pdf", "--lang", "zh")
        #expect(run.status == 2)
        #expect(Set(try townships.pdfs().keys) == ["清水0镇.pdf", "清水1镇.pdf", "清水3镇.pdf"])
        #expect(run.messages.split(separator: "\n").count { $0.contains("[output.collision]") } == 2)
    }

    @Test("JSON Lines on standard input: each line a report, and a wrong one is told with its line")
    func jsonLines() throws {
        let townships = try Townships(2)
        let script = """
            cd "$1"
            for n in 东县/0 西县/1; do "$YINFA" import reports/$n.yaml --to json 2>/dev/null | tr -d '\\n'; echo; done >all.jsonl
            printf '\\n{"agency": "清水3镇", "year": 22}\\n' >>all.jsonl
            "$YINFA" batch - -o out --name '{agency}.pdf' <all.jsonl
            """
        let run = try Program.shell(script, [townships.folder.url.path])
        #expect(run.status == 2)
        #expect(run.messages.contains("-:4:28: 错误：此处应为1949 到 2999 之间的整数"), "\(run.messages)")
        _ = try townships.run("--name", "{agency}.pdf", output: "plain")
        #expect(try townships.pdfs() == townships.pdfs("plain"))
    }

    @Test("A list, a pattern and a file named by itself; what is not there is told, and one named twice is issued once")
    func inputs() throws {
        let townships = try Townships(4)
        try townships.folder.write("# 东县\n东县/0.yaml\n\n东县/没有.yaml\n", to: "reports/list.txt")
        let run = try townships.run(
            "--list", "reports/list.txt", "--name", "{stem}.pdf",
            inputs: ["reports/西县/[0-9].yaml", "reports/东县/0.yaml", "reports/*.json"])
        #expect(run.status == 2)
        #expect(Set(try townships.pdfs().keys) == ["0.pdf", "1.pdf", "3.pdf"])
        #expect(run.messages.contains("reports/东县/没有.yaml: 错误：找不到文件"))
        #expect(run.messages.contains("没有符合“reports/*.json”的文件 [input.no-match]"))
    }

    @Test("Warnings are counted, and --strict ends with 1; a program reads the same as JSON, with nothing beside it")
    func warnings() throws {
        let townships = try Townships(3)
        try townships.write(1, paragraph: "全年发布信息10条，其中网站3条，微信4条。")
        #expect(try townships.run().status == 0)
        let strict = try townships.run("--strict")
        #expect(strict.status == 1 && strict.messages.contains("有 1 份报告有警告 [batch.warnings]"))
        let run = try townships.run("--json")
        #expect(run.messages.isEmpty && run.status == 0)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let result = try #require(json["result"] as? [String: Any])
        #expect(result["issued"] as? Int == 3 && result["warned"] as? Int == 1 && result["failed"] as? Int == 0)
    }

    @Test(
        "On a terminal there is a bar with rate and time left, which is gone at the end; elsewhere lines, with --quiet none"
    )
    func progress() throws {
        let townships = try Townships(6)
        let terminal = try Program.shell(
            "cd \"$1\"; script -qec \"'$YINFA' batch reports -o out --lang en\" /dev/null", [townships.folder.url.path])
        #expect(terminal.output.contains("\r\u{1B}[2K[########"), "\(terminal.output)")
        #expect(terminal.output.contains(" a second, 00:0"))
        #expect(terminal.output.contains("\u{1B}[2K6 reports: 6 issued"))
        let lines = try townships.run("--lang", "en")
        #expect(lines.messages.contains(#/^0/6\n(?:[1-5]/6.*\n)*6/6, /#) && !lines.messages.contains("\u{1B}"))
        #expect(try townships.run("--quiet").messages.hasPrefix("说明："))
    }

    @Test("The page for the office is complete in itself, and says which reports failed and why")
    func summary() throws {
        let townships = try Townships(2)
        try townships.folder.write("agency: <清水>\n", to: "reports/东县/<b>.yaml")
        let run = try townships.run("--summary", "汇总.html", "--summary", "汇总.json")
        #expect(run.status == 2)
        let page = try townships.folder.read("汇总.html")
        #expect(page.contains("<td>reports/东县/&lt;b&gt;.yaml</td>") && !page.contains("<b>"))
        #expect(!page.contains("http") && !page.contains("<script") && !page.contains("src="))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(townships.folder.read("汇总.json").utf8)) as? [String: Any])
        #expect(json["issued"] as? Int == 2 && json["failed"] as? Int == 1 && json["pages"] as? Int == 6)
    }
}
