internal import ReportModel

extension String {
    /// Years named as 2022年 or 二〇二二年, in their order.
    var yearsNamed: [Int] {
        Array(unicodeScalars.map(\.halfWidth)).yearsNamed.map(\.year)
    }

    /// A period as `2022年1月1日起至12月31日`; nil where the sentence has no two days with 至, 到 or a dash between them.
    var statedPeriod: Period? {
        let scalars = Array(unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.halfWidth))
        var days: [(date: CalendarDate, from: Int, to: Int)] = []
        var index = 0
        while index < scalars.count, days.count < 2 {
            if let (date, end) = scalars.date(at: index, year: days.first?.date.year) {
                days.append((date, index, end))
                index = end
            } else {
                index += 1
            }
        }
        guard days.count == 2, days[1].from - days[0].to <= 4,
            scalars[days[0].to..<days[1].from].contains(where: { "至到截止—–-~～".unicodeScalars.contains($0) })
        else { return nil }
        return Period(from: days[0].date, to: days[1].date)
    }
}

extension [Unicode.Scalar] {
    /// Years, and where their 年 ends.
    var yearsNamed: [(end: Int, year: Int)] {
        var years: [(end: Int, year: Int)] = []
        for index in indices where self[index] == "年" && index >= 4 {
            let digits = self[(index - 4)..<index].map(\.yearDigit)
            guard index == 4 || self[index - 5].yearDigit == nil, let first = digits[0],
                (1...2).contains(first),
                let year = digits.reduce(
                    Int?(0), { year, digit in year.flatMap { year in digit.map { year * 10 + $0 } } })
            else { continue }
            years.append((index + 1, year))
        }
        return years
    }

    /// `2022年1月1日` at a position, or `1月1日` of a year already named.
    fileprivate func date(at start: Int, year known: Int?) -> (date: CalendarDate, end: Int)? {
        if start > 0, self[start - 1].isDigit { return nil }
        var position = start
        func number(followedBy unit: Unicode.Scalar) -> Int? {
            var end = position
            while end < count, end - position < 4, self[end].isDigit { end += 1 }
            guard end > position, end < count, self[end] == unit else { return nil }
            let value = self[position..<end].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
            position = end + 1
            return value
        }
        guard let year = number(followedBy: "年") ?? known, let month = number(followedBy: "月"),
            let day = number(followedBy: "日"), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return (date, position)
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// Full-width forms as their ASCII twins.
    var halfWidth: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }

    fileprivate var yearDigit: Int? {
        if isDigit { return Int(value - 0x30) }
        if "〇○零".unicodeScalars.contains(self) { return 0 }
        return Array("一二三四五六七八九".unicodeScalars).firstIndex(of: self).map { $0 + 1 }
    }
}
