public import ReportModel

extension FormTable {
    /// The rows that a row key names: itself, or the leaves of an inner stub node, in their order.
    /// Nil where the table has no such row.
    public func rows(named key: RowKey) -> [RowKey]? { index.rows(named: key) }

    /// Rows of figures in reading order, each once; for 表四 its blocks.
    public var rowKeys: [RowKey] { index.rowKeys }

    /// Columns of figures in reading order, each once.
    public var columnKeys: [ColumnKey] { index.columnKeys }

    /// Rows of figures as report files write them, in reading order.
    package var formRows: [FormRow] { index.formRows }

    /// Keys of inner stub nodes, which stand for the sum of their leaves.
    public var groupKeys: [RowKey] { bands.flatMap { $0.rows.flatMap(\.groupKeys) } }

    /// What the figures of a key are; nil where the table has no such figure.
    public func kind(of key: FigureKey) -> FigureKind? { index.kinds[key] }
}

extension Band {
    func rows(named key: RowKey) -> [RowKey]? {
        for node in rows {
            if let found = node.leaves(under: key) { return found }
        }
        return columns.contains { $0.row == key } ? [key] : nil
    }
}

extension StubNode {
    /// Keys of the rows of figures below (or of itself), in their order.
    var leafKeys: [RowKey] { isLeaf ? key.map { [$0] } ?? [] : children.flatMap(\.leafKeys) }

    var groupKeys: [RowKey] {
        isLeaf ? [] : (key.map { [$0] } ?? []) + children.flatMap(\.groupKeys)
    }

    func leaves(under wanted: RowKey) -> [RowKey]? {
        if key == wanted { return leafKeys }
        for child in children {
            if let found = child.leaves(under: wanted) { return found }
        }
        return nil
    }
}

extension Array where Element: Hashable {
    var withoutRepeats: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
