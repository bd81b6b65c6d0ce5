internal import ReportModel

/// An equation of a check as text: `new + carried_in = results_total + carried_out`.
///
/// Terms are keys or `previous(key)`, joined by `+` and `-`; one `=` stands between the sides.
struct Equation {
    var left: [FormCheck.Term]
    var right: [FormCheck.Term]

    /// What is wrong, and at which Unicode scalar of the text (from 0).
    struct Problem: Error {
        var message: Localized
        var offset: Int
    }

    init(_ text: String) throws(Problem) {
        var scanner = Scanner(text)
        left = try scanner.side()
        guard scanner.take("=") else {
            throw scanner.problem(Localized(zh: "此处应为“+”“-”或“=”", en: "expected “+”, “-” or “=”"))
        }
        right = try scanner.side()
        guard scanner.isAtEnd else {
            throw scanner.problem(Localized(zh: "此处应为“+”“-”或等式结束", en: "expected “+”, “-” or the end"))
        }
    }

    private struct Scanner {
        var scalars: [Unicode.Scalar]
        var position = 0

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        func problem(_ message: Localized) -> Problem { Problem(message: message, offset: position) }

        mutating func skipSpace() {
            while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        }

        var isAtEnd: Bool {
            mutating get {
                skipSpace()
                return position == scalars.count
            }
        }

        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            skipSpace()
            guard position < scalars.count, scalars[position] == scalar else { return false }
            position += 1
            return true
        }

        mutating func side() throws(Problem) -> [FormCheck.Term] {
            var terms = [try term(negative: take("-"))]
            while true {
                if take("+") {
                    terms.append(try term(negative: false))
                } else if take("-") {
                    terms.append(try term(negative: true))
                } else {
                    return terms
                }
            }
        }

        mutating func term(negative: Bool) throws(Problem) -> FormCheck.Term {
            let word = try key()
            guard word == "previous", take("(") else { return FormCheck.Term(key: word, negative: negative) }
            let inner = try key()
            guard take(")") else { throw problem(Localized(zh: "缺少右括号“)”", en: "missing “)”")) }
            return FormCheck.Term(key: inner, negative: negative, previousYear: true)
        }

        mutating func key() throws(Problem) -> String {
            skipSpace()
            var word = String.UnicodeScalarView()
            while position < scalars.count, scalars[position].isASCII,
                FormKeySpelling.isKeyByte(UInt8(ascii: scalars[position]))
            {
                word.append(scalars[position])
                position += 1
            }
            guard !word.isEmpty else { throw problem(Localized(zh: "此处应为键", en: "expected a key")) }
            return String(word)
        }
    }
}
