/// The figures of the statutory tables under their keys. A key that is absent was not reported at all.
public struct Figures: Hashable, Sendable {
    private var byKey: [FigureKey: Figure]

    public init(_ byKey: [FigureKey: Figure] = [:]) { self.byKey = byKey }

    public subscript(key: FigureKey) -> Figure? {
        get { byKey[key] }
        set { byKey[key] = newValue }
    }

    public subscript(table: TableKey, row: RowKey, column: ColumnKey) -> Figure? {
        get { byKey[FigureKey(table, row, column)] }
        set { byKey[FigureKey(table, row, column)] = newValue }
    }

    /// In ascending order, the same on every run.
    public var keys: [FigureKey] { byKey.keys.sorted() }
    /// Some of them, in ascending order.
    public func keys(where isWanted: (FigureKey) -> Bool) -> [FigureKey] { byKey.keys.filter(isWanted).sorted() }
    public var count: Int { byKey.count }
    public var isEmpty: Bool { byKey.isEmpty }
}

extension Figures: Codable {
    private struct Entry: Codable {
        var table: TableKey
        var row: RowKey
        var column: ColumnKey
        var figure: Figure
    }

    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        byKey = [:]
        while !container.isAtEnd {
            let entry = try container.decode(Entry.self)
            self[entry.table, entry.row, entry.column] = entry.figure
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for key in keys {
            guard let figure = self[key] else { continue }
            try container.encode(
                Entry(table: key.table, row: key.row, column: key.column, figure: figure))
        }
    }
}
