internal import ReportModel

/// A number in running text: 1096余, 1,234, 3.5万, 十二.
struct WrittenNumber {
    enum Precision {
        case exact
        /// 余, 多: that many and a few more.
        case andMore
        /// 近, 约, 逾, 超过, 不足: somewhere near.
        case about
    }

    var value: DecimalAmount
    var precision: Precision
    /// Whether it is written in Arabic digits.
    var isArabic: Bool
    /// With its 余 or 多, without what stands before it.
    var range: Range<Int>

    /// The number that begins at a position, not within another one; nil for ordinals.
    init?(in text: [Unicode.Scalar], at start: Int) {
        guard start < text.count, start == 0 || (text[start - 1] != "第" && !text[start - 1].isNumeric) else {
            return nil
        }
        var end = start
        guard let digits = WrittenNumber.arabic(text, &end) ?? WrittenNumber.chinese(text, &end) else {
            return nil
        }
        isArabic = text[start].isDigit
        var value = digits
        var andMore = end < text.count && "余多".unicodeScalars.contains(text[end])
        if andMore { end += 1 }
        if isArabic, let multiplier = WrittenNumber.multiplier(text, at: end) {
            guard let product = value.multiplied(by: multiplier) else { return nil }
            value = product
            end += 1
            if end < text.count, "余多".unicodeScalars.contains(text[end]) {
                andMore = true
                end += 1
            }
        }
        let isAbout = start > 0 && "近约逾超过足".unicodeScalars.contains(text[start - 1])
        self.value = value
        // 1.2万 has been rounded.
        precision =
            isAbout || (isArabic && digits.scale > 0 && value.scale == 0)
            ? .about : andMore ? .andMore : .exact
        range = start..<end
    }

    private static func arabic(_ text: [Unicode.Scalar], _ end: inout Int) -> DecimalAmount? {
        var digits = ""
        var scale = 0
        while end < text.count {
            if text[end].isDigit {
                digits.unicodeScalars.append(text[end])
                if scale > 0 || digits.contains(".") { scale += 1 }
            } else if text[end] == ".", !digits.isEmpty, !digits.contains("."), end + 1 < text.count,
                text[end + 1].isDigit
            {
                digits.append(".")
            } else if text[end] == ",", !digits.isEmpty, end + 3 < text.count,
                text[end + 1...end + 3].allSatisfy(\.isDigit),
                end + 4 >= text.count || !text[end + 4].isDigit
            {
                // A separator of thousands.
            } else {
                break
            }
            end += 1
        }
        return DecimalAmount(digits)
    }

    /// 千, 万 or 亿 after digits; 万元 is a unit.
    private static func multiplier(_ text: [Unicode.Scalar], at position: Int) -> Int? {
        guard position < text.count, position + 1 >= text.count || text[position + 1] != "元" else {
            return nil
        }
        switch text[position] {
        case "千": return 1000
        case "万": return 10_000
        case "亿": return 100_000_000
        default: return nil
        }
    }

    private static func chinese(_ text: [Unicode.Scalar], _ end: inout Int) -> DecimalAmount? {
        let start = end
        while end < text.count, end - start < 20, text[end].isChineseNumeral { end += 1 }
        return value(ofChinese: text[start..<end]).map { DecimalAmount(units: $0, scale: 0) }
    }

    /// 一千零九十六, 二百三, 二〇二二; nil where there is no digit, or the number has no room.
    static func value(ofChinese numerals: some Collection<Unicode.Scalar>) -> Int? {
        guard numerals.contains(where: { $0.chineseDigit ?? 0 > 0 || $0 == "十" || $0 == "零" || $0 == "〇" })
        else { return nil }
        if numerals.allSatisfy({ $0.chineseDigit != nil }) {
            guard numerals.count <= 9 else { return nil }
            return numerals.reduce(0) { $0 * 10 + ($1.chineseDigit ?? 0) }
        }
        var (total, section, digit) = (0, 0, 0)
        for numeral in numerals {
            switch numeral {
            case "十": (section, digit) = (section + max(digit, 1) * 10, 0)
            case "百": (section, digit) = (section + max(digit, 1) * 100, 0)
            case "千": (section, digit) = (section + max(digit, 1) * 1000, 0)
            case "万", "亿":
                let (product, overflow) = (total + section + digit).multipliedReportingOverflow(
                    by: numeral == "万" ? 10_000 : 100_000_000)
                if overflow || product > 1 << 50 { return nil }
                (total, section, digit) = (product, 0, 0)
            default: digit = numeral.chineseDigit ?? 0
            }
        }
        return total + section + digit
    }
}

extension DecimalAmount {
    /// Without the zeros behind the point that the factor fills: 1.2 × 10000 is 12000.
    fileprivate func multiplied(by factor: Int) -> DecimalAmount? {
        let (product, overflow) = units.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        var result = DecimalAmount(units: product, scale: scale)
        while result.scale > 0, result.units.isMultiple(of: 10) {
            result = DecimalAmount(units: result.units / 10, scale: result.scale - 1)
        }
        return result
    }
}

extension Unicode.Scalar {
    var isNumeric: Bool { isDigit || isChineseNumeral }

    var isChineseNumeral: Bool {
        switch self {
        case "十", "百", "千", "万", "亿": true
        default: chineseDigit != nil
        }
    }

    var chineseDigit: Int? {
        switch self {
        case "〇", "零": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
