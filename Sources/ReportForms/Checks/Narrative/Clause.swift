internal import ReportModel

/// A piece of a sentence between commas: its numbers with their units, and the words that tell what they are.
struct Clause {
    /// What words say of the numbers beside them.
    struct Signs: OptionSet {
        var rawValue: Int
        /// 其中: parts of the number before it follow.
        static let among = Signs(rawValue: 1)
        /// 共, 累计: the number is a sum.
        static let total = Signs(rawValue: 2)
        /// 同比, 增加: the number is measured against another.
        static let comparison = Signs(rawValue: 4)
        /// 等, 主要: the list is not the whole of it.
        static let hedge = Signs(rawValue: 8)
    }

    /// How many brackets it stands in.
    var brackets: Int
    var numbers: [(number: WrittenNumber, unit: [Unicode.Scalar])] = []
    var signs: Signs = []

    private static let words: [Unicode.Scalar: [(word: [Unicode.Scalar], sign: Signs)]] = {
        let lists: [(Signs, [String])] = [
            (.among, ["其中"]),
            (.total, ["共", "总计", "累计", "合计", "总数"]),
            (.comparison, ["同比", "比上年", "比去年", "上年", "去年", "增加", "减少", "增长", "下降"]),
            (.hedge, ["等", "主要", "包括", "各", "重点", "尤其", "特别"]),
        ]
        let words = lists.flatMap { sign, words in words.map { (word: Array($0.unicodeScalars), sign: sign) } }
        return Dictionary(grouping: words) { $0.word[0] }
    }()
    private static let units = [
        "人次", "万元", "条", "件", "篇", "次", "个", "份", "项", "期", "场", "部", "宗", "起", "户", "家", "元", "幅", "则", "张",
        "人",
    ].map { Array($0.unicodeScalars) }

    private init(_ text: ArraySlice<Unicode.Scalar>, brackets: Int) {
        self.brackets = brackets
        let scalars = Array(text)
        var numberEnd = 0
        for index in scalars.indices {
            for (word, sign) in Self.words[scalars[index]] ?? [] where scalars.holds(word, at: index) {
                if word.count > 1 || word[0] != "共" || Self.saysTogether(scalars, at: index) { signs.insert(sign) }
            }
            guard index >= numberEnd, scalars[index].isNumeric, let number = WrittenNumber(in: scalars, at: index)
            else { continue }
            numberEnd = number.range.upperBound
            if let unit = Self.units.first(where: { scalars.holds($0, at: numberEnd) }) {
                numbers.append((number, unit))
            }
        }
    }

    /// 共 as a word of its own, not as in 公共, 共同.
    private static func saysTogether(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        (index == 0 || !"公中".unicodeScalars.contains(scalars[index - 1]))
            && (index + 1 == scalars.count || !"同享建青产性识治济".unicodeScalars.contains(scalars[index + 1]))
    }

    static func split(_ text: [Unicode.Scalar]) -> [Clause] {
        var clauses: [Clause] = []
        var start = 0
        var brackets = 0
        func close(at end: Int) {
            if end > start { clauses.append(Clause(text[start..<end], brackets: brackets)) }
            start = end + 1
        }
        for index in text.indices where text[index].endsClause {
            // The comma of 1,234 ends nothing.
            if text[index] == ",", index > 0, index + 1 < text.count, text[index - 1].isDigit, text[index + 1].isDigit {
                continue
            }
            close(at: index)
            switch text[index] {
            case "（", "(": brackets += 1
            case "）", ")": brackets = max(0, brackets - 1)
            default: break
            }
        }
        close(at: text.count)
        return clauses
    }

    /// The number that is called a sum here: the only one of the clause.
    /// - Parameter evenUnnamed: without 共 or 累计 too, because 其中 follows.
    func whole(evenUnnamed: Bool) -> (number: WrittenNumber, unit: [Unicode.Scalar])? {
        guard numbers.count == 1, signs.isDisjoint(with: [.comparison, .among]), evenUnnamed || signs.contains(.total)
        else { return nil }
        return numbers[0]
    }

    /// Numbers of a unit that may be parts of a sum; in the digits that the sum is written in, because 一次, 一个 are
    /// everywhere in running text.
    func parts(_ unit: [Unicode.Scalar], like sum: WrittenNumber) -> [WrittenNumber] {
        if brackets > 0 || signs.contains(.comparison) { return [] }
        return numbers.filter { $0.unit == unit && $0.number.isArabic == sum.isArabic }.map(\.number)
    }
}
