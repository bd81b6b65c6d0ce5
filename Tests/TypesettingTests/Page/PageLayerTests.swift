import Testing
import Typesetting

@Suite("What of a page is drawn, and what is written over it")
struct PageLayerTests {
    private static let written = FaceID(index: 0)
    private static let drawn = FaceID(index: 1)

    private static func text(_ face: FaceID, leaf: Int?) -> PageItem {
        PageItem(.glyphs(GlyphRun(face: face, size: 16)), leaf: leaf.map(LeafID.init(index:)))
    }

    private static let page = Page(
        width: 595, height: 842, label: "1",
        items: [
            text(written, leaf: 0), text(written, leaf: 0), text(drawn, leaf: 0), text(written, leaf: 0),
            text(written, leaf: 1),
            PageItem(.rule(Rule(from: Point(x: 0, y: 0), to: Point(x: 9, y: 0), width: 1))), text(written, leaf: nil),
        ])

    @Test("A paragraph with a word in a face that is drawn stays in reading order; Cairo's numbers come first")
    func marks() {
        let layers = PageLayers(Self.page, isTagged: true, writing: [Self.written])
        #expect(layers.marks.map(\.leaf.index) == [0, 0, 0, 1])
        #expect(layers.marks.map(\.items) == [[0, 1], [2], [3], [4]])
        #expect(layers.marks.map(\.isWritten) == [true, false, true, true])
        #expect(layers.marks.map(\.identifier) == [1, 0, 2, 3])
        #expect(layers.drawnRest == [5] && layers.writtenRest == [6])
    }

    @Test("Without tags, nothing is marked")
    func untagged() {
        let layers = PageLayers(Self.page, isTagged: false, writing: [Self.written])
        #expect(layers.marks.isEmpty && layers.drawnRest == [2, 5] && layers.writtenRest == [0, 1, 3, 4, 6])
    }
}
