/// 附件说明: `附件：…`, or `附件：1.…` with the others behind it or on the lines below.
struct AttachmentNote {
    /// Each title without its number, and its line.
    var titles: [(title: String, line: Int)] = []
    /// How many lines it takes.
    var length = 0

    /// - Parameter lines: it begins with the first of them; nil where that is none.
    init?(_ lines: some Collection<SourceLine>) {
        for line in lines {
            if line.isBlank, length > 0 {
                length += 1
                continue
            }
            guard let added = Self.titles(of: line.text, after: titles.count, isFirst: length == 0) else {
                break
            }
            titles += added.map { ($0, line.number) }
            length += 1
        }
        guard !titles.isEmpty else { return nil }
    }

    /// The titles on a line that follows so many others; nil where the line is no part of the note.
    private static func titles(of line: String, after count: Int, isFirst: Bool) -> [String]? {
        if let match = line.wholeMatch(of: #/附件\s*([0-9]{0,2})\s*[：:]\s*(.*)/#) {
            guard match.1.isEmpty ? isFirst : Int(match.1) == count + 1 else { return nil }
            return match.2.isEmpty ? [] : split(String(match.2), from: count + 1)
        }
        guard !isFirst, let (number, rest) = Numbering.split(line),
            number.style == .point || number.style == .comma,
            number.value == count + 1
        else { return nil }
        return split(rest, from: count + 1)
    }

    /// `清单 2.名录` are two titles where the next number is 2.
    private static func split(_ text: String, from first: Int) -> [String] {
        var titles: [String] = []
        var rest = text[...]
        if let (number, title) = Numbering.split(text), number.style == .point || number.style == .comma,
            number.value == first
        {
            rest = title[...]
        }
        while let mark = rest.firstRange(of: "\(first + titles.count + 1).") ?? rest.firstRange(
            of: "\(first + titles.count + 1)、")
            ?? rest.firstRange(of: "\(first + titles.count + 1)．"),
            mark.lowerBound > rest.startIndex, rest[rest.index(before: mark.lowerBound)].isNumber == false,
            rest[mark.upperBound...].first.map({ !$0.isNumber }) == true
        {
            titles.append(trimmed(rest[..<mark.lowerBound]))
            rest = rest[mark.upperBound...]
        }
        return titles + [titles.isEmpty ? String(rest) : trimmed(rest)]
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace || "；;，,".contains(last) { text.removeLast() }
        return String(text)
    }
}
