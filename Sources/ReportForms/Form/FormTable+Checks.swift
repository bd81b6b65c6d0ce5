public import ReportModel

/// A check in one of its columns (or rows), with the figures that each term is the sum of.
struct LinedCheck: Hashable, Sendable {
    var check: FormCheck
    var line: String
    var left: [[FigureKey]]
    var right: [[FigureKey]]
}

extension FormTable {
    /// The columns (or rows) in which every term of a check has its figure, in reading order, limited
    /// to those the check is for.
    public func lines(of check: FormCheck) -> [String] {
        let terms = check.left + check.right
        switch check.direction {
        case .everyColumn:
            let leaves = terms.flatMap { rows(named: RowKey(rawValue: $0.key)) ?? [] }
            return columnKeys.filter { column in
                (check.only.isEmpty || check.only.contains(column.rawValue))
                    && leaves.allSatisfy { kind(of: FigureKey(key, $0, column)) != nil }
            }.map(\.rawValue)
        case .everyRow:
            return rowKeys.filter { row in
                (check.only.isEmpty || check.only.contains(row.rawValue))
                    && terms.allSatisfy { kind(of: FigureKey(key, row, ColumnKey(rawValue: $0.key))) != nil }
            }.map(\.rawValue)
        }
    }

    /// The figures whose sum a term is, in one line of its check.
    public func figures(of term: FormCheck.Term, in line: String, of check: FormCheck) -> [FigureKey] {
        switch check.direction {
        case .everyColumn:
            (rows(named: RowKey(rawValue: term.key)) ?? []).map { FigureKey(key, $0, ColumnKey(rawValue: line)) }
        case .everyRow:
            [FigureKey(key, RowKey(rawValue: line), ColumnKey(rawValue: term.key))]
        }
    }

    /// The checks in every line that each of them is for.
    func lined(_ checks: [FormCheck]) -> [LinedCheck] {
        checks.flatMap { check in
            lines(of: check).map { line in
                LinedCheck(
                    check: check, line: line, left: check.left.map { figures(of: $0, in: line, of: check) },
                    right: check.right.map { figures(of: $0, in: line, of: check) })
            }
        }
    }
}
