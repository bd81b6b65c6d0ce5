import ReportForms
import ReportModel
import ReportReading
import Testing

@Suite("Marked text in report files") struct MarkedTextTests {
    private func lead(_ yaml: String) throws -> [Block] {
        try Reading.yaml("agency: 柳河镇\nyear: 2022\nlead:\n\(yaml)\n").value.report.lead
    }

    @Test("Paragraphs and list items are strings, or pieces of which some are marked")
    func pieces() throws {
        let lead = try lead(
            """
              - 没有标记。
              - text: [前, {emphasis: 重点}, {strong: 强}, {underline: 线}, {dots: 点}, 10, {superscript: "2"}, {note: 脚注。}]
              - list:
                  - text: [{text: 几种, marks: [dots, emphasis]}, 后]
                  - 没有标记
            """)
        #expect(
            lead == [
                .paragraph("没有标记。"),
                .paragraph(
                    RichText([
                        .init("前"), .init("重点", [.emphasis]), .init("强", [.strong]), .init("线", [.underline]),
                        .init("点", [.dots]),
                        .init("10"), .init("2", [.superscript]), .note("脚注。"),
                    ])),
                .list(
                    List(
                        marker: .point,
                        items: [RichText([.init("几种", [.dots, .emphasis]), .init("后")]), "没有标记"])),
            ])
    }

    @Test("It is written as it would be by hand; text without marks stays a plain string")
    func writing() throws {
        var report = try Reading.yaml("agency: 柳河镇\nyear: 2022\n").value.report
        report.lead = [
            .paragraph("没有标记。"),
            .paragraph(
                RichText([.init("甲"), .init("乙", [.emphasis]), .init("丙", [.emphasis, .underline]), .note("注，一")])),
        ]
        let yaml = ReportWriter.yaml(report, form: nil)
        #expect(
            yaml.contains(
                """
                lead:
                  - 没有标记。
                  - text:
                      - 甲
                      - {emphasis: 乙}
                      - {text: 丙, marks: [emphasis, underline]}
                      - {note: 注，一}
                """), "\(yaml)")
    }

    @Test("What is wrong in a piece has its own place and a suggestion")
    func places() throws {
        let error = try #require(
            Reading.errors {
                try Reading.yaml("agency: 柳河镇\nyear: 2022\nlead:\n  - text:\n      - 甲\n      - {emphasys: 乙}\n")
            }.first)
        #expect(error.place?.line == 6)
        #expect(error.place?.path == "lead[0].text[1]")
        #expect(error.hint?.zh == "是不是“emphasis”？")
    }
}
