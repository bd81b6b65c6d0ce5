internal import ReportForms
internal import ReportModel

/// A row of figures of a form's table as a report file writes it: a row of 表二 and 表三, a block of 表四.
struct FormRow {
    struct Column {
        var key: ColumnKey
        var label: String
    }

    var key: RowKey
    /// Labels from the outermost stub node (or header area) to the row's own.
    var labels: [String]
    /// In the order in which a list of figures gives them.
    var columns: [Column]

    var label: String { labels.last ?? key.rawValue }
    var fullLabel: String { labels.joined(separator: "／") }
    var columnList: String { columns.map(\.label).joined(separator: "、") }
}

extension FormTable {
    /// Rows in reading order.
    var formRows: [FormRow] {
        bands.flatMap { band in
            band.stubColumns == 0
                ? band.blocks
                : band.rows.flatMap { band.leafRows(of: $0, above: []) }
        }
    }
}

extension Band {
    fileprivate var blocks: [FormRow] {
        var blocks: [FormRow] = []
        for column in columns {
            guard let key = column.row else { continue }
            let labels = headerLabels(above: column)
            let entry = FormRow.Column(key: column.key, label: labels.last ?? column.key.rawValue)
            if let index = blocks.firstIndex(where: { $0.key == key }) {
                blocks[index].columns.append(entry)
            } else {
                blocks.append(FormRow(key: key, labels: labels.dropLast(), columns: [entry]))
            }
        }
        return blocks
    }

    fileprivate func leafRows(of node: StubNode, above: [String]) -> [FormRow] {
        let labels = above + [node.label]
        guard node.isLeaf else { return node.children.flatMap { leafRows(of: $0, above: labels) } }
        guard let key = node.key else { return [] }
        return [
            FormRow(
                key: key, labels: labels,
                columns: columns.map {
                    FormRow.Column(key: $0.key, label: headerLabels(above: $0).last ?? $0.key.rawValue)
                })
        ]
    }

    /// Labels of the header areas over a column, from the top.
    private func headerLabels(above column: FigureColumn) -> [String] {
        header.filter { ($0.column..<$0.column + $0.colspan).contains(column.column) }
            .sorted { $0.row < $1.row }.map(\.label)
    }
}
