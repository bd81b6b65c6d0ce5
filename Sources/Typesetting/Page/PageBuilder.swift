internal import ReportForms
internal import ReportModel

/// Fills pages with flow items. Text stands on the lines of the grid; a table or picture may stand between, and the
/// text after it takes to the grid again.
struct PageBuilder<Shaper: TextShaper> {
    let style: Style
    let geometry: PageGeometry
    let tables: TableSetter<Shaper>

    private(set) var pages: [Page] = []
    private(set) var outline: [OutlineEntry] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Lower edge of what is on the page, from the upper edge of the type area.
    private var filled = 0.0

    init(style: Style, tables: TableSetter<Shaper>) {
        self.style = style
        self.tables = tables
        geometry = PageGeometry(style: style)
        newPage()
    }

    mutating func place(_ items: [FlowItem]) throws(DiagnosticsError) {
        var index = 0
        while index < items.count {
            // Headings, captions and what they belong to go together.
            var heads: [FlowLines] = []
            while index < items.count, items[index].keepsWithNext, case .lines(let head) = items[index] {
                heads.append(head)
                index += 1
            }
            guard index < items.count else {
                for head in heads { place(head, tail: 0) }
                break
            }
            switch items[index] {
            case .lines(let lines):
                let tail = closingSlots(after: index, in: items)
                keep(heads, with: leastSlots(lines, tail: tail))
                for head in heads { place(head, tail: 0) }
                place(lines, tail: tail)
            case .table(let grid, let leaves): try place(grid, leaves, heads: heads)
            case .image(let image, let leaf): place(image, leaf, heads: heads)
            case .signature(let signature):
                keep(heads, with: signature.lineCount)
                for head in heads { place(head, tail: 0) }
                place(signature)
            case .pageBreak:
                for head in heads { place(head, tail: 0) }
                if !isPageEmpty { newPage() }
            }
            index += 1
        }
    }

    // MARK: Pages

    private var isPageEmpty: Bool { filled == 0 }
    private var nextSlot: Int { isPageEmpty ? 0 : geometry.slot(from: filled) }
    private var freeSlots: Int { max(0, geometry.area.lines - nextSlot) }
    private var left: Double { geometry.left(onPage: pages.count - 1) }
    private var top: Double { geometry.area.top }

    private mutating func newPage() {
        pages.append(
            Page(width: style.paperWidth, height: style.paperHeight, label: String(pages.count + 1)))
        filled = 0
    }

    private mutating func append(_ items: some Sequence<PageItem>) {
        pages[pages.count - 1].items.append(contentsOf: items)
    }

    // MARK: Lines

    private func slots(of heads: [FlowLines]) -> Int {
        heads.reduce(0) { $0 + $1.slotCount + $1.blankLines }
    }

    private mutating func keep(_ heads: [FlowLines], with slots: Int) {
        guard !heads.isEmpty, !isPageEmpty else { return }
        let needed = self.slots(of: heads) + slots
        if needed > freeSlots, needed <= geometry.area.lines { newPage() }
    }

    /// The least number of lines of a paragraph that may stand below a heading.
    private func leastSlots(_ lines: FlowLines, tail: Int) -> Int {
        let whole = lines.slotCount
        return whole <= lines.widowLines + 1 ? whole + tail : min(2, whole)
    }

    /// Lines that must stand on the page on which the last body text ends: attachment note and signature.
    private func closingSlots(after index: Int, in items: [FlowItem]) -> Int {
        var slots = 0
        for item in items.dropFirst(index + 1) {
            switch item {
            case .lines(let lines) where lines.belongsToClosing: slots += lines.slotCount + lines.blankLines
            case .signature(let signature): return slots + signature.lineCount
            default: return 0
            }
        }
        return 0
    }

    private mutating func place(_ lines: FlowLines, tail: Int) {
        if let block = lines.block {
            place(lines, asBlock: block)
            return
        }
        var rest = lines.lines[...]
        var blank = isPageEmpty ? 0 : lines.blankLines
        var isFirst = true
        while !rest.isEmpty {
            let room = freeSlots - blank
            let count = linesHere(rest.count, room: room, tail: tail, widow: lines.widowLines)
            if count == 0 {
                newPage()
                blank = 0
                continue
            }
            let slot = nextSlot + blank
            if isFirst, let entry = lines.outline { note(entry, atSlot: slot) }
            isFirst = false
            for (number, line) in rest.prefix(count).enumerated() {
                append(
                    line.placed(
                        x: left, baseline: top + geometry.baseline(slot: slot + number, size: lines.size),
                        leaves: lines.leaves))
            }
            filled = geometry.bottom(ofSlot: slot + count - 1)
            rest = rest.dropFirst(count)
            blank = 0
            if !rest.isEmpty { newPage() }
        }
    }

