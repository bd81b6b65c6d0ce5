internal import ReportForms
internal import ReportModel

extension ReportOutline {
    /// Tables in the form's order, then those the form does not have.
    func tables(of figures: Figures) -> [OutputEntry] {
        let keys = figures.keys
        let inForm = form?.tables.map(\.key) ?? []
        return (inForm + keys.map(\.table)).withoutRepeats.compactMap { table in
            let rows = self.rows(of: table, figures, keys: keys.filter { $0.table == table })
            guard !rows.isEmpty else { return nil }
            return OutputEntry(
                table.rawValue, .mapping(rows), comment: hasComments ? form.flatMap { comment(on: table, in: $0) } : nil
            )
        }
    }

    /// What the table is and, where all rows have the same columns, which they are.
    private func comment(on table: TableKey, in form: Form) -> String? {
        guard let heading = form.sections.first(where: { $0.table == table })?.heading else { return nil }
        let columns = Set((form.table(table)?.formRows ?? []).map(\.columnList))
        guard columns.count == 1, let only = columns.first else { return Self.comment(heading) }
        return Self.comment("\(heading)；各列依次为：\(only)")
    }

    private func rows(of table: TableKey, _ figures: Figures, keys: [FigureKey]) -> [OutputEntry] {
        let formRows = form?.table(table)?.formRows ?? []
        let order = (formRows.map(\.key) + keys.map(\.row)).withoutRepeats
        let keysOfRows = Dictionary(grouping: keys, by: \.row)
        return order.compactMap { key in
            guard let ofRow = keysOfRows[key] else { return nil }
            let formRow = formRows.first { $0.key == key }
            return OutputEntry(
                key.rawValue, row(table, key, formRow, figures, keys: ofRow),
                comment: hasComments ? (formRow?.label).map(Self.comment) : nil)
        }
    }

    private func row(
        _ table: TableKey, _ row: RowKey, _ formRow: FormRow?, _ figures: Figures, keys: [FigureKey]
    ) -> OutputNode {
        if let formRow {
            let list = formRow.columns.compactMap { figures[table, row, $0.key] }
            // A list has to be whole; a row with a figure missing is written by its keys.
            if list.count == formRow.columns.count, keys.count == list.count {
                return list.count == 1 ? figure(list[0]) : .oneLine(.list(list.map(figure)))
            }
        }
        return .oneLine(
            .mapping(
                keys.compactMap { key in figures[key].map { OutputEntry(key.column.rawValue, figure($0)) } }))
    }

    private func figure(_ figure: Figure) -> OutputNode {
        switch figure {
        case .count, .amount: .number(figure.text)
        // With its sign, or it would be read as a count.
        case .change(0): .string("+0")
        case .change(let change): change > 0 ? .string(figure.text) : .number(figure.text)
        case .blank, .notApplicable: .string(figure.text)
        }
    }
}

extension Array where Element: Hashable {
    fileprivate var withoutRepeats: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
