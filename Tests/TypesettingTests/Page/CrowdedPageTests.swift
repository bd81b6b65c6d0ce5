import ReportModel
import Testing

@testable import Typesetting

@Suite("More than a page holds")
struct CrowdedPageTests {
    private func words(_ count: Int) -> String { String(repeating: "文", count: count) }

    private func laidOut(_ content: [Block]) throws -> LaidOutDocument { try LaidOut.document(LaidOut.report(content)) }

    /// Every line within the type area, the lines of the page's number aside.
    private func expectInside(_ document: LaidOutDocument) {
        let foot = (37.0 + 225) / 25.4 * 72
        for line in VisibleLine.lines(of: document) where line.leaf != nil {
            #expect(line.baseline < foot, "page \(line.page + 1): \(line.text)")
        }
    }

    @Test("Headings without text between them go on to the next page", arguments: [15, 21, 22, 50])
    func headings(count: Int) throws {
        let headings = (1...count).map { _ in Block.heading(Heading(level: 2, text: "公开情况")) }
        let document = try laidOut(headings + [.paragraph(RichText(words(100)))])
        expectInside(document)
        #expect(VisibleLine.lines(of: document).count { $0.text.hasSuffix("公开情况") } == count)
    }

    @Test("Many notes on one page, and notes under a heading", arguments: [10, 15, 30])
    func notes(count: Int) throws {
        var spans: [RichText.Span] = []
        for _ in 0..<count { spans += [.text(words(30), marks: []), .note(words(80))] }
        let document = try laidOut([.heading(Heading(level: 2, text: "公开情况")), .paragraph(RichText(spans))])
        expectInside(document)
    }

    @Test("A note that no page holds is one error at its paragraph", arguments: [true, false])
    func endlessNote(underHeading: Bool) throws {
        let note = Block.paragraph(RichText([.text(words(30), marks: []), .note(words(4000))]))
        let content = underHeading ? [.heading(Heading(level: 2, text: "公开情况")), note] : [note]
        let error = try #require(throws: DiagnosticsError.self) { try laidOut(content) }
        #expect(error.diagnostics.map(\.id) == ["page.too-much"])
        #expect(error.diagnostics.first?.place?.path == "sections.overview.content[\(underHeading ? 1 : 0)]")
    }

    @Test("So is a table row that no page holds, under a heading too", arguments: [true, false])
    func endlessRow(underHeading: Bool) throws {
        let table = Block.table(NarrativeTable(rows: [[.init(text: "甲"), .init(text: words(6000))]]))
        let content = underHeading ? [.heading(Heading(level: 2, text: "公开情况")), table] : [table]
        let error = try #require(throws: DiagnosticsError.self) { try laidOut(content) }
        #expect(error.diagnostics.map(\.id) == ["table.row-too-tall"])
    }
}
