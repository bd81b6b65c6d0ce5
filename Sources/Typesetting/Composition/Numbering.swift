public import ReportModel

/// The numbers of the heading ladder and of list items (GB/T 9704-2012 7.3.3).
public enum Numbering {
    /// 一、 · （一） · 1. · （1） for levels 1 … 4.
    public static func heading(level: Int, _ number: Int) -> String {
        switch level {
        case 1: chinese(number) + "、"
        case 2: "（\(chinese(number))）"
        case 3: "\(number)."
        default: "（\(number)）"
        }
    }

    public static func item(_ marker: List.Marker, _ number: Int) -> String {
        switch marker {
        case .point: "\(number)."
        case .comma: "\(number)、"
        case .parentheses: "（\(number)）"
        case .circle: circled(number)
        }
    }

    /// 1 … 9999 in Chinese numerals: 十, 十一, 二十, 一百零五.
    public static func chinese(_ number: Int) -> String {
        guard (1...9999).contains(number) else { return String(number) }
        let digits = Array("零一二三四五六七八九")
        var result = ""
        var rest = number
        var pendingZero = false
        for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / value
            rest %= value
            if digit == 0 {
                pendingZero = !result.isEmpty
                continue
            }
            if pendingZero { result.append("零") }
            pendingZero = false
            if !(value == 10 && digit == 1 && result.isEmpty) { result.append(digits[digit]) }
            result += unit
        }
        return result
    }

    private static func circled(_ number: Int) -> String {
        guard (1...20).contains(number), let scalar = Unicode.Scalar(0x2460 + UInt32(number) - 1) else {
            return "（\(number)）"
        }
        return String(Character(scalar))
    }
}
