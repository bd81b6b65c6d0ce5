/// Neighbouring items of a page that belong to the same leaf and layer: one marked-content sequence of a PDF.
public struct PageMark: Hashable, Sendable {
    public var leaf: LeafID
    /// Whether it is text that is written; everything else is drawn.
    public var isWritten: Bool
    /// Its number on the page, from 0. Those of what is drawn come first, since Cairo numbers its marks itself.
    public var identifier = 0
    /// Places in `Page.items`.
    public var items: [Int]
}

/// What is drawn over the text, by itself.
public struct PageOverlay: Hashable, Sendable {
    /// Its place in `Page.items`.
    public var item: Int
    /// The number of its mark; nil where it has none.
    public var identifier: Int?
}

/// A page as a PDF shows it: what is drawn, over it the text of faces whose glyphs are written as text operators, and
/// over that what lies on the text.
/// Who draws and who writes take it from here, and count alike.
public struct PageLayers: Sendable {
    /// What belongs to the structure tree, in reading order.
    public private(set) var marks: [PageMark] = []
    /// Places of items without a mark: what stands on the page and says nothing (rules, page numbers, repeated header
    /// rows) or, where a document is not tagged, everything.
    public private(set) var drawnRest: [Int] = []
    public private(set) var writtenRest: [Int] = []
    public private(set) var overlays: [PageOverlay] = []

    /// - Parameter faces: those whose glyphs are written.
    public init(_ page: Page, isTagged: Bool, writing faces: Set<FaceID>) {
        for (index, item) in page.items.enumerated() {
            if item.isOverText {
                overlays.append(PageOverlay(item: index))
                continue
            }
            let isWritten = item.isWritten(in: faces)
            guard isTagged, let leaf = item.leaf else {
                if isWritten { writtenRest.append(index) } else { drawnRest.append(index) }
                continue
            }
            if let last = marks.last, last.leaf == leaf, last.isWritten == isWritten {
                marks[marks.count - 1].items.append(index)
            } else {
                marks.append(PageMark(leaf: leaf, isWritten: isWritten, items: [index]))
            }
        }
        var next = (drawn: 0, written: marks.count { !$0.isWritten })
        for index in marks.indices {
            if marks[index].isWritten {
                marks[index].identifier = next.written
                next.written += 1
            } else {
                marks[index].identifier = next.drawn
                next.drawn += 1
            }
        }
        mark(overlays: page, isTagged: isTagged, from: next.written)
    }

    /// Their marks come last: Cairo draws each as if it were a page, and does not mark it.
    private mutating func mark(overlays page: Page, isTagged: Bool, from first: Int) {
        var identifier = first
        drawnMarks = marks.filter { !$0.isWritten }
        for index in overlays.indices {
            guard isTagged, let leaf = page.items[overlays[index].item].leaf else { continue }
            overlays[index].identifier = identifier
            marks.append(
                PageMark(leaf: leaf, isWritten: false, identifier: identifier, items: [overlays[index].item]))
            identifier += 1
        }
    }

    /// Those of what is drawn below the text.
    public private(set) var drawnMarks: [PageMark] = []
    public var writtenMarks: [PageMark] { marks.filter(\.isWritten) }
}

extension PageItem {
    fileprivate var isOverText: Bool {
        guard case .image(let image) = content else { return false }
        return image.isOverText
    }

    fileprivate func isWritten(in faces: Set<FaceID>) -> Bool {
        guard case .glyphs(let run) = content else { return false }
        return faces.contains(run.face)
    }
}
