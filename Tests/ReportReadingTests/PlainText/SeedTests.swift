import Foundation
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("The real report of Chaihudian, as Word gave it") struct SeedTests {
    /// The real input, in a folder `shared` beside the repository or beside a folder above it.
    private static var seed: String? {
        var folder = Project.root
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let path = folder.appending(path: "shared/seeds/chaihudian-2022.txt").path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        print("not run: the real input is not at hand (no folder “shared” beside the repository)")
        return nil
    }

    @Test("All of it is found: 200 figures, five sub-headings, seven items, contact, name and date")
    func whole() throws {
        guard let path = Self.seed else { return }
        let result = try ReportReader.read(path: path, forms: Reading.forms)
        let report = result.value.report
        #expect(report.agency == "滕州市柴胡店镇")
        #expect(report.year == 2022)
        #expect(report.form == "2021")
        #expect(report.period == Period(calendarYear: 2022))
        #expect(report.figures.count == 200)
        #expect(report.figures.keys.allSatisfy { report.figures[$0] == .count(0) })
        #expect(
            report.sections.map(\.key) == [
                .overview, .disclosure, .applications, .disputes, .problems, .other,
            ])
        #expect(report.sections.allSatisfy { $0.heading == nil })
        let headings = report.sections[0].content.compactMap {
            if case .heading(let heading) = $0 { heading } else { nil }
        }
        #expect(headings.count == 5)
        #expect(headings.allSatisfy { $0.level == 2 && $0.number == nil })
        guard case .list(let list)? = report.sections[5].content.first else {
            Issue.record("section six has no list: \(report.sections[5].content)")
            return
        }
        #expect(list.items.count == 7)
        #expect(list.marker == .comma)
        #expect(report.sections[5].content.count == 1)
        #expect(report.sections[1...3].allSatisfy { $0.content.isEmpty })
        #expect(report.contact?.telephone == "0632-2205128")
        #expect(report.signature?.names == ["柴胡店镇人民政府"])
        #expect(report.signature?.date == CalendarDate("2023-01-29"))
        #expect(report.signature?.sealed == false)
        #expect(report.unplaced.isEmpty)
        #expect(
            result.diagnostics.allSatisfy { $0.severity == .note },
            "\(result.diagnostics.filter { $0.severity > .note })")
        #expect(result.value.sources.place(of: "tables.applications.new.natural_person").line == 81)
    }
}
