internal import ReportForms
internal import ReportModel

/// Chooses how a document is put on its pages by looking at all of them together: where paragraphs and tables break,
/// which paragraph takes a line less or more, what latitude a table uses. Dynamic programming over the states of the
/// page after each item.
struct PageSearch {
    let geometry: PageGeometry
    let style: Style
    /// Whether paragraphs may take a line less or more than they do by themselves.
    var usesLatitude = false
    var horizon = PageHorizon.near
    let setter: ParagraphLatitude

    /// The best way through all units.
    /// - Throws: `DiagnosticsError` where something is larger than a page and cannot be broken.
    func fill(_ units: [PageUnit]) throws(DiagnosticsError) -> PageNode {
        var front = [PageNode(cursor: PageCursor(), cost: 0, pages: 1)]
        for unit in units {
            var next = PageFrontier()
            for node in front { try place(unit, from: node, &next, force: false) }
            // What stands together is more than a page: it is parted.
            if next.isEmpty { try place(unit, from: front[0], &next, force: true) }
            guard !next.isEmpty else { throw DiagnosticsError(tooMuch(unit)) }
            front = next.nodes(horizon)
        }
        let ends = front.map { node in
            node.adding([], node.cursor, cost: PageCosts.lastPage(geometry.slot(from: node.cursor.filled)))
        }
        return ends.min { $0.total < $1.total } ?? front[0]
    }

    private func place(
        _ unit: PageUnit, from node: PageNode, _ next: inout PageFrontier, force: Bool
    ) throws(DiagnosticsError) {
        guard !node.cursor.isEmpty else { return try place(unit, on: node, &next, force: force) }
        var here = PageFrontier()
        if !force { try place(unit, on: node, &here, force: false) }
        for way in here.nodes(horizon) { next.add(way) }
        let cost = here.isEmpty ? PageCosts.blank : PageCosts.given
        try place(unit, on: turned(node, cost), &next, force: force)
    }

    /// On a fresh page; the lines left blank at the foot of the old one are paid for.
    private func turned(_ node: PageNode, _ cost: (Int) -> Double) -> PageNode {
        node.adding([.newPage], PageCursor(), cost: cost(geometry.freeSlots(node.cursor)), pages: 1)
    }

    private func place(
        _ unit: PageUnit, on node: PageNode, _ next: inout PageFrontier, force: Bool
    ) throws(DiagnosticsError) {
        var node = node
        for head in unit.heads {
            guard let placed = placeWhole(head, on: node, force: force) else { return }
            node = placed
        }
        guard let main = unit.main else { return next.add(node) }
        try place(main, on: node, underHeading: !unit.heads.isEmpty, &next)
        guard force, next.isEmpty, !node.cursor.isEmpty else { return }
        try place(main, on: turned(node, PageCosts.blank), underHeading: false, &next)
    }

    private func place(
        _ main: FlowItem, on node: PageNode, underHeading: Bool, _ next: inout PageFrontier
    ) throws(DiagnosticsError) {
        switch main {
        case .lines(let lines): place(lines, on: node, underHeading: underHeading, &next)
        case .table(let table): try place(table, on: node, &next)
        case .signature(let signature): place(signature, on: node, &next)
        case .pageBreak: next.add(node.cursor.isEmpty ? node : turned(node) { _ in 0 })
        case .title, .box:
            if let placed = placeWhole(main, on: node) { next.add(placed) }
        }
    }

    private func tooMuch(_ unit: PageUnit) -> Diagnostic {
        let path: String? =
            switch unit.main ?? unit.heads.last {
            case .lines(let lines)?: lines.path
            case .signature?: "signature"
            case .title?, .table?, .box?, .pageBreak?, nil: nil
            }
        return Diagnostic(
            "page.too-much", .error,
            Localized(
                zh: "这里的内容（连同脚注）一页排不下，又不能分开", en: "this, with its notes, does not fit a page and cannot be broken"),
            at: Place(path: path),
            hint: Localized(zh: "把长的脚注改为正文，或分成几条", en: "make a long note a part of the text, or several notes"))
    }

    // MARK: What is not broken

