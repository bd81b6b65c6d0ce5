import Foundation
import ReportReading
import TestSupport
import Testing
import Yinfa

@Suite("What is exported is imported as it was") struct ExportRoundTripTests {
    @Test("Any report at all, by the formats that hold all of it", arguments: ["2019", "2021"] as [FormID])
    func wholeModel(formID: FormID) throws {
        let form = try Exported.form(formID)
        for seed in 1...10 as ClosedRange<UInt64> {
            var random = RandomReport(seed: seed)
            let report = random.report(form: form)
            for format in [ExportFormat.yaml, .json] {
                let back = try Exported.back(Exported.bytes(of: report, as: format), as: format).report.report
                try #require(back == report, "seed \(seed), \(format)")
            }
        }
    }

    @Test(
        "Any report by a workbook, which cannot tell a figure that is blank from one that is not there",
        arguments: ["2019", "2021"] as [FormID])
    func workbook(formID: FormID) throws {
        let form = try Exported.form(formID)
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = RandomReport(seed: seed)
            var report = random.report(form: form)
            for key in form.tables.flatMap(\.figureKeys) where report.figures[key] == nil {
                report.figures[key] = .blank
            }
            let back = try Exported.back(Exported.bytes(of: report, as: .xlsx), as: .xlsx).report.report
            try #require(back.figures == report.figures, "seed \(seed)")
            try #require(back == report, "seed \(seed): \(Self.difference(back, report))")
        }
    }

    @Test(
        "A report as offices write them, by what a page shows of it", arguments: ["2019", "2021"] as [FormID],
        [ExportFormat.docx, .html, .txt])
    func pages(formID: FormID, format: ExportFormat) throws {
        let form = try Exported.form(formID)
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = OrdinaryReport(seed: seed, extent: Self.extent(of: format))
            let report = try random.report(form: form)
            let back = try Exported.back(Exported.bytes(of: report, as: format), as: format).report.report
            try #require(back.figures == report.figures, "seed \(seed)")
            try #require(back == report, "seed \(seed): \(Self.difference(back, report))")
        }
    }

    @Test("The same report is the same file on every run", arguments: ExportFormat.allCases)
    func determinism(format: ExportFormat) throws {
        let report = try Exported.example("chaihudian-2022.yaml")
        #expect(
            try Exported.exporter.export(report, as: format).value == Exported.exporter.export(report, as: format).value
        )
    }

    private static func extent(of format: ExportFormat) -> OrdinaryReport.Extent {
        switch format {
        case .docx: [.marksAndTables, .titleBreaks]
        case .html: .marksAndTables
        default: []
        }
    }

    /// The first lines that differ.
    private static func difference(_ a: Report, _ b: Report) -> String {
        let (a, b) = (ReportWriter.yaml(a, form: nil), ReportWriter.yaml(b, form: nil))
        return zip(a.split(separator: "\n"), b.split(separator: "\n")).first { $0 != $1 }.map { "\($0) — \($1)" } ?? ""
    }
}
