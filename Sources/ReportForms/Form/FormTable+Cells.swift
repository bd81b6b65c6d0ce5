public import ReportModel

/// A cell of a form's table at its place in the grid.
public struct FormCell: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case header(String)
        case stub(String)
        /// A figure; `rowLabels` and `columnLabels` name it in the words of the form, outermost first.
        case figure(FigureKey, FigureKind)
    }

    /// First row and column from 0, within the table.
    public var row: Int
    public var column: Int
    public var rowspan: Int
    public var colspan: Int
    public var content: Content

    public init(row: Int, column: Int, rowspan: Int, colspan: Int, content: Content) {
        self.row = row
        self.column = column
        self.rowspan = rowspan
        self.colspan = colspan
        self.content = content
    }
}

extension FormTable {
    /// Every cell of the table, row by row and from left to right. Together the cells cover the grid.
    public var cells: [FormCell] { index.cells }

    /// Keys of all figures, in reading order.
    public var figureKeys: [FigureKey] { index.figures.map(\.key) }

    public var rowCount: Int {
        bands.reduce(0) { $0 + $1.headerRows + $1.rows.reduce(0) { $0 + $1.leafCount } }
    }
}

extension Band {
    /// - Parameter top: the band's first row in the table; on return the next band's.
    func appendCells(top: inout Int, table: TableKey, to cells: inout [FormCell]) {
        for area in header {
            cells.append(
                FormCell(
                    row: top + area.row, column: area.column, rowspan: area.rowspan,
                    colspan: area.colspan, content: .header(area.label)))
        }
        top += headerRows
        for node in rows { appendCells(of: node, depth: 0, row: &top, table: table, to: &cells) }
    }

    private func appendCells(
        of node: StubNode, depth: Int, row: inout Int, table: TableKey, to cells: inout [FormCell]
    ) {
        if depth < stubColumns {
            cells.append(
                FormCell(
                    row: row, column: depth, rowspan: node.leafCount,
                    colspan: node.isLeaf ? stubColumns - depth : 1, content: .stub(node.label)))
        }
        guard node.isLeaf else {
            for child in node.children {
                appendCells(of: child, depth: depth + 1, row: &row, table: table, to: &cells)
            }
            return
        }
        for column in columns {
            guard let item = column.row ?? node.key else { continue }
            cells.append(
                FormCell(
                    row: row, column: column.column, rowspan: 1, colspan: column.colspan,
                    content: .figure(FigureKey(table, item, column.key), column.kind)))
        }
        row += 1
    }
}
