import Foundation
import TestSupport
import Testing
import Yinfa

/// A form that does not exist: a table with a subtotal row, a new column and a half-yearly block, put into a folder.
@Suite("A third form is a file, not a program")
struct ThirdFormTests {
    let folder: TemporaryFolder
    let forms: [Form]

    init() throws {
        folder = try TemporaryFolder()
        for name in ["2019.yaml", "2021.yaml"] {
            try folder.write(
                String(contentsOf: Project.file("layouts/forms/\(name)"), encoding: .utf8), to: name)
        }
        try folder.write(Self.form, to: "2031.yaml")
        forms = try FormLibrary.load(directory: folder.url.path)
    }

    private static let form = """
        id: "2031"
        name: 2031年版
        document: 虚构〔2031〕1号
        sections:
          - {key: overview, heading: 总体情况}
          - {key: requests, heading: 收到和处理申请情况, table: requests}
          - {key: remarks, heading: 备注, required: false}
        tables:
          - key: requests
            name: 申请表
            widths: [2, 4, 1, 1, 1, 1]
            bands:
              - areas:
                  - item item people people people total
                  - item item natural self_employed organisations total
                labels: {item: 事项, people: 申请人, natural: 自然人, self_employed: 个体工商户, organisations: 组织, total: 总计}
                columns: [natural, self_employed, organisations, total]
                rows:
                  - {key: received, label: 一、收到}
                  - key: results
                    label: 二、办理
                    rows:
                      - {key: open, label: 公开}
                      - {key: in_part, label: 部分公开}
                      - {key: open_subtotal, label: 公开小计}
                      - {key: refused, label: 不予公开}
                  - {key: pending, label: 三、未办结}
            checks:
              - {id: S, every: column, equation: open_subtotal = open + in_part, message: {zh: 小计应等于两行之和, en: the subtotal is the sum of two rows}}
              - {id: R, every: column, equation: received = open_subtotal + refused + pending, message: {zh: 收支应平衡, en: requests balance}}
              - {id: T, every: row, equation: total = natural + self_employed + organisations, message: {zh: 总计应等于各列之和, en: the total is the sum}}
              - {id: P, every: column, severity: warning, equation: received = previous(pending) + received - pending, message: {zh: 虚构的跨年关系, en: an invented relation}}
        topics: {requests: [申请]}
        claims:
          - {figures: [requests.received.total], topic: requests, says: ["收到…{n}件"], none: [未收到申请]}
        """

    private func read(_ requests: String, text: String = "全年收到申请12件。") throws -> SourcedReport {
        let yaml = """
            agency: 清水镇
            year: 2031
            sections:
              overview: [\(text)]
              requests: []
            tables:
              requests:
            \(requests.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            signature: {name: 清水镇人民政府, date: 2032-01-20}
            """
        return try ReportReader.read(path: try folder.write(yaml, to: "报告.yaml"), forms: forms).value
    }

    private let balanced = """
        received: [6, 2, 4, 12]
        open: [1, 1, 1, 3]
        in_part: [2, 0, 1, 3]
        open_subtotal: [3, 1, 2, 6]
        refused: [1, 1, 2, 4]
        pending: [2, 0, 0, 2]
        """

    private func check(_ report: SourcedReport) throws -> [Diagnostic] {
        let form = try #require(forms.first { $0.id == report.report.form })
        return ReportChecker.check(report.report, form: form, sources: report.sources)
    }

    @Test("A report file is read by its keys, and balances") func balances() throws {
        let report = try read(balanced)
        #expect(report.report.form == "2031")
        #expect(report.report.figures["requests", "open_subtotal", "self_employed"] == .count(1))
        #expect(try check(report) == [])
    }

    @Test("Its relations fail at their cells, with the line of the file") func fails() throws {
        let findings = try check(read(balanced.replacing("refused: [1, 1", with: "refused: [1, 5")))
        #expect(findings.map(\.id) == ["figures.column-does-not-balance", "figures.row-does-not-balance"])
        #expect(findings.map(\.place?.cell) == ["申请表 二、办理／不予公开 × 个体工商户", "申请表 二、办理／不予公开 × 个体工商户"])
        #expect(findings.map(\.place?.line) == [12, 12])
        #expect(findings[0].message.zh.contains("（R：收支应平衡）"))
        #expect(findings[0].hint?.zh.contains("由 5 改为 1") == true)
    }

    @Test("The text is held against it") func text() throws {
        #expect(try check(read(balanced, text: "全年收到申请13件。")).map(\.id) == ["narrative.contradicts-table"])
        #expect(try check(read(balanced, text: "全年未收到申请。")).map(\.id) == ["narrative.contradicts-table"])
    }

    @Test("Last year's report in a form without the table is a note") func lastYear() throws {
        let report = try read(balanced)
        var last = report.report
        last.year = 2030
        let old = try #require(forms.first { $0.id == "2021" })
        let findings = ReportChecker.check(
            report.report, form: try #require(forms.last), sources: report.sources,
            previous: PreviousReport(report: last, form: old, sources: report.sources))
        #expect(findings.map(\.id) == ["previous.other-form"])
    }
}
