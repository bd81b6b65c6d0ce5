/// 一 … 九十九, as headings are numbered.
enum ChineseNumeral {
    static let digits = "一二三四五六七八九十"

    static func value(_ text: some StringProtocol) -> Int? {
        guard (1...3).contains(text.count) else { return nil }
        let values = text.compactMap { character in
            digits.firstIndex(of: character).map { digits.distance(from: digits.startIndex, to: $0) + 1 }
        }
        guard values.count == text.count else { return nil }
        switch values.count {
        case 1: return values[0]
        case 2 where values[0] == 10 && values[1] < 10: return 10 + values[1]
        case 2 where values[1] == 10 && values[0] < 10: return values[0] * 10
        case 3 where values[1] == 10 && values[0] < 10 && values[2] < 10: return values[0] * 10 + values[2]
        default: return nil
        }
    }

    /// 二〇二二 as digits one by one.
    static func year(_ text: some StringProtocol) -> Int? {
        guard text.count == 4 else { return nil }
        let zeros: Set<Character> = ["〇", "○", "零", "Ｏ", "O"]
        return text.reduce(into: Int?(0)) { year, character in
            let digit =
                zeros.contains(character) ? 0 : value(String(character)).flatMap { $0 < 10 ? $0 : nil }
            year = year.flatMap { year in digit.map { year * 10 + $0 } }
        }
    }

    static func text(_ value: Int) -> String {
        let digits = Array(digits)
        guard (1...99).contains(value) else { return String(value) }
        let tens = value / 10 == 0 ? "" : value / 10 == 1 ? "十" : "\(digits[value / 10 - 1])十"
        return tens + (value % 10 == 0 ? "" : String(digits[value % 10 - 1]))
    }
}
