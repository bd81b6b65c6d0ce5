import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@testable import Typesetting

@Suite("What a copy has on page one besides the report")
struct CopyMarkTests {
    private static func copy() throws -> CopyLayout? {
        try CopyLayout.load("archive", in: Project.file("layouts/copies").path)
    }

    private func laidOut(
        _ record: ArchiveRecord? = nil, style: Style? = nil, number: String? = nil
    ) throws -> Diagnosed<LaidOutDocument> {
        var report = LaidOut.report([.paragraph(RichText(String(repeating: "文", count: 2000)))])
        report.archive = record
        return try LaidOut.diagnosed(
            report, style: style, copy: Self.copy(), number: number.flatMap { CopyNumber(rawValue: $0) })
    }

    /// Size and text of each line that is filled in with this.
    private func lines(of organisation: String) throws -> [(size: Double, text: String)] {
        let page = try laidOut(ArchiveRecord(organisation: organisation)).value.pages[0]
        return page.items.compactMap { item in
            // The first 28 mm of the page are the stamp's.
            guard case .glyphs(let run) = item.content, item.ink == .black, let first = run.glyphs.first, first.y < 80,
                organisation.contains(run.text)
            else { return nil }
            return (run.size, run.text)
        }
    }

    @Test(
        "A value takes the largest size at which its cell holds it, in two lines if need be",
        arguments: [
            ("党办", 10.5, ["党办"]), ("办公室", 10.5, ["办公室"]), ("综合办公", 9, ["综合办公"]), ("党政办公室", 7.5, ["党政办公室"]),
            ("党政综合办公室", 6.5, ["党政综合", "办公室"]), ("清水镇党政综合办公室", 6.5, ["清水镇党政", "综合办公室"]),
        ])
    func sizes(value: String, size: Double, expected: [String]) throws {
        let found = try lines(of: value)
        #expect(found.map(\.text) == expected)
        #expect(found.allSatisfy { $0.size == size })
    }

    @Test("All fields that are too long are told at once")
    func tooLong() throws {
        let record = ArchiveRecord(
            fonds: "A123456789012", organisation: String(repeating: "办", count: 13), retention: "永久")
        let error = try #require(throws: DiagnosticsError.self) { try laidOut(record) }
        #expect(error.diagnostics.map(\.id) == ["archive.field-too-long", "archive.field-too-long"])
        #expect(error.diagnostics.map(\.place?.path) == ["archive.fonds", "archive.organisation"])
    }

    @Test("A number of pages that the report gives stands; one that is wrong is told")
    func pages() throws {
        let counted = try laidOut()
        let count = counted.value.pages.count
        #expect(count > 2 && counted.value.metadata.archive?.pages == count && counted.diagnostics.isEmpty)
        let right = try laidOut(ArchiveRecord(pages: count))
        #expect(right.diagnostics.isEmpty)
        let wrong = try laidOut(ArchiveRecord(pages: count + 1))
        #expect(wrong.value.metadata.archive?.pages == count + 1)
        #expect(wrong.diagnostics.map(\.id) == ["archive.pages-differ"])
    }

    @Test("Frame and names are red, everything else is black")
    func inks() throws {
        let document = try laidOut(ArchiveRecord(fonds: "1", year: 2023), number: "000001").value
        let red = document.pages[0].items.filter { $0.ink == .red }
        let texts = red.compactMap { if case .glyphs(let run) = $0.content { run.text } else { nil } }
        #expect(texts == ["全宗号", "年度", "件号", "机构（问题）", "保管期限", "页数"])
        #expect(red.count { if case .rule = $0.content { true } else { false } } == 7)
        #expect(document.pages.dropFirst().allSatisfy { $0.items.allSatisfy { $0.ink == .black } })
    }

    @Test(
        "The number of the copy has the first line to itself, even where a style sets the title at the top",
        arguments: [0.0, 29.6])
    func firstLine(before: Double) throws {
        let style = try LaidOut.style {
            $0.title.before = before
            $0.title.after = 0
        }
        let document = try laidOut(style: style, number: "000012").value
        let lines = VisibleLine.lines(of: document)
        let number = try #require(lines.firstIndex { $0.text == "000012" })
        let title = lines[number + 1]
        #expect(title.text.hasPrefix("清水镇"))
        #expect(lines[number].x == style.typeArea.binding)
        #expect(title.baseline - 0.88 * style.text.title.size >= style.typeArea.top + style.typeArea.cell - 0.01)
    }

    @Test("Without a layout there is neither stamp nor record")
    func plain() throws {
        var report = LaidOut.report([])
        report.archive = ArchiveRecord(fonds: "1")
        let document = try LaidOut.document(report)
        #expect(document.metadata.archive == nil)
        #expect(document.pages[0].items.allSatisfy { $0.ink == .black })
    }
}
