internal import Typesetting

/// Writes the outline (ISO 32000-1 12.3.3), all of it open.
struct OutlineWriter {
    let document: LaidOutDocument
    /// The objects of the pages.
    let pages: [Int]

    private struct Item {
        var entry: OutlineEntry
        var number: Int
        var parent: Int
        var children: [Int] = []
        /// Of all levels below.
        var descendants = 0
    }

    /// Returns the number of its root; nil where the document has no outline.
    func write(into file: inout PDFFile) -> Int? {
        guard !document.outline.isEmpty else { return nil }
        let root = file.newNumber()
        let items = tree(root: root, in: &file)
        let top = items.indices.filter { items[$0].parent == root }
        for index in items.indices {
            let siblings =
                items[index].parent == root ? top : items.first { $0.number == items[index].parent }?.children ?? []
            file.put(text(of: items[index], at: index, among: siblings, items), as: items[index].number)
        }
        var text = PDFText("<</Type/Outlines/Count \(items.count)")
        append(children: top, of: items, to: &text)
        text.append(">>")
        file.put(text, as: root)
        return root
    }

    /// An entry belongs to the last one before it of a higher level.
    private func tree(root: Int, in file: inout PDFFile) -> [Item] {
        var items: [Item] = []
        var path: [Int] = []
        for entry in document.outline {
            while let last = path.last, items[last].entry.level >= entry.level { path.removeLast() }
            items.append(
                Item(entry: entry, number: file.newNumber(), parent: path.last.map { items[$0].number } ?? root))
            if let parent = path.last { items[parent].children.append(items.count - 1) }
            for ancestor in path { items[ancestor].descendants += 1 }
            path.append(items.count - 1)
        }
        return items
    }

    private func text(of item: Item, at index: Int, among siblings: [Int], _ items: [Item]) -> PDFText {
        var text = PDFText("<</Title")
        text.append(string: item.entry.title)
        text.append("/Parent \(item.parent) 0 R")
        if let place = siblings.firstIndex(of: index) {
            if place > 0 { text.append("/Prev \(items[siblings[place - 1]].number) 0 R") }
            if place + 1 < siblings.count { text.append("/Next \(items[siblings[place + 1]].number) 0 R") }
        }
        if item.descendants > 0 { text.append("/Count \(item.descendants)") }
        append(children: item.children, of: items, to: &text)
        text.append("/Dest[\(pages[item.entry.page]) 0 R/XYZ ")
        text.append(length: item.entry.position.x)
        text.append(" ")
        text.append(length: document.pages[item.entry.page].height - item.entry.position.y)
        text.append(" 0]>>")
        return text
    }

    private func append(children: [Int], of items: [Item], to text: inout PDFText) {
        guard let first = children.first, let last = children.last else { return }
        text.append("/First \(items[first].number) 0 R/Last \(items[last].number) 0 R")
    }
}
