public import ReportForms
public import ReportModel

/// Figures of a form at random that keep its arithmetic: what a careful office publishes.
public enum BalancedFigures {
    public static func make(_ form: Form, _ random: inout SeededGenerator) -> Figures {
        var figures = Figures()
        for table in form.tables {
            for key in table.figureKeys {
                switch table.kind(of: key) {
                case .amount:
                    figures[key] = .amount(DecimalAmount(units: .random(in: 1...99_999_999, using: &random), scale: 6))
                case .change:
                    // As cells have it: no sign says that 0 is a change.
                    let change = Int.random(in: -90...90, using: &random)
                    figures[key] = change == 0 ? .count(0) : .change(change)
                default: figures[key] = .count(count(&random))
                }
            }
        }
        balanceApplications(&figures, form, &random)
        balanceDisputes(&figures, form)
        return figures
    }

    /// Mostly small and different, sometimes zero, sometimes of eight digits.
    private static func count(_ random: inout SeededGenerator) -> Int {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...1: 0
        case 2: Int.random(in: 10_000_000...99_999_999, using: &random)
        default: Int.random(in: 1...999, using: &random)
        }
    }

    private static func value(_ figures: Figures, _ row: RowKey, _ column: ColumnKey) -> Int {
        if case .count(let count)? = figures[.applications, row, column] { count } else { 0 }
    }

    private static func balanceApplications(_ figures: inout Figures, _ form: Form, _ random: inout SeededGenerator) {
        guard let table = form.table(.applications) else { return }
        let outside: Set<RowKey> = ["new", "carried_in", "results_total", "carried_out"]
        let columns = table.columnKeys.filter { $0 != "total" }
        for column in columns {
            let total = table.rowKeys.filter { !outside.contains($0) }.reduce(0) { $0 + value(figures, $1, column) }
            let left = value(figures, "carried_out", column)
            let before = Int.random(in: 0...min(total + left, 50), using: &random)
            figures[.applications, "results_total", column] = .count(total)
            figures[.applications, "carried_in", column] = .count(before)
            figures[.applications, "new", column] = .count(total + left - before)
        }
        for row in table.rowKeys {
            figures[.applications, row, "total"] = .count(columns.reduce(0) { $0 + value(figures, row, $1) })
        }
    }

    private static func balanceDisputes(_ figures: inout Figures, _ form: Form) {
        guard let table = form.table(.disputes) else { return }
        for row in table.rowKeys {
            let parts = ["upheld", "corrected", "other", "pending"] as [ColumnKey]
            let sum = parts.reduce(0) { sum, column in
                if case .count(let count)? = figures[.disputes, row, column] { sum + count } else { sum }
            }
            figures[.disputes, row, "total"] = .count(sum)
        }
    }
}
