internal import ReportModel

/// A piece of a sentence between commas, with its numbers and their units.
struct Clause {
    var scalars: [Unicode.Scalar]
    /// How many brackets it stands in.
    var brackets: Int
    var numbers: [(number: WrittenNumber, unit: [Unicode.Scalar])]

    static let among = words(["其中"])
    /// What says that a list is not the whole of it.
    static let hedges = words(["等", "主要", "包括", "各", "重点", "尤其", "特别"])
    private static let comparisons = words([
        "同比", "比上年", "较上年", "比去年", "较去年", "上年", "去年", "增加", "减少", "增长", "下降",
    ])
    private static let totals = words(["总计", "累计", "合计", "总数", "共计"])
    private static let units = words([
        "人次", "万元", "条", "件", "篇", "次", "个", "份", "项", "期", "场", "部", "宗", "起", "户", "家", "元", "幅", "则", "张",
        "人",
    ])

    private static func words(_ list: [String]) -> [[Unicode.Scalar]] {
        list.map { Array($0.unicodeScalars) }
    }

    private init(_ scalars: [Unicode.Scalar], brackets: Int) {
        self.scalars = scalars
        self.brackets = brackets
        numbers = []
        var position = 0
        while position < scalars.count {
            guard scalars[position].isNumeric, let number = WrittenNumber(in: scalars, at: position) else {
                position += 1
                continue
            }
            position = number.range.upperBound
            if let unit = Self.units.first(where: { scalars.holds($0, at: position) }) {
                numbers.append((number, unit))
            }
        }
    }

    static func split(_ text: [Unicode.Scalar]) -> [Clause] {
        var clauses: [Clause] = []
        var start = 0
        var brackets = 0
        func close(at end: Int) {
            if end > start { clauses.append(Clause(Array(text[start..<end]), brackets: brackets)) }
            start = end + 1
        }
        for (index, scalar) in text.enumerated() where scalar.endsClause {
            // The comma of 1,234 ends nothing.
            if scalar == ",", index > 0, index + 1 < text.count, text[index - 1].isDigit,
                text[index + 1].isDigit
            {
                continue
            }
            close(at: index)
            if "（(".unicodeScalars.contains(scalar) { brackets += 1 }
            if "）)".unicodeScalars.contains(scalar) { brackets = max(0, brackets - 1) }
        }
        close(at: text.count)
        return clauses
    }

    func has(_ words: [[Unicode.Scalar]]) -> Bool {
        words.contains { word in scalars.indices.contains { scalars.holds(word, at: $0) } }
    }

    private var compares: Bool { has(Self.comparisons) }

    /// The number that is called a sum here: the only one of the clause.
    /// - Parameter evenUnnamed: without 共 or 累计 too, because 其中 follows.
    func whole(evenUnnamed: Bool) -> (number: WrittenNumber, unit: [Unicode.Scalar])? {
        guard numbers.count == 1, !compares, !has(Self.among) else { return nil }
        guard evenUnnamed || has(Self.totals) || saysTogether else { return nil }
        return numbers[0]
    }

    /// 共 as a word of its own, not as in 公共, 共同.
    private var saysTogether: Bool {
        scalars.indices.contains { index in
            scalars[index] == "共" && (index == 0 || !"公中".unicodeScalars.contains(scalars[index - 1]))
                && (index + 1 == scalars.count || !"同享建青产性识治济".unicodeScalars.contains(scalars[index + 1]))
        }
    }

    /// Numbers of a unit that may be parts of a sum; in the digits that the sum is written in, because 一次, 一个 are
    /// everywhere in running text.
    func parts(_ unit: [Unicode.Scalar], like sum: WrittenNumber) -> [WrittenNumber] {
        if brackets > 0 || compares { return [] }
        return numbers.filter { $0.unit == unit && $0.number.isArabic == sum.isArabic }.map(\.number)
    }
}
