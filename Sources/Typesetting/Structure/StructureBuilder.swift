internal import ReportModel

/// Builds the structure tree block by block, and gives out the leaves that the set text is marked with.
struct StructureBuilder {
    private(set) var tree = StructureTree()
    private var leafCount = 0
    private var headerCount = 0
    private(set) var fieldCount = 0
    /// A caption waits here for the table below it.
    private var pendingCaption: StructureElement?

    mutating func newLeaf() -> LeafID {
        defer { leafCount += 1 }
        return LeafID(index: leafCount)
    }

    // MARK: Paragraphs

    /// A paragraph, heading, list item or caption; returns the leaf of each of its spans.
    mutating func add(_ role: ParagraphRole, spans: [TextSpan]) -> [LeafID] {
        var leaves: [LeafID] = []
        var children: [StructureElement.Child] = []
        var label: StructureElement?
        for (index, span) in spans.enumerated() {
            // Spans that differ only in their type are one piece of text.
            if index > 0, span.role == .text, spans[index - 1].role == .text, let last = leaves.last {
                leaves.append(last)
                continue
            }
            let leaf = newLeaf()
            leaves.append(leaf)
            switch span.role {
            case .text: children.append(.leaf(leaf))
            case .label: label = StructureElement(.label, [.leaf(leaf)])
            case .noteReference(let number):
                children.append(.element(StructureElement(.noteReference(number: number), [.leaf(leaf)])))
            }
        }
        switch role {
        case .body: append(StructureElement(.paragraph, children))
        case .heading(let level): append(StructureElement(.heading(level: level), children))
        case .listItem(let isFirst): append(item: label, children, isFirst: isFirst)
        case .captionBelow: appendToFigure(StructureElement(.caption, children))
        case .captionAbove:
            flush()
            pendingCaption = StructureElement(.caption, children)
        case .note(let number):
            append(StructureElement(.note(number: number), (label.map { [.element($0)] } ?? []) + children))
        }
        return leaves
    }

    private mutating func append(item label: StructureElement?, _ children: [StructureElement.Child], isFirst: Bool) {
        let parts = [label, StructureElement(.listBody, children)].compactMap { $0 }
        let item = StructureElement(.listItem, parts.map { .element($0) })
        // The notes of an item do not end its list.
        let last = tree.elements.lastIndex { if case .note = $0.kind { false } else { true } }
        if !isFirst, let last, tree.elements[last].kind == .list {
            tree.elements[last].children.append(.element(item))
        } else {
            append(StructureElement(.list, [.element(item)]))
        }
    }

    // MARK: Pictures

    mutating func addFigure(alternative: String?) -> LeafID {
        let leaf = newLeaf()
        append(StructureElement(.figure(alternative: alternative), [.leaf(leaf)]))
        return leaf
    }

    private mutating func appendToFigure(_ caption: StructureElement) {
        let last = tree.elements.count - 1
        if last >= 0, case .figure = tree.elements[last].kind {
            tree.elements[last].children.append(.element(caption))
        } else {
            append(caption)
        }
    }

    // MARK: Fields

    /// A field for a signature; they come in their order.
    mutating func addField(_ index: Int) {
        append(StructureElement(.signatureField(index: index)))
        fieldCount = index + 1
    }

    // MARK: Tables

    /// A table; returns the leaf of each cell, in the order of the grid's cells.
    mutating func add(_ grid: TableGrid, summary: String? = nil) -> [LeafID] {
        let leaves = grid.cells.map { _ in newLeaf() }
        var ids: [Int?] = []
        for cell in grid.cells {
            ids.append(cell.scope == nil ? nil : headerCount)
            if cell.scope != nil { headerCount += 1 }
        }
        var rows = [[StructureElement.Child]](repeating: [], count: grid.rowCount)
        for (index, cell) in grid.cells.enumerated() {
            var attributes = TableCellAttributes(rowspan: cell.rowspan, colspan: cell.colspan)
            let kind: StructureElement.Kind
            if let scope = cell.scope {
                attributes.scope = scope
                attributes.id = ids[index]
                kind = .headerCell(attributes)
            } else {
                attributes.headers = grid.headers(of: index).compactMap { ids[$0] }
                kind = .dataCell(attributes)
            }
            rows[cell.row].append(.element(StructureElement(kind, [.leaf(leaves[index])])))
        }
        let caption = pendingCaption.map { [StructureElement.Child.element($0)] } ?? []
        pendingCaption = nil
        let children = caption + rows.map { .element(StructureElement(.tableRow, $0)) }
        append(StructureElement(.table(summary: summary), children))
        return leaves
    }

    // MARK: The end

    private mutating func append(_ element: StructureElement) {
        flush()
        tree.elements.append(element)
    }

    /// A caption that no table follows stands by itself.
    private mutating func flush() {
        guard let caption = pendingCaption else { return }
        pendingCaption = nil
        tree.elements.append(caption)
    }

    consuming func finish() -> StructureTree {
        flush()
        return tree
    }
}

extension TableGrid {
    /// The header cells above a cell and at its left, outermost first.
    package func headers(of index: Int) -> [Int] {
        let cell = cells[index]
        var result: [Int] = []
        func add(_ candidates: some Sequence<Int>, _ scope: TableCellAttributes.Scope) {
            for candidate in candidates where !result.contains(candidate) && candidate != index {
                if let other = cells[candidate].scope, other == scope || other == .both { result.append(candidate) }
            }
        }
        for column in cell.column..<cell.column + cell.colspan {
            // A header ends where the next one begins: a cell belongs to the nearest block of header rows above it.
            var block: [Int] = []
            for row in (0..<cell.row).reversed() {
                let above = cellIndex(row: row, column: column)
                let isHeader = cells[above].scope == .column || cells[above].scope == .both
                if isHeader { block.insert(above, at: 0) } else if !block.isEmpty { break }
            }
            add(block, .column)
        }
        for row in cell.row..<cell.row + cell.rowspan {
            add((0..<cell.column).map { cellIndex(row: row, column: $0) }, .row)
        }
        return result
    }
}
