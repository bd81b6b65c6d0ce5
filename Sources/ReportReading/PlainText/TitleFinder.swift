internal import ReportForms
internal import ReportModel

/// The title of a text: the first lines that together name an annual report of disclosure.
struct TitleFinder {
    struct Title {
        var text: String
        /// Indices of its lines.
        var lines: ClosedRange<Int>
        /// Nil where the title does not say.
        var agency: String?
        var year: Int?
    }

    /// A title has at most three lines. Of those that end together, the shortest that says whose and
    /// which year is taken, else the shortest: above it stands only what a page puts there.
    static func find(in lines: [SourceLine]) -> Title? {
        for last in lines.indices.prefix(40) where !lines[last].isBlank {
            var text = ""
            var titles: [Title] = []
            for first in (max(0, last - 2)...last).reversed() {
                if lines[first].isBlank || lines[first].text.contains("。") { break }
                text = lines[first].text + text
                if isTitle(text) {
                    titles.append(
                        Title(text: text, lines: first...last, agency: nil, year: nil).withAgencyAndYear())
                }
            }
            if let title = titles.first(where: { $0.agency != nil }) ?? titles.first { return title }
        }
        return nil
    }

    static func isTitle(_ text: String) -> Bool {
        let plain = text.filter { !$0.isWhitespace }
        return plain.contains("信息公开") && ["报告", "年报"].contains { plain.hasSuffix($0) }
            && !plain.hasPrefix("如") && !plain.contains("附件") && Numbering.split(plain) == nil
    }
}

extension TitleFinder.Title {
    /// “柳河镇2022年…” is the report of 柳河镇 on 2022; years may be written 二〇二二.
    fileprivate func withAgencyAndYear() -> Self {
        var title = self
        let characters = Array(text)
        for (index, character) in characters.enumerated() where character == "年" && index >= 4 {
            let digits = String(characters[(index - 4)..<index])
            let number =
                digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : ChineseNumeral.year(digits)
            guard let year = number else { continue }
            title.year = year
            // A `|` marks where a line of the title must end.
            let before = String(characters[..<(index - 4)]).filter { !$0.isWhitespace && $0 != "|" }
            if let agency = Self.withoutConnective(before) { title.agency = agency }
            return title
        }
        return title
    }

    /// The name of a body, without the 关于 that may stand before it; nil for anything else.
    private static func withoutConnective(_ text: String) -> String? {
        let agency = text.hasPrefix("关于") ? String(text.dropFirst(2)) : text
        let isName = agency.allSatisfy { $0.isLetter || "（）()·、“”-".contains($0) }
        return agency.isEmpty || !isName ? nil : agency
    }
}
