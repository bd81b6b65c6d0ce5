internal import ReportModel

/// The blocks of one part of the narrative: those of the file, and for each that was not changed the carried one.
enum CarriedBlocks {
    /// - Parameters:
    ///   - carried: of the report that the file carries.
    ///   - before: what its export reads as.
    ///   - now: what the file reads as.
    ///   - file: as `now`, with the names that its pictures have.
    static func merged(carried: [Block], before: [Block], now: [Block], file: [Block]) -> [Block] {
        // Blocks correspond one by one, or nobody can tell which is which. To compare very many takes time by the square.
        guard carried.count == before.count, carried.count + now.count <= 5_000,
            zip(carried, before).allSatisfy({ $0.canRead(as: $1) })
        else {
            return before == now ? carried : file
        }
        let changes = now.difference(from: before)
        let removed = Set(changes.removals.map(\.offset))
        let inserted = Set(changes.insertions.map(\.offset))
        let kept = zip(now.indices.filter { !inserted.contains($0) }, before.indices.filter { !removed.contains($0) })
        var blocks = file
        for (index, original) in kept { blocks[index] = carried[original] }
        // Tables that were changed in their order have their widths still, where they have as many columns.
        let old = removed.sorted().compactMap { carried[$0].table }
        let new = inserted.sorted().filter { blocks[$0].table != nil }
        guard old.count == new.count else { return blocks }
        for (index, old) in zip(new, old) {
            guard case .table(var table) = blocks[index], table.widths == nil, table.columnCount == old.columnCount
            else {
                continue
            }
            table.widths = old.widths
            blocks[index] = .table(table)
        }
        return blocks
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}

extension NarrativeTable {
    fileprivate var columnCount: Int { rows.first?.reduce(0) { $0 + $1.colspan } ?? 0 }
}

extension Block {
    fileprivate var table: NarrativeTable? { if case .table(let table) = self { table } else { nil } }

    /// Whether an importer may make the other of what an exporter makes of this one.
    fileprivate func canRead(as other: Block) -> Bool {
        switch (self, other) {
        case (.chart, .figure), (.figure, .figure): true
        case (.chart, .paragraph(let text)), (.figure, .paragraph(let text)): text.isBracketed
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