    /// - Parameter force: whether it may begin a page of its own.
    private func placeWhole(_ item: FlowItem, on node: PageNode, force: Bool) -> PageNode? {
        if let placed = placeWhole(item, on: node) { return placed }
        guard force, !node.cursor.isEmpty else { return nil }
        return placeWhole(item, on: turned(node, PageCosts.blank))
    }

    private func placeWhole(_ item: FlowItem, on node: PageNode) -> PageNode? {
        let cursor = node.cursor
        switch item {
        case .lines(let lines):
            let blank = cursor.isEmpty ? 0 : lines.blankLines
            guard blank + lines.lines.count <= geometry.freeSlots(cursor) else { return nil }
            let slot = geometry.slot(from: cursor.filled) + blank
            return node.adding(
                [.lines(lines, lines.lines[...], slot: slot)], after(cursor, lines: lines.lines.count, atSlot: slot))
        case .title(let title):
            guard title.slots <= geometry.freeSlots(cursor) else { return nil }
            let slot = geometry.slot(from: cursor.filled)
            return node.adding([.title(title, slot: slot)], after(cursor, lines: title.slots, atSlot: slot))
        case .box(let box):
            // Nearer to its caption than to the edge.
            guard
                let (y, filled) = geometry.place(
                    height: box.height, below: cursor, gap: style.table.gap, flush: !box.keepWithNext)
            else { return nil }
            var cursor = cursor
            cursor.filled = filled
            return node.adding([.box(box, y: y)], cursor)
        case .table, .signature, .pageBreak: return nil
        }
    }

    private func after(_ cursor: PageCursor, lines: Int, atSlot slot: Int, body: Int = 0, notes: Double? = nil)
        -> PageCursor
    {
        var cursor = cursor
        cursor.filled = geometry.bottom(ofSlot: slot + lines - 1)
        cursor.bodyLines = min(style.signature.bodyLines, cursor.bodyLines + body)
        if let notes { cursor.notes = notes }
        return cursor
    }

    // MARK: Signature

    private func place(_ signature: SignatureLayout, on node: PageNode, _ next: inout PageFrontier) {
        let cursor = node.cursor
        let lonely = cursor.bodyLines < style.signature.bodyLines
        for way in signature.ways(below: cursor, geometry) {
            let blank = way.slot - geometry.slot(from: cursor.filled)
            let bottom = signature.bottom(way, geometry)
            guard blank + signature.lineCount <= geometry.freeSlots(cursor),
                bottom <= geometry.area.height - cursor.notes + 0.01
            else { continue }
            var below = cursor
            below.filled = bottom
            next.add(
                node.adding(
                    [.signature(signature, way, isAlone: cursor.isEmpty)], below,
                    cost: way.cost + (lonely ? PageCosts.lonelySignature : 0)))
        }
    }
}

// MARK: Paragraphs

extension PageSearch {
    private func place(_ lines: FlowLines, on node: PageNode, underHeading: Bool, _ next: inout PageFrontier) {
        place(lines, lines.lines, on: node, underHeading: underHeading, &next)
        guard usesLatitude else { return }
        for (alternative, cost) in setter.alternatives(of: lines) {
            let node = node.adding([], node.cursor, cost: cost)
            place(lines, alternative, on: node, underHeading: underHeading, &next)
        }
    }