    /// How many of a paragraph's remaining lines stand on this page: all, or so many that enough are left for the
    /// next page (孤行不成页) and for the signature (落款不离正文). On an empty page at least one.
    private func linesHere(_ count: Int, room: Int, tail: Int, widow: Int) -> Int {
        let fresh = geometry.area.lines
        if count + tail <= room { return count }
        if count <= room, tail == 0 || tail >= fresh { return count }
        let carried = max(widow, tail > 0 && tail < fresh ? style.signature.bodyLines : 0)
        if count <= carried { return isPageEmpty ? min(count, max(1, room)) : 0 }
        let here = min(room, count - carried)
        return here >= 1 ? here : (isPageEmpty ? 1 : 0)
    }

    private mutating func place(_ lines: FlowLines, asBlock block: (pitch: Double, slots: Int)) {
        if block.slots > freeSlots, !isPageEmpty { newPage() }
        let first = nextSlot
        let height = Double(block.slots) * geometry.pitch
        let content = Double(lines.lines.count - 1) * block.pitch + lines.size
        let start = Double(first) * geometry.pitch + max(0, (height - content) / 2)
        if let entry = lines.outline { note(entry, atSlot: first) }
        for (number, line) in lines.lines.enumerated() {
            let baseline = start + Double(number) * block.pitch + 0.88 * lines.size
            append(line.placed(x: left, baseline: top + baseline, leaves: lines.leaves))
        }
        filled = geometry.bottom(ofSlot: first + block.slots - 1)
    }

    private mutating func note(_ entry: (level: Int, title: String), atSlot slot: Int) {
        outline.append(
            OutlineEntry(
                level: entry.level, title: entry.title, page: pages.count - 1,
                position: Point(x: left, y: top + Double(slot) * geometry.pitch)))
    }

    private mutating func place(_ signature: SignatureLayout) {
        if signature.lineCount > freeSlots, !isPageEmpty { newPage() }
        let first = nextSlot + (isPageEmpty ? 0 : signature.blankLines)
        for (number, row) in signature.rows.enumerated() {
            let baseline = top + geometry.baseline(slot: first + number, size: style.text.body.size)
            for placed in row {
                append(placed.part.line.placed(x: left + placed.x, baseline: baseline, leaves: [placed.part.leaf]))
            }
        }
        filled = geometry.bottom(ofSlot: first + signature.rows.count - 1)
    }

    // MARK: Pictures

    private mutating func place(_ image: ComposedImage, _ leaf: LeafID, heads: [FlowLines]) {
        let needed = image.height + 2 * style.table.gap
        let above = filled + Double(slots(of: heads)) * geometry.pitch
        if above + needed > geometry.area.height, !isPageEmpty { newPage() }
        for head in heads { place(head, tail: 0) }
        let y = isPageEmpty ? 0 : filled + style.table.gap
        append([
            PageItem(
                .image(
                    PlacedImage(
                        image: image.source,
                        frame: Rectangle(
                            x: left + (geometry.area.width - image.width) / 2, y: top + y, width: image.width,
                            height: image.height))),
                leaf: leaf)
        ])
        filled = y + image.height + style.table.gap
    }

    // MARK: Tables

    /// Room for a table below some headings, on this page or on a fresh one.
    private func room(below heads: [FlowLines], onFreshPage fresh: Bool) -> Double {
        var start = fresh ? 0 : filled
        if !heads.isEmpty {
            let first = fresh || isPageEmpty ? 0 : geometry.slot(from: filled)
            start = geometry.bottom(ofSlot: first + slots(of: heads) - 1)
        }
        return geometry.area.height - (start == 0 ? 0 : start + style.table.gap)
    }

    /// A table stands whole on this page if it can at the preferred size without crowding its rows, else whole on the
    /// next one if it can at any size; only then is it broken.
    private mutating func place(
        _ grid: TableGrid, _ leaves: [LeafID], heads: [FlowLines]
    ) throws(DiagnosticsError) {
        let here = room(below: heads, onFreshPage: false)
        if let table = try tables.fit(grid, size: style.table.sizes[0], height: here, squeeze: 0.5) {
            for head in heads { place(head, tail: 0) }
            place(table, leaves)
            return
        }
        let fresh = room(below: heads, onFreshPage: true)
        if let table = try tables.fit(grid, height: fresh) {
            if !isPageEmpty { newPage() }
            for head in heads { place(head, tail: 0) }
            place(table, leaves)
            return
        }
        try placeBroken(grid, leaves, heads: heads)
    }

