import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("One sheet, one template, a report for every township")
struct SheetBatchTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["figures.csv", "template.yaml"] {
            try FileManager.default.copyItem(
                atPath: Project.file("Examples/townships/" + name).path, toPath: folder.path(name))
        }
    }

    private func run(_ arguments: String...) throws -> Program.Run {
        try Program.run(
            ["batch", "figures.csv", "--template", "template.yaml", "-o", "out", "--name", "{agency}.pdf"] + arguments,
            in: folder.url.path)
    }

    @Test("The example: four townships, each with its own figures in its text; a changed row alone is done again")
    func example() throws {
        let first = try run()
        #expect(first.status == 0, "\(first.messages)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).count == 5)
        let text = try Program.shell("pdftotext \"$1\" - | tr -d ' \\n'", [folder.path("out/东岭镇.pdf")]).output
        #expect(text.contains("本年新收政府信息公开申请12件，结转下年度继续办理2件。") && text.contains("本年发生政府信息公开行政复议1件。"))
        let quiet = try Program.shell("pdftotext \"$1\" - | tr -d ' \\n'", [folder.path("out/清水镇.pdf")]).output
        #expect(quiet.contains("本年未收到政府信息公开申请，没有结转下年度继续办理的申请。") && !quiet.contains("本年发生"))

        try folder.write(
            try folder.read("figures.csv").replacing("清水镇,2024,1000", with: "清水镇,2024,1001"), to: "figures.csv")
        #expect(try run("--resume").output.hasPrefix("共 4 份：本次印发 1，此前已印发 3，没有印发 0"))
        try folder.write(try folder.read("template.yaml").replacing("有序开展", with: "稳步开展"), to: "template.yaml")
        #expect(try run("--resume").output.hasPrefix("共 4 份：本次印发 4，此前已印发 0，没有印发 0"))
    }

    @Test("Figures that do not balance are told with row and column of the sheet, and cost their row alone")
    func unbalanced() throws {
        let lines = try folder.read("figures.csv").split(separator: "\n")
        var cells = lines[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let column = try #require(
            lines[0].split(separator: ",").firstIndex { $0.contains("一、本年新收") && $0.hasSuffix("× 自然人") })
        cells[column] = "5"
        let character = cells[..<column].reduce(1) { $0 + $1.count + 1 }
        try folder.write(
            ([lines[0], lines[1], Substring(cells.joined(separator: ","))] + lines[3...]).joined(separator: "\n"),
            to: "figures.csv")
        let run = try run()
        #expect(run.status == 2)
        #expect(run.output.hasPrefix("共 4 份：本次印发 3"))
        #expect(run.messages.contains("figures.csv:3:\(character): 错误：表三"), "\(run.messages)")
    }

    @Test("A wrong column or a wrong template is told once, and no row is tried")
    func wrong() throws {
        try folder.write(try folder.read("figures.csv").replacing("年度,", with: "年渡,"), to: "figures.csv")
        let column = try run()
        #expect(
            column.status == 2 && column.messages.contains("figures.csv:1:6: 错误：")
                && column.messages.contains("[sheet.unknown-column]"))
        try folder.write(try folder.read("figures.csv").replacing("年渡,", with: "年度,"), to: "figures.csv")
        try folder.write(try folder.read("template.yaml").replacing("text.发布信息", with: "text.信息"), to: "template.yaml")
        let template = try run()
        #expect(template.messages.split(separator: "\n").count { $0.contains("[template.unknown]") } == 1)
        #expect(template.output.hasPrefix("共 1 份：本次印发 0"))
    }
}
