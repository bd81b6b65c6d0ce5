public import ReportModel

/// Cells, rows and columns in the words of the form.
extension FormTable {
    /// A figure's cell, e.g. 「表三 三、本年度办理结果／（一）予以公开 × 自然人」; its keys where the table has no such figure.
    public func cellName(of key: FigureKey) -> String {
        for band in bands {
            for column in band.columns where column.key == key.column {
                let headers = band.headerLabels(above: column)
                if column.row == key.row {
                    return "\(name) \(headers.dropLast().joined(separator: "／")) × \(headers.last ?? "")"
                }
                if column.row == nil, let path = band.rows.lazy.compactMap({ $0.path(to: key.row) }).first {
                    return "\(name) \(path.map(\.label).joined(separator: "／")) × \(headers.last ?? "")"
                }
            }
        }
        return "\(name) \(key.row) × \(key.column)"
    }

    /// A row, a group of rows or a block, as briefly as the form allows.
    package func rowName(of key: RowKey) -> String {
        for band in bands {
            if let node = band.rows.lazy.compactMap({ $0.path(to: key)?.last }).first {
                return node.shortLabel ?? node.label
            }
            if let column = band.columns.first(where: { $0.row == key }) {
                return band.headerLabels(above: column).dropLast().joined(separator: "／")
            }
        }
        return key.rawValue
    }

    /// - Parameter row: a row that has the column; columns of other bands may share its key.
    package func columnName(of key: ColumnKey, in row: RowKey? = nil) -> String {
        for band in bands {
            for column in band.columns where column.key == key {
                let isInRow = row.map { row in
                    column.row.map { $0 == row } ?? band.rows.contains { $0.path(to: row) != nil }
                }
                if isInRow ?? true { return band.headerLabels(above: column).last ?? key.rawValue }
            }
        }
        return key.rawValue
    }
}

extension Band {
    /// Labels of the header areas over a column, from the top.
    func headerLabels(above column: FigureColumn) -> [String] {
        header.filter { ($0.column..<$0.column + $0.colspan).contains(column.column) }
            .sorted { $0.row < $1.row }.map(\.label)
    }
}

extension StubNode {
    /// The nodes from this one down to the one with a key.
    fileprivate func path(to wanted: RowKey) -> [StubNode]? {
        if key == wanted { return [self] }
        for child in children {
            if let path = child.path(to: wanted) { return [self] + path }
        }
        return nil
    }
}
