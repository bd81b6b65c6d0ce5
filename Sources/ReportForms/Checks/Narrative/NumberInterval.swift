internal import ReportModel

/// The numbers that a written one may stand for, both ends included.
struct NumberInterval {
    var low: DecimalAmount
    var high: DecimalAmount

    func contains(_ amount: DecimalAmount) -> Bool { !amount.isLess(than: low) && !high.isLess(than: amount) }
    func isBelow(_ other: NumberInterval) -> Bool { high.isLess(than: other.low) }

    /// Nil where a sum has no room.
    static func sum(_ intervals: [NumberInterval]) -> NumberInterval? {
        guard let low = intervals.map({ Optional($0.low) }).sum,
            let high = intervals.map({ Optional($0.high) }).sum
        else {
            return nil
        }
        return NumberInterval(low: low, high: high)
    }
}

extension WrittenNumber {
    /// 余 adds at most a tenth, or one of the last digit that is not 0 (100余 is under 200); 约 may be off by
    /// that both ways.
    var interval: NumberInterval {
        let slack = precision == .exact ? DecimalAmount(units: 0, scale: 0) : self.slack
        let high = value.adding(slack) ?? value
        let low = precision == .about ? value.adding(slack.negated) ?? value : value
        return NumberInterval(low: low, high: high)
    }

    private var slack: DecimalAmount {
        var unit = 1
        var rest = value.units
        while rest != 0, rest.isMultiple(of: 10) {
            rest /= 10
            unit *= 10
        }
        return DecimalAmount(units: max(unit, value.units / 10), scale: value.scale)
    }
}

extension DecimalAmount {
    /// False where the two cannot be compared for their number of digits.
    func isLess(than other: DecimalAmount) -> Bool {
        guard let opposite = other.opposite, let difference = adding(opposite) else { return false }
        return difference.units < 0
    }
}
