internal import ReportModel

/// The blocks of one part of the narrative: those of the file, and for each that was not changed the carried one.
struct CarriedBlocks {
    private(set) var blocks: [Block]
    /// Whether a chart was changed, so that only its picture is left.
    private(set) var hasLost = false

    /// - Parameters:
    ///   - carried: of the report that the file carries.
    ///   - before: what its export reads as.
    ///   - now: what the file reads as.
    ///   - file: as `now`, with the names that its pictures have.
    init(carried: [Block], before: [Block], now: [Block], file: [Block]) {
        blocks = file
        // Blocks correspond one by one, or nobody can tell which is which. To compare very many takes time by the square.
        guard carried.count == before.count, carried.count + now.count <= 5_000,
            zip(carried, before).allSatisfy({ $0.canRead(as: $1) })
        else {
            let isWhole = before == now && !before.isEmpty
            if isWhole { blocks = carried }
            hasLost = !isWhole && carried.contains(where: \.isChart)
            return
        }
        let changes = now.difference(from: before)
        let removed = Set(changes.removals.map(\.offset))
        let inserted = Set(changes.insertions.map(\.offset))
        let kept = zip(now.indices.filter { !inserted.contains($0) }, before.indices.filter { !removed.contains($0) })
        for (index, original) in kept { blocks[index] = carried[original] }
        hasLost = removed.contains { carried[$0].isChart } && inserted.contains { now[$0].isFigure }
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

extension Block {
    fileprivate var isChart: Bool { if case .chart = self { true } else { false } }
    fileprivate var isFigure: Bool { if case .figure = self { true } else { false } }

    /// Whether an importer may make the other of what an exporter makes of this one.
    fileprivate func canRead(as other: Block) -> Bool {
        switch (self, other) {
        case (.chart, .figure), (.figure, .figure): true
        case (.paragraph(let text), .paragraph(let other)): text.plain == other.plain
        case (.heading(let heading), .heading(let other)): heading.text == other.text
        case (.list(let list), .list(let other)): list.items.map(\.plain) == other.items.map(\.plain)
        case (.table(let table), .table(let other)):
            table.rows.map { $0.map(\.text) } == other.rows.map { $0.map(\.text) }
        case (.statutoryTable(let key), .statutoryTable(let other)): key == other
        default: false
        }
    }
}
