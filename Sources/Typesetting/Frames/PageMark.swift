/// Neighbouring items of a page that belong to the same leaf: one marked-content sequence of a PDF.
public struct PageMark: Hashable, Sendable {
    public var leaf: LeafID
    /// Places in `Page.items`.
    public var items: [Int]

    public init(leaf: LeafID, items: [Int]) {
        self.leaf = leaf
        self.items = items
    }
}

extension Page {
    /// What belongs to the structure tree, in reading order. The place of a mark in this list is its number on the page:
    /// who draws the page and who writes the tree count alike.
    public var marks: [PageMark] {
        var marks: [PageMark] = []
        for (index, item) in items.enumerated() {
            guard let leaf = item.leaf else { continue }
            if marks.last?.leaf == leaf {
                marks[marks.count - 1].items.append(index)
            } else {
                marks.append(PageMark(leaf: leaf, items: [index]))
            }
        }
        return marks
    }

    /// What stands on the page and says nothing: rules, page numbers, repeated header rows.
    public var artifacts: [PageItem] { items.filter { $0.leaf == nil } }
}
