import Foundation
import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("Nothing of the source is lost") struct NothingLostTests {
    @Test("Every Chinese character of the example is in the report, in a label of its form, or kept aside")
    func example() throws {
        let source = try String(contentsOf: Project.file("Examples/chaihudian-2022.txt"), encoding: .utf8)
        try check(source)
    }

    @Test("Nor where lines are strewn into it that nobody expects")
    func strewn() throws {
        let source = try String(contentsOf: Project.file("Examples/chaihudian-2022.txt"), encoding: .utf8)
        let strays = ["丨分享到微信", "一段没有来由的话。", "（九）忽然一个标题", "\t鼎鼐\t12\t甑", "\t觥筹", "9、第九项。", "注：匪夷所思", "八、鲲鹏"]
        var random = SeededGenerator(seed: 3)
        var readable = 0
        for _ in 0..<60 {
            var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let stray = strays.randomElement(using: &random) ?? ""
            let place = Int.random(in: 0...lines.count, using: &random)
            lines.insert(stray, at: place)
            do {
                try check(lines.joined(separator: "\n"), "with “\(stray)” as line \(place + 1)")
                readable += 1
            } catch let error as DiagnosticsError {
                #expect(error.diagnostics.hasErrors)
            }
        }
        #expect(readable > 20)
    }

    private func check(_ source: String, _ what: String = "") throws {
        let report = try Reading.text(source).value.report
        let form = try Reading.form(try #require(report.form))
        let kept = count(in: text(of: report, form))
        let withoutMarks = source.replacing(#/\[bookmark:[^\]]*\]/#, with: "")
        for (character, count) in count(in: withoutMarks) where kept[character, default: 0] < count {
            Issue.record(
                "“\(character)” stands \(count) times in the source and \(kept[character, default: 0]) times in the report \(what)"
            )
        }
    }

    /// Chinese characters, each with how often it occurs.
    private func count(in text: String) -> [Unicode.Scalar: Int] {
        text.unicodeScalars.reduce(into: [:]) { counts, scalar in
            if (0x4E00...0x9FFF).contains(scalar.value) { counts[scalar, default: 0] += 1 }
        }
    }

    /// All that a report shows: its words, its numbers as they are printed, and the labels of its form.
    private func text(of report: Report, _ form: Form) -> String {
        var text = report.title
        for (index, section) in report.sections.enumerated() {
            text += ["一", "二", "三", "四", "五", "六"][index]
            text += section.heading ?? form.section(section.key)?.heading ?? ""
            text += words(of: section.content)
        }
        text += words(of: report.lead) + (report.contact?.sentence ?? "")
        text += (report.signature?.names ?? []).joined() + (report.signature?.date.officialText ?? "")
        text += report.unplaced.map(\.text).joined()
        for cell in form.tables.flatMap(\.cells) {
            switch cell.content {
            case .header(let label), .stub(let label): text += label
            case .figure: break
            }
        }
        return text
    }

    private func words(of blocks: [Block]) -> String {
        var count = 0
        return blocks.map { block in
            switch block {
            case .paragraph(let text): return text.plain
            case .heading(let heading):
                if heading.level == 2 { count += 1 }
                let next = heading.level == 2 ? ["一", "二", "三", "四", "五", "六", "七", "八", "九"][count - 1] : ""
                return (heading.number ?? next) + heading.text
            case .list(let list): return list.items.map(\.plain).joined()
            case .table(let table): return table.rows.joined().map(\.text).joined()
            case .figure, .chart, .statutoryTable: return ""
            }
        }.joined()
    }
}
