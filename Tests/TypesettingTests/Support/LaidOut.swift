import Foundation
import ReportForms
import ReportModel
import TestSupport

@testable import Typesetting

/// Documents laid out with the fake faces in the style of official documents.
enum LaidOut {
    static func style(_ change: (inout Style) -> Void = { _ in }) throws -> Style {
        var style = try Style.load("gbt9704", in: Project.file("layouts/styles").path)
        change(&style)
        return style
    }

    static func document(_ report: Report, form: FormID = "2021", style: Style? = nil) throws -> LaidOutDocument {
        try diagnosed(report, form: form, style: style).value
    }

    static func diagnosed(
        _ report: Report, form: FormID = "2021", style: Style? = nil, copy: CopyLayout? = nil,
        number: CopyNumber? = nil,
        sealing: Sealing = Sealing()
    ) throws -> Diagnosed<LaidOutDocument> {
        let style = try style ?? self.style()
        let forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
        guard let form = forms.first(where: { $0.id == form }) else { throw NoForm() }
        let composition = try Composer(
            report: report, form: form, style: style, copy: copy, copyNumber: number, sealing: sealing
        ).compose()
        return try Typesetter(style: style, shaper: FakeShaper()).layOut(composition)
    }

    struct NoForm: Error {}

    /// A report whose sections all hold what is given; the tables are empty of figures.
    static func report(_ content: [Block], lead: [Block] = [], signature: Signature? = nil) -> Report {
        Report(
            agency: "清水镇", year: 2022,
            period: Period(
                from: CalendarDate(year: 2022, month: 1, day: 1)!, to: CalendarDate(year: 2022, month: 12, day: 31)!),
            title: "清水镇2022年政府信息公开工作年度报告", lead: lead,
            sections: [Section(key: .overview, content: content)], signature: signature)
    }
}

/// What a reader of the pages sees: lines of glyphs that stand on one baseline.
struct VisibleLine: Hashable {
    var page: Int
    var x: Double
    var baseline: Double
    var text: String
    var leaf: LeafID?

    static func lines(of document: LaidOutDocument) -> [VisibleLine] {
        var result: [VisibleLine] = []
        for (page, content) in document.pages.enumerated() {
            for item in content.items {
                guard case .glyphs(let run) = item.content, let first = run.glyphs.first else { continue }
                if let last = result.last, last.page == page, item.leaf != nil, last.leaf == item.leaf,
                    abs(last.baseline - first.y) < 0.01
                {
                    result[result.count - 1].text += run.text
                } else {
                    result.append(
                        VisibleLine(page: page, x: first.x, baseline: first.y, text: run.text, leaf: item.leaf))
                }
            }
        }
        return result
    }
}
