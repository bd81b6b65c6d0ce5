internal import ReportForms
internal import Typesetting

/// A table whose data cells name the cells that head them, which `scope` alone does not say of heads of several rows.
struct WebTable {
    private let grid: TableGrid
    private let number: Int
    private let headerRows: Int
    private let caption: String?
    private let heading: String?

    /// - Parameters:
    ///   - number: of the table in the page, from 0.
    ///   - headerRows: rows at the top that head the whole table.
    ///   - caption: markup.
    ///   - heading: the element that names a table without caption.
    init(_ grid: TableGrid, number: Int, headerRows: Int, caption: String?, heading: String?) {
        self.grid = grid
        self.number = number
        self.headerRows = headerRows
        self.caption = caption
        self.heading = heading
    }

    var markup: String {
        let sum = grid.weights.reduce(0, +)
        let columns = grid.weights.map {
            Markup.element("col", ["style": "width:\(Decimals.text(100 * $0 / sum))%"])
        }
        let rows = rows
        var parts = caption.map { [Markup.element("caption", [:], $0)] } ?? []
        parts.append(Markup.element("colgroup", [:], columns.joined()))
        if headerRows > 0 { parts.append("<thead>\n" + rows[..<headerRows].joined(separator: "\n") + "\n</thead>") }
        parts.append("<tbody>\n" + rows[headerRows...].joined(separator: "\n") + "\n</tbody>")
        // On a narrow screen a table of many columns is moved sideways; its labels would be a character wide else.
        let width = grid.columnCount > 5 ? "min-width:\(Decimals.text(3.2 * Double(grid.columnCount)))em" : nil
        return Markup.element(
            "table", ["aria-labelledby": caption == nil ? heading : nil, "style": width],
            "\n" + parts.joined(separator: "\n") + "\n")
    }

    private var rows: [String] {
        var rows = [[String]](repeating: [], count: grid.rowCount)
        for (index, cell) in grid.cells.enumerated() { rows[cell.row].append(markup(of: cell, index)) }
        return rows.map { Markup.element("tr", [:], $0.joined()) }
    }

    private func markup(of cell: TableGrid.Cell, _ index: Int) -> String {
        let text = Markup.escaped(cell.text).replacing("\n", with: "<br/>")
        let spans = (rows: cell.rowspan > 1 ? cell.rowspan : nil, columns: cell.colspan > 1 ? cell.colspan : nil)
        let alignment = cell.alignment == .center ? nil : "text-align:\(cell.alignment.rawValue)"
        guard let scope = cell.scope else {
            let headers = grid.headers(of: index).map(id).joined(separator: " ")
            return Markup.element(
                "td",
                [
                    "rowspan": spans.rows, "colspan": spans.columns, "style": alignment,
                    "headers": headers.isEmpty ? nil : headers,
                ], text)
        }
        let name = scope == .row ? (spans.rows == nil ? "row" : "rowgroup") : spans.columns == nil ? "col" : "colgroup"
        return Markup.element(
            "th",
            [
                "id": id(index), "scope": name, "rowspan": spans.rows, "colspan": spans.columns, "style": alignment,
            ], text)
    }

    private func id(_ index: Int) -> String { "t\(number)c\(index)" }
}
