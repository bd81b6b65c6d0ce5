import Foundation
import TestSupport
import Testing

@Suite("The findings of yinfa check, for people, in one line each, and for programs")
struct CheckOutputTests {
    let folder: TemporaryFolder
    let report: String
    let previous: String

    init() throws {
        folder = try TemporaryFolder()
        // Granted 3 where the rest of the table says 0: a column and a row fail, and cross.
        report = try folder.write(
            Specimen.yaml().replacing(
                "    granted: {natural_person: 0", with: "    granted: {natural_person: 3"),
            to: "报告.yaml")
        previous = try folder.write(
            Specimen.yaml(year: 2021).replacing(
                "    carried_out: {natural_person: 0, business: 0",
                with: "    carried_out: {natural_person: 0, business: 2"),
            to: "上年.yaml")
    }

    private func line(_ file: String, _ beginning: String) throws -> Int {
        let lines = try folder.read(file).split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.hasPrefix(beginning) }) + 1
    }

    @Test("For people: place, both sums, the difference, the line, the cell and the hint") func human() throws {
        let run = try Program.run("check", report)
        let line = try line("报告.yaml", "    granted:")
        #expect(run.status == 2)
        let messages = run.messages.replacing(folder.url.path + "/", with: "")
        #expect(
            messages.hasPrefix(
                """
                报告.yaml:\(line):31: 错误：表三“自然人”一列不平：办理结果总计 0，而予以公开 3 + 部分公开 0 + 不予公开 0 + 无法提供 0 + 不予处理 0 + 其他处理 0 = 3，相差 3（E2：（七）总计应等于（一）至（六）各行之和） [figures.column-does-not-balance]
                """))
        #expect(
            messages.contains("位置：表三 三、本年度办理结果／（一）予以公开 × 自然人，tables.applications.granted.natural_person\n"))
        #expect(messages.contains("提示：只有把「表三 三、本年度办理结果／（一）予以公开 × 自然人」由 3 改为 0"))
        #expect(messages.hasSuffix("2 个错误\n"))
    }

    @Test("Short: one line a finding, with its cell") func short() throws {
        let run = try Program.run("check", report, "--short", "--lang", "en")
        let lines = run.messages.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1].contains("error: 表三, row “予以公开” does not balance: 总计 0, but 自然人 3 + "))
        #expect(lines[1].hasSuffix("(表三 三、本年度办理结果／（一）予以公开 × 自然人) [figures.row-does-not-balance]"))
    }

    @Test("JSON: identifier, severity, place, cell and notes, of this year and last") func json() throws {
        let run = try Program.run("check", report, "--json", "--previous", previous)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(object["diagnostics"] as? [[String: Any]])
        #expect(
            findings.map { $0["id"] as? String } == [
                "figures.column-does-not-balance", "figures.row-does-not-balance",
                "figures.differs-from-previous-year",
            ])
        let first = try #require(findings[0]["place"] as? [String: Any])
        #expect(first["cell"] as? String == "表三 三、本年度办理结果／（一）予以公开 × 自然人")
        #expect(first["line"] as? Int == (try line("报告.yaml", "    granted:")))
        let note = try #require((findings[2]["notes"] as? [[String: Any]])?.first?["place"] as? [String: Any])
        #expect((note["file"] as? String)?.hasSuffix("上年.yaml") == true)
        #expect(note["line"] as? Int == (try line("上年.yaml", "    carried_out:")))
        #expect(findings[2]["severity"] as? String == "warning")
    }
}

@Suite("The examples, checked")
struct ExampleCheckTests {
    @Test(
        "Chaihudian's report has one warning: 2712 items against 1096, 520 and 160",
        arguments: ["txt", "yaml"])
    func chaihudian(ending: String) throws {
        let run = try Program.run("check", Project.file("Examples/chaihudian-2022.\(ending)").path, "--short")
        #expect(run.status == 0)
        let warnings = run.messages.split(separator: "\n").filter { $0.contains("警告：") }
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("1096 + 520 + 160 = 1776，总数为 2712，相差 936") == true)
        #expect(!run.messages.contains("错误："))
    }

    @Test("The specimen of 2024 is clean; that of 2020 has a blank and three strokes") func specimens() throws {
        #expect(try Program.run("check", Project.file("Examples/yunmeng-2024.yaml").path).messages == "")
        let linhai = try Program.run("check", Project.file("Examples/linhai-2020.json").path, "--short")
            .messages
        #expect(linhai.split(separator: "\n").count == 3)
        #expect(linhai.contains("[figures.blank]") && linhai.contains("[figures.struck-out]"))
    }
}
