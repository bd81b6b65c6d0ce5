package import ReportModel

/// A row of figures of a form's table as a report file writes it: a row of 表二 and 表三, a block of 表四.
package struct FormRow: Sendable {
    package struct Column: Sendable {
        package var key: ColumnKey
        package var label: String
    }

    package var key: RowKey
    /// Labels from the outermost stub node (or header area) to the row's own.
    package var labels: [String]
    /// In the order in which a list of figures gives them.
    package var columns: [Column]

    package var label: String { labels.last ?? key.rawValue }
    package var fullLabel: String { labels.joined(separator: "／") }
    package var columnList: String { columns.map(\.label).joined(separator: "、") }
}

extension Band {
    /// Its rows in reading order.
    var formRows: [FormRow] { stubColumns == 0 ? blocks : rows.flatMap { leafRows(of: $0, above: []) } }

    private var blocks: [FormRow] {
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

    private func leafRows(of node: StubNode, above: [String]) -> [FormRow] {
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
}
