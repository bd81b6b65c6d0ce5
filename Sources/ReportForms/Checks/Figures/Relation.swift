internal import ReportModel

/// A check of the form in one of its columns (or rows), with the figures put in.
struct Relation {
    /// One term: a figure, or the figures of a group.
    struct Operand {
        var term: FormCheck.Term
        var keys: [FigureKey]
        /// Their sum; nil where one of them was not reported, or the sum has no room.
        var value: DecimalAmount?
    }

    enum Outcome {
        case holds
        /// `difference` is left minus right.
        case fails(left: DecimalAmount, right: DecimalAmount, difference: DecimalAmount)
        /// A blank is no zero: with an unreported term nothing is claimed.
        case unreported
        case tooLarge
    }

    var check: FormCheck
    var table: FormTable
    /// The column (or row) it is for.
    var line: String
    var left: [Operand]
    var right: [Operand]
    var outcome: Outcome

    /// - Parameter figure: what was reported for a figure of a term.
    init(_ lined: LinedCheck, of table: FormTable, figure: (FormCheck.Term, FigureKey) -> Figure?) {
        check = lined.check
        self.table = table
        line = lined.line
        var isReported = true
        func operand(_ term: FormCheck.Term, _ keys: [FigureKey]) -> Operand {
            let values = keys.map { figure(term, $0)?.value }
            if values.contains(nil) { isReported = false }
            return Operand(term: term, keys: keys, value: values.sum)
        }
        left = zip(check.left, lined.left).map(operand)
        right = zip(check.right, lined.right).map(operand)
        outcome = isReported ? Relation.outcome(left, right) : .unreported
    }

    private static func outcome(_ left: [Operand], _ right: [Operand]) -> Outcome {
        guard let left = left.map(\.signedValue).sum, let right = right.map(\.signedValue).sum,
            let opposite = right.opposite, let difference = left.adding(opposite)
        else { return .tooLarge }
        return difference.units == 0 ? .holds : .fails(left: left, right: right, difference: difference)
    }

    var operands: [Operand] { left + right }

    /// How a figure of this year enters left minus right; nil where it does not, or more than once.
    func isAdded(_ key: FigureKey) -> Bool? {
        let signs =
            left.flatMap { operand in operand.currentKeys.filter { $0 == key }.map { _ in !operand.term.negative }
            }
            + right.flatMap { operand in
                operand.currentKeys.filter { $0 == key }.map { _ in operand.term.negative }
            }
        return signs.count == 1 ? signs[0] : nil
    }

    /// The figure that a reader looks at first: the one that is said to be the sum, else the first.
    var chiefKey: FigureKey? {
        let totals = [left, right].filter { $0.count == 1 && $0[0].currentKeys.count == 1 }
        return totals.first?[0].currentKeys.first ?? operands.lazy.compactMap(\.currentKeys.first).first
    }
}

extension Relation.Operand {
    var currentKeys: [FigureKey] { term.previousYear ? [] : keys }
    fileprivate var signedValue: DecimalAmount? { term.negative ? value?.opposite : value }
}

extension DecimalAmount {
    /// Nil for the one number whose opposite has no room.
    var opposite: DecimalAmount? { units == .min ? nil : negated }
}

extension Sequence<DecimalAmount?> {
    /// Nil where one is unknown, or the sum has no room.
    var sum: DecimalAmount? {
        reduce(DecimalAmount(units: 0, scale: 0)) { sum, next in next.flatMap { sum?.adding($0) } }
    }
}
