internal import ReportModel
internal import XMLReading

extension DOCXBody {
    /// A table with its spans as HTML has them: Word marks every cell that a span covers (ISO/IEC 29500-1 17.4.84).
    mutating func read(table: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        let start = line + 1
        var rows: [[ImportedTable.Cell]] = []
        var headerRows = 0
        /// Of the cells that may go on below: where they stand, by their first column.
        var open: [Int: (row: Int, cell: Int)] = [:]
        for row in table.inside("w:tr") {
            let properties = row.child("w:trPr")
            if let change = properties?.children.first(where: { ["w:ins", "w:del"].contains($0.name) }) {
                guard keeps(change: change) else { continue }
            }
            if properties?.child("w:tblHeader")?.isOn == true, headerRows == rows.count { headerRows += 1 }
            var cells = Self.skipped(properties?.child("w:gridBefore"))
            var column = cells.first?.colspan ?? 0
            for cell in row.inside("w:tc") {
                let settings = cell.child("w:tcPr")
                let span = Self.span(settings?.child("w:gridSpan"))
                defer { column += span }
                let merge = settings?.child("w:vMerge").map { $0.attribute("w:val") ?? "continue" }
                let blocks = try blocks(in: cell, &package)
                if merge == "continue", blocks.isEmpty, let above = open[column] {
                    rows[above.row][above.cell].rowspan += 1
                    continue
                }
                // An older way of Word's to merge cells of a row.
                if settings?.child("w:hMerge")?.attribute("w:val") != "restart", settings?.child("w:hMerge") != nil,
                    blocks.isEmpty, !cells.isEmpty
                {
                    cells[cells.count - 1].colspan += span
                    continue
                }
                open[column] = merge == nil ? nil : (rows.count, cells.count)
                cells.append(
                    ImportedTable.Cell(blocks, colspan: span, alignment: Self.alignment(of: cell)))
            }
            cells += Self.skipped(properties?.child("w:gridAfter"))
            rows.append(cells)
        }
        guard !rows.isEmpty else { return }
        builder.append(
            .table(
                ImportedTable(rows: rows, headerRows: headerRows > 0 ? headerRows : nil, line: min(start, max(line, 1)))
            ))
    }

    /// What is beyond any table is left for the grid to refuse.
    private static func span(_ element: XMLElement?) -> Int {
        guard let value = element?.attribute("w:val") else { return 1 }
        return min(max(Int(value) ?? 1, 1), 1_000_000)
    }

    /// Columns that a row leaves free at its ends.
    private static func skipped(_ element: XMLElement?) -> [ImportedTable.Cell] {
        guard let element, element.attribute("w:val") != "0" else { return [] }
        return [ImportedTable.Cell([], colspan: span(element))]
    }

    private static func alignment(of cell: XMLElement) -> NarrativeTable.Alignment? {
        switch cell.child("w:p", "w:pPr", "w:jc")?.attribute("w:val") {
        case "left", "start": .left
        case "center": .center
        case "right", "end": .right
        default: nil
        }
    }
}

extension XMLElement {
    /// Rows of a table or cells of a row, also in the controls and marks that may be put around them.
    fileprivate func inside(_ wanted: String) -> [XMLElement] {
        children.flatMap { child -> [XMLElement] in
            switch child.name {
            case wanted: [child]
            case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo": child.inside(wanted)
            case "mc:AlternateContent": child.alternative?.inside(wanted) ?? []
            default: []
            }
        }
    }
}
