import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("What is wrong in a style is told once, and nothing right beside it")
struct WrongStyleTests {
    private static let styles = Project.file("layouts/styles").path

    private func findings(_ changes: String) throws -> [Diagnostic] {
        let style = "style: wrong\nextends: gbt9704\n" + changes
        let base = try String(contentsOfFile: Self.styles + "/gbt9704.yaml", encoding: .utf8)
        let error = try #require(throws: DiagnosticsError.self) {
            try Style.parse(style, file: "wrong.yaml") { ($0 == "gbt9704" ? (base, "gbt9704.yaml") : nil) }
        }
        return error.diagnostics
    }

    @Test(
        "A value of the wrong kind is one finding, at its place",
        arguments: [
            "paper: {width: wide}", "paper: {height: wide}", "type_area: {binding: wide}", "type_area: {width: wide}",
            "type_area: {characters: many}", "type_area: {pitch: wide}", "text: {title: 1}", "text: {body: {size: wide}}",
            "text: {copy_number: {size: wide}}", "text: {emphasis: [1]}", "title: {before: wide}", "title: {pitch: -1mm}",
            "paragraph: {indent: wide}", "paragraph: {items: wide}", "notes: {pitch: wide}", "notes: {gap: wide}",
            "signature: {blank_lines: many}", "signature: {body_lines: many}", "page_number: {format: [1]}", "page_number: {side: wide}",
            "table: {sizes: []}", "table: {sizes: [wide]}", "table: {outer_rule: wide}", "table: {leading: wide}", "chart: {text: 1}",
            "chart: {height: wide}", "characters: {han_latin_gap: wide}", "characters: {loosest: wide}", "duplex: wide",
        ])
    func oneFinding(changes: String) throws {
        let findings = try findings(changes)
        #expect(findings.map(\.id) == ["value.type"])
        #expect(findings.first?.place?.file == "wrong.yaml")
    }

    @Test(
        "A grid that nothing can stand on is told", arguments: ["pitch: 0", "width: 0", "height: 0"])
    func noGrid(key: String) throws {
        #expect(try findings("type_area: {\(key)}").map(\.id) == ["style.grid"])
    }

    @Test("Several mistakes are several findings")
    func several() throws {
        let found = try findings("title: {before: wide, after: wide}\ncharts: 1\ntable: {gap: wide, gaps: 1}")
        #expect(found.map(\.id) == ["value.type", "value.type", "value.type", "value.unknown-key", "value.unknown-key"])
    }
}
