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

    @Test("What lies over the text comes after it, each mark by itself, with the last numbers")
    func overlays() throws {
        let picture = try ImageSource(
            bytes: Array(#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#.utf8))
        func image(leaf: Int?, isOverText: Bool) -> PageItem {
            let frame = Rectangle(x: 0, y: 0, width: 9, height: 9)
            return PageItem(
                .image(PlacedImage(image: picture, frame: frame, isOverText: isOverText)),
                leaf: leaf.map(LeafID.init(index:)))
        }
        var page = Self.page
        page.items += [
            image(leaf: 2, isOverText: true), image(leaf: 3, isOverText: true), image(leaf: 4, isOverText: false),
        ]
        let layers = PageLayers(page, isTagged: true, writing: [Self.written])
        #expect(layers.overlays.map(\.item) == [7, 8])
        #expect(layers.overlays.map(\.identifier) == [5, 6])
        #expect(layers.drawnMarks.map(\.items) == [[2], [9]] && layers.drawnMarks.map(\.identifier) == [0, 1])
        #expect(layers.marks.map(\.identifier).sorted() == Array(0...6))
        #expect(layers.marks.suffix(2).map(\.leaf.index) == [2, 3])
        let untagged = PageLayers(page, isTagged: false, writing: [Self.written])
        #expect(untagged.overlays.map(\.identifier) == [nil, nil] && untagged.drawnRest == [2, 5, 9])
    }

    @Test("Without tags, nothing is marked")
    func untagged() {
        let layers = PageLayers(Self.page, isTagged: false, writing: [Self.written])
        #expect(layers.marks.isEmpty && layers.drawnRest == [2, 5] && layers.writtenRest == [0, 1, 3, 4, 6])
    }
}
