internal import ReportForms
internal import ReportModel

/// Tables that only arrange a page, and tables inside of tables.
struct LayoutTables {
    let labels: [TableLabels]
    /// Whether a line has the words of a section's heading.
    let isSectionHeading: (SourceLine) -> Bool

    /// The blocks in a table that only arranges them; nil for a table that means something.
    func content(of table: ImportedTable) -> [ImportedBlock]? {
        let cells = table.rows.joined()
        let filled = cells.filter { !$0.blocks.isEmpty && !($0.text.allSatisfy(\.isWhitespace) && !$0.holdsMore) }
        let holdsTables = filled.contains { !$0.nested.isEmpty }
        // A frame around text, or a page whose columns are cells.
        let arranges =
            filled.count <= 1 && !cells.contains { labelCount($0) > 0 }
            || holdsTables && filled.filter { $0.nested.isEmpty }.count(where: { labelCount($0) > 0 }) < 3
            || filled.contains { holdsSection($0) }
        return arranges ? filled.flatMap(\.blocks) : nil
    }

    private func labelCount(_ cell: ImportedTable.Cell) -> Int {
        let label = LabelText.normalized(cell.text)
        return label.utf8.count < 300 && labels.contains { $0.isLabel(label) } ? 1 : 0
    }

    private func holdsSection(_ cell: ImportedTable.Cell) -> Bool {
        let paragraphs = cell.blocks.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph.text.plain } else { nil }
        }
        return paragraphs.count > 2
            && paragraphs.contains { text in
                isSectionHeading(SourceLine(number: 0, cells: [text.trimmed], hasTab: false))
            }
    }

    /// Rows of a table in a cell become rows of the table around it: how some editors keep what they cannot merge.
    func spliced(_ table: ImportedTable) -> ImportedTable {
        guard table.rows.contains(where: { $0.contains { !$0.nested.isEmpty } }) else { return table }
        var result = table
        result.rows = []
        for row in table.rows {
            guard let position = row.firstIndex(where: { !$0.nested.isEmpty }) else {
                result.rows.append(row)
                continue
            }
            let inner = row[position].nested.flatMap { spliced($0).rows }.filter { !$0.isEmpty }
            guard let first = inner.first else { continue }
            let around = { (cell: ImportedTable.Cell) in
                var cell = cell
                cell.rowspan = min(max(1, cell.rowspan), 1000) + inner.count - 1
                return cell
            }
            let above = result.rows.count
            result.rows.append(row[..<position].map(around) + first + row[(position + 1)...].map(around))
            result.rows += inner.dropFirst()
            stretch(&result.rows, above: above, by: inner.count - 1)
        }
        return result
    }

    /// Cells from above that reach into a row that has become several.
    private func stretch(_ rows: inout [[ImportedTable.Cell]], above: Int, by count: Int) {
        guard count > 0 else { return }
        for row in 0..<above {
            for cell in rows[row].indices where rows[row][cell].rowspan > above - row {
                rows[row][cell].rowspan = min(rows[row][cell].rowspan, ImportedGrid.maximumSlots) + count
            }
        }
    }
}

extension ImportedTable.Cell {
    var nested: [ImportedTable] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    fileprivate var holdsMore: Bool { blocks.contains { if case .paragraph = $0 { false } else { true } } }
}
