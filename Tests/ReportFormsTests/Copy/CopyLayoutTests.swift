import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("Layouts of copies are files; what is wrong in them is told with its place")
struct CopyLayoutTests {
    private static let copies = Project.file("layouts/copies").path
    private static let styles = Project.file("layouts/styles").path

    private static let good = """
        copy: kept
        name: 样例
        style:
          duplex: true
        stamp:
          width: 45mm
          height: 16mm
          top: 12mm
          outer_rule: 0.35mm
          inner_rule: 0.25mm
          padding: 0.5mm
          label: {face: figures, size: 七号}
          value: {face: figures, sizes: [五号, 小五]}
          rows:
            - {fonds: 全宗号, year: 年度}
            - {item: 件号, pages: 页数}
        """

    private func loaded(_ text: String) throws -> Style {
        let roles: Set<FontRole> = ["title", "body", "heading", "subheading", "figures"]
        let copy = try CopyLayout.parse(text, file: "kept.yaml", id: "kept", roles: roles)
        return try Style.load("gbt9704", in: Self.styles, for: copy, roles: roles)
    }

    @Test("The archive copy: six equal cells of 15 × 8 mm, in 45 × 16 mm, above the type area; even pages mirrored")
    func archive() throws {
        let copy = try #require(try CopyLayout.load("archive", in: Self.copies))
        let stamp = try #require(copy.stamp)
        let millimetre = 72 / 25.4
        #expect(abs(stamp.cellWidth - 15 * millimetre) < 0.001 && abs(stamp.cellHeight - 8 * millimetre) < 0.001)
        #expect(stamp.rows.joined().map(\.label) == ["全宗号", "年度", "件号", "机构（问题）", "保管期限", "页数"])
        #expect(Set(stamp.rows.joined().map(\.field)) == Set(ArchiveRecord.Field.allCases))
        #expect(copy.pdfAOnly)
        let plain = try Style.load("gbt9704", in: Self.styles)
        var kept = try Style.load("gbt9704", in: Self.styles, for: copy)
        #expect(!plain.duplex && kept.duplex)
        kept.duplex = false
        #expect(kept == plain)
    }

    @Test("The plain layout is no file; the others are listed")
    func names() throws {
        #expect(try CopyLayout.load(CopyLayout.plain, in: Self.copies) == nil)
        #expect(CopyLayout.names(in: Self.copies) == ["archive", "press"])
        #expect(CopyLayout.names(in: "/nowhere").isEmpty)
    }

    /// What is replaced, by what, and what is said; `▸` marks where the finding points.
    private static let mistakes: [(String, String, Diagnostic.ID)] = [
        ("copy: kept\n", "▸copi: kept\ncopy: kept\n", "value.unknown-key"),
        ("copy: kept\n", "copy: ▸keep\n", "layout.other-name"),
        ("label: {face: figures", "label: {face: ▸figure", "fonts.unknown-role"),
        ("value: {face: figures", "value: {face: ▸figure", "fonts.unknown-role"),
        ("duplex: true", "duplex: ▸maybe", "value.type"),
        ("duplex: true", "▸duplexx: true", "value.unknown-key"),
        ("duplex: true", "type_area: {top: ▸wide}", "value.type"),
        ("  width: 45mm", "  width: ▸45", "value.type"),
        ("  width: 45mm", "  width: ▸3字", "value.type"),
        ("  top: 12mm", "  top: ▸-1mm", "value.type"),
        ("  padding: 0.5mm", "  padding: ▸30mm", "value.type"),
        ("size: 七号", "size: ▸3pt", "value.type"),
        ("sizes: [五号, 小五]", "sizes: [五号, ▸80pt]", "value.type"),
        ("sizes: [五号, 小五]", "sizes: ▸[]", "value.type"),
        ("year: 年度", "▸yaer: 年度", "value.unknown-key"),
        ("stamp:\n  width: 45mm", "stamp:\n  ▸width: 45mm", "layout.stamp-rows"),
        ("stamp:\n  width: 45mm", "stamp:\n  ▸width: 180mm", "layout.stamp-covers-text"),
        ("stamp:\n  width: 45mm\n  height: 16mm", "stamp:\n  ▸width: 45mm\n  height: 30mm", "layout.stamp-covers-text"),
        ("stamp:\n  width: 45mm\n  height: 16mm", "stamp:\n  ▸width: 45mm\n  height: 5mm", "layout.stamp-cells"),
    ]

    @Test("One mistake, one finding, at its place", arguments: mistakes.indices)
    func mistake(index: Int) throws {
        let (old, new, id) = Self.mistakes[index]
        var base = Self.good
        if id == "layout.stamp-rows" { base = base.replacing(", pages: 页数", with: "") }
        #expect(base.contains(old))
        let marked = base.replacing(old, with: new)
        let error = try #require(throws: DiagnosticsError.self) { try loaded(marked.replacing("▸", with: "")) }
        #expect(error.diagnostics.map(\.id) == [id])
        let place = try #require(error.diagnostics.first?.place)
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("▸") })
        let column = lines[line].unicodeScalars.prefix { $0 != "▸" }.count + 1
        #expect(place.file == "kept.yaml" && place.line == line + 1 && place.column == column, "\(place)")
    }

    @Test("A stamp has no room above the text of a style with a small upper margin")
    func smallMargin() throws {
        let text = Self.good.replacing("duplex: true", with: "type_area: {top: 25mm}")
        let error = try #require(throws: DiagnosticsError.self) { try loaded(text) }
        #expect(error.diagnostics.map(\.id) == ["layout.stamp-covers-text"])
        #expect(error.diagnostics.first?.message.en.contains("28.2 mm") == true)
    }

    @Test("The same field in two cells, and a required key left out")
    func twice() throws {
        for (text, id) in [
            (Self.good.replacing("pages: 页数", with: "fonds: 页数"), "layout.stamp-rows"),
            (Self.good.replacing("name: 样例\n", with: ""), "value.missing"),
            (Self.good.replacing("  padding: 0.5mm\n", with: ""), "value.missing"),
        ] as [(String, Diagnostic.ID)] {
            let error = try #require(throws: DiagnosticsError.self) { try loaded(text) }
            #expect(error.diagnostics.map(\.id) == [id])
        }
    }

    @Test(
        "A number of a copy has six digits and is not zero",
        arguments: [
            ("000001", true), ("999999", true), ("000000", false), ("1", false), ("0000001", false), ("００００01", false),
            ("00001a", false), ("", false),
        ])
    func copyNumbers(text: String, isNumber: Bool) { #expect((CopyNumber(rawValue: text) != nil) == isNumber) }
}
