internal import ReportModel

/// What a table's bands come to, worked out once a form: every report asks for it.
final class FormTableIndex: Sendable {
    let cells: [FormCell]
    /// In reading order.
    let figures: [(key: FigureKey, kind: FigureKind)]
    let kinds: [FigureKey: FigureKind]
    let rowKeys: [RowKey]
    let columnKeys: [ColumnKey]
    let formRows: [FormRow]
    private let key: TableKey
    private let bands: [Band]

    init(_ key: TableKey, _ bands: [Band]) {
        self.key = key
        self.bands = bands
        var cells: [FormCell] = []
        var top = 0
        for band in bands { band.appendCells(top: &top, table: key, to: &cells) }
        self.cells = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        figures = self.cells.compactMap {
            if case .figure(let key, let kind) = $0.content { (key, kind) } else { nil }
        }
        kinds = Dictionary(figures.map { ($0.key, $0.kind) }) { first, _ in first }
        rowKeys = figures.map(\.key.row).withoutRepeats
        columnKeys = figures.map(\.key.column).withoutRepeats
        formRows = bands.flatMap(\.formRows)
    }

    func rows(named key: RowKey) -> [RowKey]? { bands.lazy.compactMap { $0.rows(named: key) }.first }
}

extension FormTableIndex: Hashable {
    static func == (a: FormTableIndex, b: FormTableIndex) -> Bool { a === b || a.key == b.key && a.bands == b.bands }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(bands)
    }
}
