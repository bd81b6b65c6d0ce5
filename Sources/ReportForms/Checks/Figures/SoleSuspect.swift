internal import ReportModel

/// The one figure that alone would set right all relations that fail together: the cell where the
/// failing row and the failing column cross.
struct SoleSuspect {
    var key: FigureKey
    /// What it would have to be.
    var value: DecimalAmount

    /// - Parameters:
    ///   - failing: relations that fail, connected by common figures.
    ///   - holding: the relations of the table that hold; the suspect is in none of them.
    ///   - kinds: what each figure of the table is; no count becomes negative.
    init?(failing: [Relation], holding: [Relation], figures: Figures, kinds: [FigureKey: FigureKind]) {
        let innocent = Set(holding.flatMap { $0.operands.flatMap(\.currentKeys) })
        let candidates = (failing.first?.operands.flatMap(\.currentKeys) ?? []).compactMap {
            key -> SoleSuspect? in
            guard !innocent.contains(key), let value = figures[key]?.value else { return nil }
            let values = failing.map { $0.value(settingRight: key, now: value) }
            guard let first = values.first, let wanted = first,
                values.allSatisfy({ $0?.isEqual(to: wanted) == true }),
                wanted.units >= 0 || kinds[key] == .change
            else { return nil }
            return SoleSuspect(key: key, value: wanted)
        }
        guard candidates.count == 1 else { return nil }
        self = candidates[0]
    }

    private init(key: FigureKey, value: DecimalAmount) {
        self.key = key
        self.value = value
    }
}

extension Relation {
    fileprivate func value(settingRight key: FigureKey, now value: DecimalAmount) -> DecimalAmount? {
        guard case .fails(_, _, let difference) = outcome, let isAdded = isAdded(key) else { return nil }
        return (isAdded ? difference.opposite : difference).flatMap(value.adding)
    }
}

extension [Relation] {
    /// Groups of relations that hang together by common figures, each in the order given.
    var connected: [[Relation]] {
        var groups: [(keys: Set<FigureKey>, members: [Int])] = []
        for (index, relation) in enumerated() {
            var keys = Set(relation.operands.flatMap(\.currentKeys))
            var members = [index]
            groups.removeAll { group in
                guard !group.keys.isDisjoint(with: keys) else { return false }
                keys.formUnion(group.keys)
                members += group.members
                return true
            }
            groups.append((keys, members))
        }
        return groups.map { $0.members.sorted() }.sorted { $0[0] < $1[0] }.map { $0.map { self[$0] } }
    }
}
