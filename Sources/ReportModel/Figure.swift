/// What stands in one cell of a statutory table.
///
/// A reported zero, a cell left blank and a cell struck out as not applicable are three
/// different statements; none is ever turned into another.
public enum Figure: Hashable, Sendable {
    /// 件数: 0 and above.
    case count(Int)
    /// 金额: a decimal with the digits as they were written.
    case amount(DecimalAmount)
    /// 增/减: a signed change; `+19`, `-8`.
    case change(Int)
    /// 空白.
    case blank
    /// Struck out; `mark` is what the source wrote, e.g. `/` or `—`.
    case notApplicable(mark: String)
}

extension Figure {
    /// Reads the text of a cell: full-width digits and signs, `−`, and surrounding space are
    /// understood; thousands separators (`1,234`) too. Nil where it is no figure.
    ///
    /// At most 18 digits; anything longer is no figure of this world.
    public init?(text: some StringProtocol) {
        // Nearly every figure is digits alone.
        if (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            self = .count(text.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            return
        }
        let characters = text.unicodeScalars.map(Figure.halfWidth).filter { !$0.properties.isWhitespace }
        if characters.isEmpty {
            self = .blank
            return
        }
        let plain = String(String.UnicodeScalarView(characters))
        if ["/", "-", "--", "—", "——", "\\", "无", "*"].contains(plain) {
            self = .notApplicable(mark: plain)
            return
        }
        let sign = plain.first.flatMap { "+-".contains($0) ? $0 : nil }
        let digits = plain.dropFirst(sign == nil ? 0 : 1)
        guard digits.first?.isNumber == true,
            let number = DecimalAmount(Figure.withoutSeparators(digits))
        else { return nil }
        switch (sign, number.scale) {
        case (nil, 0): self = .count(number.units)
        case (let sign?, 0): self = .change(sign == "-" ? -number.units : number.units)
        case (nil, _): self = .amount(number)
        case (let sign?, _):
            self = .amount(DecimalAmount(units: sign == "-" ? -number.units : number.units, scale: number.scale))
        }
    }

    /// As it is printed: no thousands separators (published reports have none), a change with its sign.
    public var text: String {
        switch self {
        case .count(let count): String(count)
        case .amount(let amount): amount.text
        case .change(let change): change > 0 ? "+\(change)" : String(change)
        case .blank: ""
        case .notApplicable(let mark): mark
        }
    }

    /// The exact value for arithmetic; nil where nothing was reported.
    public var value: DecimalAmount? {
        switch self {
        case .count(let count): DecimalAmount(units: count, scale: 0)
        case .amount(let amount): amount
        case .change(let change): DecimalAmount(units: change, scale: 0)
        case .blank, .notApplicable: nil
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2212, 0x2013: "-"
        default: scalar
        }
    }

    private static func withoutSeparators(_ text: Substring) -> String {
        let groups = text.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1, (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return String(text) }
        return text.filter { $0 != "," }
    }
}

extension Figure: Codable {
    private enum CodingKeys: String, CodingKey { case count, amount, change, mark, blank }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let count = try container.decodeIfPresent(Int.self, forKey: .count) {
            self = .count(count)
        } else if let amount = try container.decodeIfPresent(DecimalAmount.self, forKey: .amount) {
            self = .amount(amount)
        } else if let change = try container.decodeIfPresent(Int.self, forKey: .change) {
            self = .change(change)
        } else if let mark = try container.decodeIfPresent(String.self, forKey: .mark) {
            self = .notApplicable(mark: mark)
        } else {
            self = .blank
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .count(let count): try container.encode(count, forKey: .count)
        case .amount(let amount): try container.encode(amount, forKey: .amount)
        case .change(let change): try container.encode(change, forKey: .change)
        case .blank: try container.encode(true, forKey: .blank)
        case .notApplicable(let mark): try container.encode(mark, forKey: .mark)
        }
    }
}
