internal import ReportModel

/// A way of saying something, as a form file writes it: `(收到|新收)…申请{n}件`.
///
/// - Plain text stands for itself; `(a|b|)` is one of several, the last here being nothing.
/// - `…` is up to 24 characters of one clause, none of them a digit; a phrase has at most three.
/// - `{n}` is a number, in Arabic or Chinese digits, with its 余 or 多.
///
/// Phrases are no regular expressions, on purpose: none can be written that takes long to search for, and as plain
/// values they are read once with their form and shared by all workers.
public struct Phrase: Hashable, Sendable {
    enum Element: Hashable, Sendable {
        case choice([[Unicode.Scalar]])
        case gap
        case number
    }

    static let gapLength = 24
    static let gapLimit = 3

    /// As the form file writes it.
    public let text: String
    let elements: [Element]
    /// What it can begin with; never empty.
    let beginnings: [Unicode.Scalar]

    var hasNumber: Bool { elements.contains(.number) }

    /// What is wrong, and at which Unicode scalar of the text (from 0).
    struct Problem: Error {
        var message: Localized
        var offset: Int
    }

    init(_ text: String) throws(Problem) {
        self.text = text
        var reader = PhraseReader(Array(text.unicodeScalars))
        elements = try reader.read()
        guard case .choice(let choices) = elements.first, !choices.contains([]) else {
            throw Problem(message: Localized(zh: "说法应以文字开头", en: "a phrase begins with words"), offset: 0)
        }
        beginnings = choices.compactMap(\.first).withoutRepeats
    }
}

private struct PhraseReader {
    let scalars: [Unicode.Scalar]
    var position = 0
    var elements: [Phrase.Element] = []

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func read() throws(Phrase.Problem) -> [Phrase.Element] {
        while position < scalars.count {
            switch scalars[position] {
            case "…": try append(.gap)
            case "{": try readNumber()
            case "(": try readChoices()
            case "|", ")", "}":
                throw problem("“\(scalars[position])”没有与之相配的括号", "“\(scalars[position])” without its bracket")
            default: readLiteral()
            }
        }
        return elements
    }

    private mutating func append(_ element: Phrase.Element) throws(Phrase.Problem) {
        if element == .number, elements.contains(.number) { throw problem("{n} 只能有一个", "only one {n}") }
        if element == .gap, elements.count(where: { $0 == .gap }) == Phrase.gapLimit {
            throw problem("“…”最多 \(Phrase.gapLimit) 处", "at most \(Phrase.gapLimit) “…”")
        }
        elements.append(element)
        position += 1
    }

    private mutating func readNumber() throws(Phrase.Problem) {
        guard scalars[position...].starts(with: "{n}".unicodeScalars) else {
            throw problem("此处应为 {n}", "expected {n}")
        }
        try append(.number)
        position += 2
    }

    private mutating func readLiteral() {
        var literal: [Unicode.Scalar] = []
        while position < scalars.count, !"…{(|)}".unicodeScalars.contains(scalars[position]) {
            if !scalars[position].properties.isWhitespace { literal.append(scalars[position]) }
            position += 1
        }
        if !literal.isEmpty { elements.append(.choice([literal])) }
    }

    private mutating func readChoices() throws(Phrase.Problem) {
        guard let end = scalars[position...].firstIndex(of: ")") else {
            throw problem("缺少右括号“)”", "missing “)”")
        }
        let inside = scalars[(position + 1)..<end]
        if let nested = inside.firstIndex(where: { "…{(}".unicodeScalars.contains($0) }) {
            position = nested
            throw problem("括号里只能是文字和“|”", "only words and “|” stand in brackets")
        }
        let choices = inside.split(separator: "|", omittingEmptySubsequences: false).map { choice in
            choice.filter { !$0.properties.isWhitespace }
        }
        guard choices.contains(where: { !$0.isEmpty }) else {
            throw problem("括号里没有文字", "no words in the brackets")
        }
        elements.append(.choice(choices))
        position = end + 1
    }

    private func problem(_ zh: String, _ en: String) -> Phrase.Problem {
        Phrase.Problem(message: Localized(zh: zh, en: en), offset: position)
    }
}
