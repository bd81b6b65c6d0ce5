public import ReportModel

extension FormTable {
    /// The columns (or rows) in which every term of a check has its figure, in reading order, limited
    /// to those the check is for.
    public func lines(of check: FormCheck) -> [String] {
        let figures = Set(figureKeys)
        let terms = check.left + check.right
        switch check.direction {
        case .everyColumn:
            let leaves = terms.flatMap { rows(named: RowKey(rawValue: $0.key)) ?? [] }
            return columnKeys.filter { column in
                (check.only.isEmpty || check.only.contains(column.rawValue))
                    && leaves.allSatisfy { figures.contains(FigureKey(key, $0, column)) }
            }.map(\.rawValue)
        case .everyRow:
            return rowKeys.filter { row in
                (check.only.isEmpty || check.only.contains(row.rawValue))
                    && terms.allSatisfy { figures.contains(FigureKey(key, row, ColumnKey(rawValue: $0.key))) }
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
}
