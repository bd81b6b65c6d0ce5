/// Labels as they are compared: without white space, quotation marks and `/`, half-width.
enum LabelText {
    static func normalized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isIgnored(scalar) {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                if let half = Unicode.Scalar(scalar.value - 0xFEE0), !isIgnored(half) { result.append(half) }
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        // Nearly all scalars of a label are Han.
        if (0x3400...0x9FFF).contains(scalar.value) { return false }
        switch scalar {
        case "“", "”", "‘", "’", "\"", "'", "「", "」", "『", "』", "`", "/": return true
        default: return scalar.properties.isWhitespace
        }
    }

    /// A normalized label without its number: `一、`, `(一)`, `1.`; the label itself where it has none.
    static func withoutNumber(_ label: String) -> String {
        var rest = label[...]
        let bracketed = rest.first == "("
        if bracketed { rest = rest.dropFirst() }
        let number = rest.prefix { ChineseNumeral.digits.contains($0) || ($0.isASCII && $0.isNumber) }
        rest = rest.dropFirst(number.count)
        guard !number.isEmpty, let mark = rest.first, bracketed ? mark == ")" : "、.".contains(mark) else {
            return label
        }
        let text = rest.dropFirst()
        return text.isEmpty ? label : String(text)
    }
}
