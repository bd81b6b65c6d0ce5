import ReportForms
import ReportModel
import Testing

@testable import Typesetting

@Suite("Lists")
struct ListTests {
    private func lines(_ marker: List.Marker, _ shape: ItemShape) throws -> [VisibleLine] {
        let style = try LaidOut.style { $0.paragraph.items = shape }
        let item = RichText(String(repeating: "文", count: 60))
        let document = try LaidOut.document(
            LaidOut.report([.list(List(marker: marker, start: 10, items: [item, item]))]), style: style)
        return VisibleLine.lines(of: document).filter { $0.text.contains("文") }
    }

    private let cell = 156 / 28 / 25.4 * 72
    private let left = 28 / 25.4 * 72

    /// Widths of the numbers in cells: （10）, ⑩.
    private static let markers = [(List.Marker.parentheses, 3.0), (.circle, 1.0)]

    @Test("Indented: the number two characters in, further lines at the edge", arguments: markers)
    func indented(marker: List.Marker, label: Double) throws {
        let begins = try lines(marker, .indented).map { ($0.x - left) / cell }
        #expect(begins.count == 6)
        for (begin, expected) in zip(begins, [2 + label, 0, 0, 2 + label, 0, 0]) {
            #expect(abs(begin - expected) < 0.02)
        }
    }

    @Test("Hanging: further lines begin where the text after the number does", arguments: markers)
    func hanging(marker: List.Marker, label: Double) throws {
        let begins = try lines(marker, .hanging).map { ($0.x - left) / cell }
        #expect(begins.count == 6)
        for begin in begins { #expect(abs(begin - 2 - label) < 0.02) }
    }
}
