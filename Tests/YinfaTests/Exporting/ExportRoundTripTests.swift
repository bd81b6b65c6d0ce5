import Foundation
import ReportReading
import TestSupport
import Testing
import Yinfa

@Suite("What is exported is imported as it was") struct ExportRoundTripTests {
    @Test(
        "Any report at all, by every format", arguments: ["2019", "2021"] as [FormID], ExportFormat.allCases)
    func wholeModel(formID: FormID, format: ExportFormat) throws {
        let form = try Exported.form(formID)
        let pictures = try ["Examples/pages.png", "Examples/seals/样章.svg"].map {
            try [UInt8](Data(contentsOf: Project.file($0)))
        }
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = RandomReport(seed: seed, isPrintable: true)
            var report = SourcedReport(report: random.report(form: form), sources: SourceMap(file: "report.yaml"))
            for case .figure(let figure) in report.report.narrative.map(\.block) {
                report.pictures[figure.path] =
                    pictures[figure.path.utf8.last { $0 < 0x3A && $0 > 0x2F } == 0x33 ? 1 : 0]
            }
            let bytes = try Exported.exporter.export(report, as: format).value
            let back = try Exported.back(bytes, as: format).report.report
            let wanted = format.carriesPictures ? report.report.inFolder("images") : report.report
            try #require(back == wanted, "seed \(seed): \(Self.difference(back, wanted))")
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
        case .docx: [.marksAndTables, .notes, .titleBreaks]
        case .html: [.marksAndTables, .notes]
        default: []
        }
    }

    /// The first lines that differ.
    private static func difference(_ a: Report, _ b: Report) -> String {
        let (a, b) = (ReportWriter.yaml(a, form: nil), ReportWriter.yaml(b, form: nil))
        return zip(a.split(separator: "\n"), b.split(separator: "\n")).first { $0 != $1 }.map { "\($0) — \($1)" } ?? ""
    }
}

extension ExportFormat {
    fileprivate var carriesPictures: Bool { self == .docx || self == .html }
}

extension Report {
    /// With the pictures where an import puts those that a file carries.
    fileprivate func inFolder(_ folder: String) -> Report {
        var report = self
        report.changeNarrative { block in
            guard case .figure(var figure) = block else { return block }
            figure.path = folder + "/" + figure.path
            return .figure(figure)
        }
        return report
    }
}
