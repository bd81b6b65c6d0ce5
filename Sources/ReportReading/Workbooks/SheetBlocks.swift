internal import ReportModel

/// A sheet as blocks of a document: its lines of text, and its rows as a table. What our own workbooks work out beside and
/// below their tables (核对) is left out.
struct SheetBlocks {
    private let sheet: XLSXSheet
    /// Whether a text is a label of a statutory table.
    private let isLabel: (String) -> Bool

    init(_ sheet: XLSXSheet, isLabel: @escaping (String) -> Bool) {
        self.sheet = sheet
        self.isLabel = isLabel
    }

    var blocks: [ImportedBlock] {
        let rows = Dictionary(grouping: sheet.cells.keys, by: \.row).mapValues { $0.sorted() }
        let end = rows.keys.filter { row in rows[row]?.first.map(isCheck) ?? false }.min() ?? sheet.rowCount
        // Lines of text above and below a table are no rows of it.
        let used = rows.keys.filter { $0 < end }.sorted()
        let isText = { (row: Int) in
            guard let cells = rows[row], cells.count == 1, let text = self.sheet[cells[0]] else { return false }
            return !self.isLabel(text) && Figure(text: text) == nil
        }
        let head = used.prefix(while: isText)
        let tail = used.dropFirst(head.count).reversed().prefix(while: isText).reversed()
        let body = used.dropFirst(head.count).dropLast(tail.count)
        var blocks = head.compactMap { paragraph($0, rows) }
        if let first = body.first, let last = body.last { blocks.append(.table(table(first, last))) }
        return blocks + tail.compactMap { paragraph($0, rows) }
    }

    private func isCheck(_ position: CellReference) -> Bool {
        sheet[position]?.hasPrefix(WorkbookLayout.checkPrefix) == true
    }

    private func paragraph(_ row: Int, _ rows: [Int: [CellReference]]) -> ImportedBlock? {
        guard let text = rows[row]?.first.flatMap({ sheet[$0] }) else { return nil }
        return .paragraph(ImportedParagraph(text: RichText(text), line: row + 1))
    }

    /// Of what is larger than a grid may be, so much that the grid is refused: a cell may be a million rows away from the
    /// next one.
    private func table(_ first: Int, _ last: Int) -> ImportedTable {
        let checks = Set(
            sheet.cells.filter {
                (first...last).contains($0.key.row) && $0.value.hasPrefix(WorkbookLayout.checkPrefix)
            }.keys.map(\.column))
        let filled = sheet.cells.keys.filter { (first...last).contains($0.row) && !checks.contains($0.column) }
            .map(\.column)
        let shown = ((filled.min() ?? 0)...(filled.max() ?? 0)).lazy.filter { !checks.contains($0) }
            .prefix(ImportedGrid.maximumColumns + 1)
        let columns = (shown.first ?? 0)...(Array(shown).last ?? 0)
        let rows = first...min(last, first + ImportedGrid.maximumSlots / max(1, shown.count))
        var spans: [CellReference: (rows: Int, columns: Int)] = [:]
        var covered: Set<CellReference> = []
        for merge in sheet.merges
        where rows.contains(merge.rows.lowerBound) && columns.contains(merge.columns.lowerBound) {
            let (down, right) = (merge.rows.clamped(to: rows), merge.columns.clamped(to: columns))
            let first = CellReference(row: down.lowerBound, column: right.lowerBound)
            spans[first] = (down.count, right.count)
            for row in down {
                for column in right where (row, column) != (first.row, first.column) {
                    covered.insert(CellReference(row: row, column: column))
                }
            }
        }
        return ImportedTable(
            rows: rows.map { row in
                columns.compactMap { column -> ImportedTable.Cell? in
                    let position = CellReference(row: row, column: column)
                    guard !checks.contains(column), !covered.contains(position) else { return nil }
                    let span = spans[position]
                    let text = ImportedParagraph(text: RichText(sheet[position] ?? ""), line: row + 1)
                    return ImportedTable.Cell([.paragraph(text)], rowspan: span?.rows ?? 1, colspan: span?.columns ?? 1)
                }
            }, line: rows.lowerBound + 1, name: sheet.name)
    }
}
