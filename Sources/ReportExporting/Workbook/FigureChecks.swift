internal import ReportForms
internal import ReportModel
internal import ReportReading

/// 勾稽关系 as formulas: each equation of a table in each of its lines, over the cells that hold the figures.
///
/// Equations that reach to last year's report are not among them: its figures are not in the workbook.
struct FigureCheck {
    var check: FormCheck
    /// The row or column that it is for, in the words of the form.
    var line: String
    private var plus: [FigureKey]
    private var minus: [FigureKey]

    static func checks(of table: FormTable) -> [FigureCheck] {
        table.checks.filter { !$0.reachesToLastYear }.flatMap { check in
            table.lines(of: check).map { FigureCheck(check, line: $0, of: table) }
        }
    }

    private init(_ check: FormCheck, line: String, of table: FormTable) {
        self.check = check
        self.line =
            switch check.direction {
            case .everyColumn: table.columnName(of: ColumnKey(rawValue: line))
            case .everyRow: table.rowName(of: RowKey(rawValue: line))
            }
        func keys(_ terms: [FormCheck.Term], negative: Bool) -> [FigureKey] {
            terms.filter { $0.negative == negative }.flatMap { table.figures(of: $0, in: line, of: check) }
        }
        // Left minus right.
        plus = keys(check.left, negative: false) + keys(check.right, negative: true)
        minus = keys(check.left, negative: true) + keys(check.right, negative: false)
    }

    var keys: [FigureKey] { plus + minus }

    /// Begins what the formula shows where the equation does not hold.
    static let failure = "差"
    static let success = "平"

    /// As `=IF(COUNT(…)<4,"",IF(ROUND(…,6)=0,"平","差"&ROUND(…,6)))`: of a figure that is not reported nothing is claimed.
    func formula(_ cell: (FigureKey) -> CellReference?) -> String? {
        let (plus, minus) = (self.plus.compactMap(cell), self.minus.compactMap(cell))
        guard plus.count + minus.count == keys.count, !keys.isEmpty else { return nil }
        let difference = [("", plus), ("-", minus)].filter { !$0.1.isEmpty }
            .map { "\($0.0)SUM(\($0.1.ranges.joined(separator: ",")))" }.joined()
        let all = (plus.ranges + minus.ranges).joined(separator: ",")
        let rounded = "ROUND(\(difference),6)"
        return
            "=IF(COUNT(\(all))<\(keys.count),\"\",IF(\(rounded)=0,\"\(Self.success)\",\"\(Self.failure)\"&\(rounded)))"
    }

    /// What the formula comes to.
    func result(_ figures: Figures?) -> String {
        guard let figures else { return "" }
        var sum = DecimalAmount(units: 0, scale: 0)
        for (keys, isNegative) in [(plus, false), (minus, true)] {
            for key in keys {
                guard let value = figures[key]?.value, let next = sum.adding(isNegative ? value.negated : value) else {
                    return ""
                }
                sum = next
            }
        }
        guard sum.units != 0 else { return Self.success }
        while sum.scale > 0, sum.units % 10 == 0 { sum = DecimalAmount(units: sum.units / 10, scale: sum.scale - 1) }
        return Self.failure + sum.text
    }
}
