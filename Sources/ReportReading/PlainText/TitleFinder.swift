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

    /// A title has at most three lines, and only what a page puts above it stands before.
    static func find(in lines: [SourceLine]) -> Title? {
        for first in lines.indices.prefix(40) where !lines[first].isBlank {
            var text = ""
            for last in first..<min(first + 3, lines.count) {
                if lines[last].isBlank || lines[last].text.contains("。") { break }
                text += lines[last].text
                if isTitle(text) {
                    return Title(text: text, lines: first...last, agency: nil, year: nil).withAgencyAndYear()
                }
            }
        }
        return nil
    }

    private static func isTitle(_ text: String) -> Bool {
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
            let number = digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : ChineseNumeral.year(digits)
            guard let year = number else { continue }
            title.year = year
            let before = String(characters[..<(index - 4)]).filter { !$0.isWhitespace }
            if let agency = Self.withoutConnective(before) { title.agency = agency }
            return title
        }
        return title
    }

    private static func withoutConnective(_ text: String) -> String? {
        let agency = text.hasSuffix("关于") ? String(text.dropLast(2)) : text
        return agency.isEmpty ? nil : agency
    }
}