    private mutating func place(_ table: MeasuredTable, _ leaves: [LeafID?]) {
        let y = isPageEmpty ? 0 : filled + style.table.gap
        append(table.items(at: Point(x: left, y: top + y), style: style.table, leaves: leaves))
        filled = y + table.height + style.table.gap
    }

    /// Rows page by page, header rows above each; the label of a cell that is cut stands in every part.
    private mutating func placeBroken(
        _ grid: TableGrid, _ leaves: [LeafID], heads: [FlowLines]
    ) throws(DiagnosticsError) {
        guard let size = try size(for: grid) else {
            throw DiagnosticsError(tooWide(grid))
        }
        let header = grid.repeatedHeader.last ?? 0..<0
        let opening = try grid.fragment(rows: 0..<min(grid.rowCount, header.count + 2))
        if !isPageEmpty, try tables.fitPart(opening, size: size, height: room(below: heads, onFreshPage: false)) == nil {
            newPage()
        }
        for head in heads { place(head, tail: 0) }
        var next = 0
        while next < grid.rowCount {
            let room = room(below: [], onFreshPage: false)
            guard let (table, end) = try longestFragment(of: grid, from: next, size: size, height: room) else {
                guard !isPageEmpty else { throw DiagnosticsError(tooTall(grid, row: next)) }
                newPage()
                continue
            }
            place(table, grid.origins(rows: next..<end).map { $0.map { leaves[$0] } })
            next = end
            if next < grid.rowCount { newPage() }
        }
    }

    /// The largest of the style's sizes at which the columns hold their content.
    private func size(for grid: TableGrid) throws(DiagnosticsError) -> Double? {
        for size in style.table.sizes where try tables.fit(grid, size: size, height: .infinity) != nil { return size }
        return nil
    }

    private func longestFragment(
        of grid: TableGrid, from start: Int, size: Double, height: Double
    ) throws(DiagnosticsError) -> (MeasuredTable, Int)? {
        var fits: (MeasuredTable, Int)?
        var low = start + 1
        var high = grid.rowCount
        while low <= high {
            let middle = (low + high) / 2
            if let table = try tables.fitPart(try grid.fragment(rows: start..<middle), size: size, height: height) {
                fits = (table, middle)
                low = middle + 1
            } else {
                high = middle - 1
            }
        }
        return fits
    }

    private func tooWide(_ grid: TableGrid) -> Diagnostic {
        let cell = grid.cells.max { $0.text.count < $1.text.count }
        return Diagnostic(
            "table.too-wide", .error,
            Localized(
                zh: "表格各栏的最小宽度之和超出版心，最小字号也排不下（最长的单元格：“\(cell?.text.prefix(30) ?? "")”）",
                en: "the columns do not fit the type area even at the smallest size (longest cell: “\(cell?.text.prefix(30) ?? "")”)"),
            at: Place(path: cell?.path),
            hint: Localized(zh: "减少栏数或缩短不可断开的文字", en: "use fewer columns or shorter unbreakable text"))
    }

    private func tooTall(_ grid: TableGrid, row: Int) -> Diagnostic {
        Diagnostic(
            "table.row-too-tall", .error,
            Localized(zh: "表格第 \(row + 1) 行高过一页", en: "row \(row + 1) of the table is taller than a page"),
            at: Place(path: grid.cells.first { $0.row == row }?.path),
            hint: Localized(zh: "把这一行的文字分成几行", en: "divide the text of this row over several rows"))
    }
}

extension PageBuilder {
    /// The pages with their numbers (GB/T 9704-2012 7.5).
    func numberedPages(_ paragraphs: ParagraphSetter<Shaper>) throws(DiagnosticsError) -> [Page] {
        var pages = self.pages
        let settings = style.pageNumber
        let text = style.text.pageNumber
        for index in pages.indices {
            let number = settings.format.replacing("{n}", with: pages[index].label)
            let result = try paragraphs.set(
                [TextSpan(number, text)], ParagraphShape(width: geometry.area.width, alignment: .left))
            guard let line = result.lines.first else { continue }
            let left = geometry.left(onPage: index)
            let x: Double =
                switch settings.side {
                case .center: left + (geometry.area.width - line.width) / 2
                case .outer where index % 2 == 0: left + geometry.area.width - settings.inset - line.width
                case .outer: left + settings.inset
                }
            // The dash lies in the middle of the em box, 0.38 em above the baseline.
            let baseline = geometry.area.top + geometry.area.height + settings.drop + 0.38 * text.size
            pages[index].items += line.placed(x: x, baseline: baseline, leaves: [])
        }
        return pages
    }
}
