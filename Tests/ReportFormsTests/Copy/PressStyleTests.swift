import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("What a press is told is read from a layout; what cannot be printed is told with its place")
struct PressStyleTests {
    private static let good = """
        copy: press
        name: 样例
        press:
          bleed: 3mm
          least_rule: 0.25mm
          marks:
            offset: 3mm
            length: 5mm
            weight: 0.25mm
            registration: 3mm
          condition:
            identifier: FOGRA39
            info: coated paper
            registry: http://www.color.org
            profile: FOGRA39L.icc
        """

    @Test("The copy for the press: 3 mm of bleed, marks of 5 mm beyond it, nothing thinner than 0.25 mm, FOGRA39")
    func press() throws {
        let copy = try #require(try CopyLayout.load("press", in: Project.file("layouts/copies").path))
        let press = try #require(copy.press)
        let millimetre = 72 / 25.4
        #expect(abs(press.bleed - 3 * millimetre) < 0.001 && abs(press.leastRule - 0.25 * millimetre) < 0.001)
        #expect(press.marks.offset >= press.bleed && abs(press.margin - 8 * millimetre) < 0.001)
        #expect(press.condition.identifier == "FOGRA39" && press.condition.profile == "FOGRA39L.icc")
        #expect(copy.stamp == nil && !copy.pdfAOnly)
    }

    @Test("A condition that is in no registry names none")
    func unregistered() throws {
        let text = Self.good.replacing("    registry: http://www.color.org\n", with: "")
        #expect(try CopyLayout.parse(text, file: "press.yaml").press?.condition.registry == nil)
    }

    /// What is replaced, by what, and what is said; `▸` marks where the finding points.
    private static let mistakes: [(String, String, Diagnostic.ID)] = [
        ("bleed: 3mm", "bleed: ▸3", "value.type"), ("bleed: 3mm", "bleed: ▸30mm", "value.type"),
        ("bleed: 3mm", "▸blead: 3mm\n  bleed: 3mm", "value.unknown-key"),
        ("least_rule: 0.25mm", "least_rule: ▸0mm", "value.type"), ("length: 5mm", "length: ▸1m", "value.type"),
        ("press:\n  bleed: 3mm", "press:\n  ▸bleed: 4mm", "layout.press-marks"),
        (
            "press:\n  bleed: 3mm\n  least_rule: 0.25mm", "press:\n  ▸bleed: 3mm\n  least_rule: 0.3mm",
            "layout.press-marks"
        ),
        ("identifier: FOGRA39", "identifier: ▸涂布纸", "value.type"),
        ("identifier: FOGRA39", "identifier: ▸\"FOGRA39)/X(\"", "value.type"),
        ("identifier: FOGRA39", "identifier: ▸\"\"", "value.type"),
        ("name: 样例\npress:\n", "name: 样例\npdf_a_only: true\npress:\n  ▸", "layout.press-and-archive"),
    ]

    @Test("One mistake, one finding, at its place", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (old, new, id) = Self.mistakes[index]
        #expect(Self.good.contains(old))
        let marked = Self.good.replacing(old, with: new).replacing("▸  bleed", with: "▸bleed")
        let error = try #require(throws: DiagnosticsError.self) {
            try CopyLayout.parse(marked.replacing("▸", with: ""), file: "press.yaml")
        }
        #expect(error.diagnostics.map(\.id) == [id])
        let place = try #require(error.diagnostics.first?.place)
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("▸") })
        let column = lines[line].unicodeScalars.prefix { $0 != "▸" }.count + 1
        #expect(place.file == "press.yaml" && place.line == line + 1 && place.column == column, "\(place)")
    }

    @Test("A circle that is wider than the marks are long has no room; what is required is required")
    func missing() throws {
        for (old, new, id) in [
            ("registration: 3mm", "registration: 6mm", "layout.press-marks"),
            ("  least_rule: 0.25mm\n", "", "value.missing"), ("    profile: FOGRA39L.icc", "", "value.missing"),
        ] as [(String, String, Diagnostic.ID)] {
            let error = try #require(throws: DiagnosticsError.self) {
                try CopyLayout.parse(Self.good.replacing(old, with: new), file: "press.yaml")
            }
            #expect(error.diagnostics.map(\.id) == [id])
        }
    }
}
