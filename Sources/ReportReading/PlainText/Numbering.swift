internal import ReportForms
internal import ReportModel

/// The number that a line begins with, on the ladder 一、（一） 1. （1） or as 1、 ①.
struct Numbering: Hashable {
    enum Style: Hashable {
        /// 一、
        case section
        /// （一）
        case parenthesizedChinese
        /// 1.
        case point
        /// 1、
        case comma
        /// （1）
        case parentheses
        /// ①
        case circle
    }

    var style: Style
    var value: Int
    /// As it was written.
    var text: String

    /// Splits a line into its number and what follows; nil where it has none or nothing follows.
    static func split(_ line: String) -> (number: Numbering, rest: String)? {
        guard let first = line.first else { return nil }
        if let scalar = first.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
            return make(.circle, Int(scalar.value - 0x245F), line, length: 1)
        }
        if first == "（" || first == "(" { return bracketed(line) }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            let mark = line.dropFirst(digits.count).prefix(2)
            guard let value = Int(digits), (1...99).contains(value), let sign = mark.first else { return nil }
            if sign == "、" { return make(.comma, value, line, length: digits.count + 1) }
            // 2.5万元 is an amount.
            let isDecimal = mark.count == 2 && mark.last.map { $0.isASCII && $0.isNumber } == true
            return ".．".contains(sign) && !isDecimal
                ? make(.point, value, line, length: digits.count + 1) : nil
        }
        let numeral = line.prefix { ChineseNumeral.digits.contains($0) }
        guard let value = ChineseNumeral.value(numeral), let mark = line.dropFirst(numeral.count).first,
            "、.．".contains(mark)
        else { return nil }
        return make(.section, value, line, length: numeral.count + 1)
    }

    private static func bracketed(_ line: String) -> (number: Numbering, rest: String)? {
        let inside = line.dropFirst().prefix { $0 != "）" && $0 != ")" }
        guard inside.count <= 3, inside.count + 1 < line.count else { return nil }
        if let value = ChineseNumeral.value(inside) {
            return make(.parenthesizedChinese, value, line, length: inside.count + 2)
        }
        guard inside.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(inside),
            (1...99).contains(value)
        else { return nil }
        return make(.parentheses, value, line, length: inside.count + 2)
    }

    private static func make(_ style: Style, _ value: Int, _ line: String, length: Int) -> (
        Numbering, String
    )? {
        let rest = line.dropFirst(length).drop(while: \.isWhitespace)
        return rest.isEmpty
            ? nil : (Numbering(style: style, value: value, text: String(line.prefix(length))), String(rest))
    }

    /// As it is printed: `(一)` becomes `（一）`, `1．` becomes `1.`.
    var official: String {
        switch style {
        case .section: ChineseNumeral.text(value) + "、"
        case .parenthesizedChinese: "（\(ChineseNumeral.text(value))）"
        case .point: "\(value)."
        case .comma: "\(value)、"
        case .parentheses: "（\(value)）"
        case .circle: text
        }
    }

    /// A note where the number is printed otherwise than it was written.
    func noteForm(at place: Place, _ sink: DiagnosticSink, printed: String? = nil) {
        let printed = printed ?? official
        guard text != printed else { return }
        sink.add(
            Diagnostic(
                "import.number-form", .note,
                Localized(zh: "编号“\(text)”改为“\(printed)”", en: "the number “\(text)” was made “\(printed)”"), at: place)
        )
    }

    var headingLevel: Int? {
        switch style {
        case .parenthesizedChinese: 2
        case .point: 3
        case .parentheses: 4
        case .section, .comma, .circle: nil
        }
    }

    var listMarker: List.Marker? {
        switch style {
        case .point: .point
        case .comma: .comma
        case .parentheses: .parentheses
        case .circle: .circle
        case .section, .parenthesizedChinese: nil
        }
    }
}
