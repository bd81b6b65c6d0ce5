/// A plain text that carries a report: the last of its lines, below one that says so.
package enum CarryingText {
    static let mark = "——以下一行是随文所附的数据，供“印发”读回，删去不影响正文——"

    package static func text(_ text: String, carrying carried: String) -> String { "\(text)\n\(mark)\n\(carried)\n" }

    /// The text before the mark, and what is carried behind it; nil where there is none.
    static func parts(of text: String) -> (text: String, carried: String)? {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.suffix(2)
        guard lines.count == 2, let first = lines.first, String(first).trimmed == mark, let carried = lines.last,
            carried.hasPrefix("{")
        else { return nil }
        return (String(text[..<first.startIndex]), String(carried))
    }
}
