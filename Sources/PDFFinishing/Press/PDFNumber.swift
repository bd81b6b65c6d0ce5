internal import PDFReading

/// A number as it is written into a PDF file: to a ten-thousandth.
struct PDFNumber: Hashable {
    private let tenThousandths: Int

    var value: Double { Double(tenThousandths) / 10_000 }

    init(_ value: Double) { self.init(ten: (value * 10_000).rounded()) }

    /// Rounded up.
    init(atLeast value: Double) { self.init(ten: (value * 10_000).rounded(.up)) }

    /// What is beyond every page stays within what readers must take (ISO 32000-1, annex C).
    private init(ten: Double) { tenThousandths = Int(min(max(ten, -327_670_000), 327_670_000)) }

    fileprivate var text: String {
        let (whole, rest) = abs(tenThousandths).quotientAndRemainder(dividingBy: 10_000)
        var digits = String(rest + 10_000).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        let sign = tenThousandths < 0 ? "-" : ""
        return digits.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(digits)"
    }
}

extension PDFText {
    mutating func append(_ number: PDFNumber) { append(number.text) }

    /// Four numbers, each with a space behind it.
    mutating func append(_ inks: Inks) {
        for level in [inks.cyan, inks.magenta, inks.yellow, inks.black] {
            append(PDFNumber(level))
            append(" ")
        }
    }

    /// `[x y right top]`
    mutating func append(rectangle edges: [Double]) {
        append("[")
        for (index, edge) in edges.enumerated() {
            if index > 0 { append(" ") }
            append(PDFNumber(edge))
        }
        append("]")
    }
}

extension PDFValue {
    /// Nil where it is no number.
    var number: Double? {
        guard case .scalar(let token) = self else { return nil }
        return Double(String(decoding: token, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    static func name(_ text: StaticString) -> PDFValue { .scalar(text.withUTF8Buffer { Array($0) }[...]) }
}