    /// Every sensible way to divide the lines over pages, page by page.
    private func place(
        _ paragraph: FlowLines, _ lines: [SetLine], on node: PageNode, underHeading: Bool, _ next: inout PageFrontier
    ) {
        var waiting: [(done: Int, nodes: PageFrontier)] = []
        var first = PageFrontier()
        first.add(node)
        waiting.append((0, first))
        while let (done, frontier) = waiting.first {
            waiting.removeFirst()
            for node in frontier.nodes(horizon) {
                let blank = done == 0 && !node.cursor.isEmpty ? paragraph.blankLines : 0
                let slot = geometry.slot(from: node.cursor.filled) + blank
                let rest = lines[done...]
                for (count, notes) in counts(rest, paragraph, node.cursor, blank: blank) {
                    let left = rest.count - count
                    if left > 0, done == 0, underHeading, count < min(2, lines.count) { continue }
                    let cursor = after(node.cursor, lines: count, atSlot: slot, body: count, notes: notes)
                    let placed = node.adding(
                        [.lines(paragraph, rest.prefix(count), slot: slot)], cursor,
                        cost: splitCost(done: done, count: count, left: left))
                    guard left > 0 else {
                        next.add(placed)
                        continue
                    }
                    let turned = turned(placed, PageCosts.given)
                    if let known = waiting.firstIndex(where: { $0.done == done + count }) {
                        waiting[known].nodes.add(turned)
                    } else {
                        var nodes = PageFrontier()
                        nodes.add(turned)
                        let place = waiting.firstIndex { $0.done > done + count } ?? waiting.endIndex
                        waiting.insert((done + count, nodes), at: place)
                    }
                }
            }
        }
    }

    /// How many of the remaining lines may stand on this page, and the height of its notes then: as many as there is
    /// room for, or a few less.
    private func counts(
        _ rest: ArraySlice<SetLine>, _ paragraph: FlowLines, _ cursor: PageCursor, blank: Int
    ) -> [(count: Int, notes: Double)] {
        var fits: [(count: Int, notes: Double)] = []
        var noteLines = 0
        for (index, line) in rest.enumerated() {
            noteLines += line.notes.reduce(0) { $0 + (paragraph.notes[$1]?.lines.count ?? 0) }
            let notes = geometry.notes(cursor, adding: noteLines)
            var withNotes = cursor
            withNotes.notes = notes
            guard blank + index + 1 <= geometry.freeSlots(withNotes) else { break }
            fits.append((index + 1, notes))
        }
        guard let most = fits.last else { return [] }
        if most.count == rest.count { return fits.suffix(3).filter { $0.count != rest.count - 1 }.reversed() }
        return fits.suffix(4).reversed()
    }

    private func splitCost(done: Int, count: Int, left: Int) -> Double {
        var cost = 0.0
        if done > 0, left == 0, count < style.paragraph.widowLines { cost += PageCosts.widow }
        if done == 0, left > 0, count == 1 { cost += PageCosts.lonelyFirstLine }
        return cost
    }
}

// MARK: Tables

extension PageSearch {
    private func place(_ table: FlowTable, on node: PageNode, _ next: inout PageFrontier) throws(DiagnosticsError) {
        let gap = style.table.gap
        let room = geometry.area.height - node.cursor.notes - (node.cursor.isEmpty ? 0 : node.cursor.filled + gap)
        if let (fitted, cost) = try table.whole(within: room),
            let (y, filled) = geometry.place(height: fitted.height, below: node.cursor, gap: gap)
        {
            var cursor = node.cursor
            cursor.filled = filled
            next.add(node.adding([.table(fitted, leaves: table.leaves, y: y)], cursor, cost: cost))
            return
        }
        try placeBroken(table, on: node, &next)
    }

    /// Rows page by page, header rows above each; the label of a cell that is cut stands in every part.
    private func placeBroken(_ table: FlowTable, on node: PageNode, _ next: inout PageFrontier) throws(DiagnosticsError)
    {
        let gap = style.table.gap
        var node = node.adding([], node.cursor, cost: PageCosts.brokenTable)
        var done = 0
        while done < table.rowCount {
            let room = geometry.area.height - node.cursor.notes - (node.cursor.isEmpty ? 0 : node.cursor.filled + gap)
            guard let part = try table.longestPart(from: done, within: room),
                let (y, filled) = geometry.place(height: part.table.height, below: node.cursor, gap: gap)
            else {
                // A part that does not begin here at all begins on the next page, as another way does.
                if done == 0, !node.cursor.isEmpty { return }
                throw DiagnosticsError(table.tooTall(row: done))
            }
            var cursor = node.cursor
            cursor.filled = filled
            node = node.adding([.table(part.table, leaves: part.leaves, y: y)], cursor)
            done = part.end
            if done < table.rowCount { node = turned(node) { _ in 0 } }
        }
        next.add(node)
    }
}
