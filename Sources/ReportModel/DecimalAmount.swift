/// An exact decimal: `units` × 10^−`scale`. Keeps the digits as written (`2.50` stays `2.50`),
/// yet compares and hashes by value of both fields, so `2.5` and `2.50` are different *texts*;
/// use `isEqual(to:)` for arithmetic.
public struct DecimalAmount: Hashable, Sendable {
    /// At most 18 decimal digits.
    public var units: Int
    /// Digits after the point, 0 … 18.
    public var scale: Int

    public init(units: Int, scale: Int) {
        self.units = units
        self.scale = scale
    }

    /// Reads digits with an optional sign and at most one point; at most 18 digits.
    public init?(_ text: some StringProtocol) {
        var units = 0
        var scale = 0
        var digits = 0
        var afterPoint = false
        var rest = text[...]
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest = rest.dropFirst() }
        for character in rest {
            if character == ".", !afterPoint, digits > 0 {
                afterPoint = true
            } else if let digit = character.wholeNumberValue, character.isASCII, digits < 18 {
                units = units * 10 + digit
                digits += 1
                if afterPoint { scale += 1 }
            } else {
                return nil
            }
        }
        guard digits > 0, !afterPoint || scale > 0 else { return nil }
        self.init(units: negative ? -units : units, scale: scale)
    }

    public var text: String {
        guard scale > 0 else { return String(units) }
        var digits = String(units.magnitude)
        if digits.count <= scale {
            digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
        }
        let point = digits.index(digits.endIndex, offsetBy: -scale)
        return (units < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
    }

    /// The sum, or nil where it has no room in 18 digits.
    public func adding(_ other: DecimalAmount) -> DecimalAmount? {
        let scale = max(self.scale, other.scale)
        guard let a = units(atScale: scale), let b = other.units(atScale: scale) else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : DecimalAmount(units: sum, scale: scale)
    }

    public var negated: DecimalAmount { DecimalAmount(units: -units, scale: scale) }

    /// Equal in value: `2.5` and `2.50`.
    public func isEqual(to other: DecimalAmount) -> Bool {
        let scale = max(self.scale, other.scale)
        guard let a = units(atScale: scale), let b = other.units(atScale: scale) else { return false }
        return a == b
    }

    private func units(atScale target: Int) -> Int? {
        var result = units
        for _ in scale..<max(scale, target) {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }
}

extension DecimalAmount: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let amount = DecimalAmount(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a decimal of at most 18 digits")
        }
        self = amount
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
