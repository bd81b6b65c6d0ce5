import Foundation
import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("The examples of the repository") struct ExampleTests {
    static let names = [
        "chaihudian-2022.yaml", "chaihudian-2022.txt", "linhai-2020.json", "yunmeng-2024.yaml",
    ]

    @Test("Each is read without a warning, and with every figure of its form", arguments: names)
    func reading(name: String) throws {
        let result = try Reading.example(name)
        let report = result.value.report
        let form = try Reading.form(try #require(report.form))
        #expect(report.figures.keys == form.tables.flatMap(\.figureKeys).sorted())
        #expect(report.unplaced.isEmpty)
        #expect(result.diagnostics.filter { $0.severity > .note } == [])
    }

    @Test("There is no example that these tests do not know")
    func all() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: Project.file("Examples").path)
            .filter { ReportFormat(fileName: $0) != nil }
        #expect(found.sorted() == Self.names.sorted())
    }

    @Test("The text out of Word says the same as the file written by hand")
    func textEqualsYAML() throws {
        let text = try Reading.example("chaihudian-2022.txt").value.report
        let yaml = try Reading.example("chaihudian-2022.yaml").value.report
        #expect(text.lead == yaml.lead)
        for (a, b) in zip(text.sections, yaml.sections) { #expect(a == b) }
        #expect(text == yaml)
    }

    @Test(
        "The equations hold in the specimens with large figures",
        arguments: ["linhai-2020.json", "yunmeng-2024.yaml"])
    func arithmetic(name: String) throws {
        let figures = try Reading.example(name).value.report.figures
        func count(_ table: TableKey, _ row: RowKey, _ column: ColumnKey) throws -> Int {
            guard case .count(let count)? = figures[table, row, column] else {
                throw DiagnosticsError([])
            }
            return count
        }
        let rows = Set(figures.keys.filter { $0.table == .applications }.map(\.row))
        let columns = Set(figures.keys.filter { $0.table == .applications }.map(\.column))
        let results = rows.subtracting(["new", "carried_in", "results_total", "carried_out"])
        for column in columns {
            let total = try count(.applications, "results_total", column)
            #expect(try results.reduce(0) { try $0 + count(.applications, $1, column) } == total)
            #expect(
                try count(.applications, "new", column) + count(.applications, "carried_in", column)
                    == total + count(.applications, "carried_out", column))
        }
        for row in rows {
            let parts = try columns.subtracting(["total"]).reduce(0) {
                try $0 + count(.applications, row, $1)
            }
            #expect(try parts == count(.applications, row, "total"))
        }
        for row in ["reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"] as [RowKey] {
            let parts = try (["upheld", "corrected", "other", "pending"] as [ColumnKey]).reduce(0) {
                try $0 + count(.disputes, row, $1)
            }
            #expect(try parts == count(.disputes, row, "total"))
        }
    }
}
