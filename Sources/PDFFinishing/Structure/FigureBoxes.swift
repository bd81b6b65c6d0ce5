internal import Typesetting

/// What room figures take on their pages, as arrays of left, bottom, right and top in the space of the page.
struct FigureBoxes {
    private var boxes: [LeafID: PDFText] = [:]

    init(_ document: LaidOutDocument, marks: [[PageMark]]) {
        var figures: Set<LeafID> = []
        for element in document.structure.elements {
            guard case .figure = element.kind else { continue }
            for case .leaf(let leaf) in element.children { figures.insert(leaf) }
        }
        guard !figures.isEmpty else { return }
        for (page, marks) in zip(document.pages, marks) {
            var items: [LeafID: [PageItem.Content]] = [:]
            for mark in marks where figures.contains(mark.leaf) {
                items[mark.leaf, default: []] += mark.items.map { page.items[$0].content }
            }
            for (leaf, contents) in items { boxes[leaf] = FigureBoxes.text(Extent(contents), on: page) }
        }
    }

    func box(of leaf: LeafID) -> PDFText? { boxes[leaf] }

    private static func text(_ extent: Extent, on page: Page) -> PDFText {
        var text = PDFText()
        text.append(
            Rectangle(
                x: extent.left, y: extent.top, width: extent.right - extent.left, height: extent.bottom - extent.top),
            on: page)
        return text
    }
}

/// The least rectangle around what is drawn; y grows downwards.
private struct Extent {
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity

    init(_ contents: [PageItem.Content]) {
        for content in contents { add(content) }
    }

    private mutating func add(_ content: PageItem.Content) {
        switch content {
        case .image(let image):
            add(Point(x: image.frame.x, y: image.frame.y))
            add(Point(x: image.frame.right, y: image.frame.bottom))
        case .rule(let rule):
            add(rule.from)
            add(rule.to)
        case .glyphs(let run):
            // A glyph stands in an em box, of which 0.88 are above the baseline.
            for glyph in run.glyphs {
                add(Point(x: glyph.x, y: glyph.y - 0.88 * run.size))
                add(Point(x: glyph.x + run.size, y: glyph.y + 0.12 * run.size))
            }
        case .shape(let shape):
            for segment in shape.segments {
                switch segment {
                case .move(let point), .line(let point): add(point)
                // A curve stays within its control points.
                case .curve(let first, let second, let end): [first, second, end].forEach { add($0) }
                case .close: break
                }
            }
        }
    }

    private mutating func add(_ point: Point) {
        left = min(left, point.x)
        top = min(top, point.y)
        right = max(right, point.x)
        bottom = max(bottom, point.y)
    }
}
