internal import ReportForms
internal import ReportModel

/// Splits text into lines and takes out what word processors and web pages leave in them,
/// telling each repair with its line.
struct LineCleaner {
    let file: String
    let sink: DiagnosticSink

    func lines(of text: String) -> [SourceLine] {
        var lines: [SourceLine] = []
        var current = String.UnicodeScalarView()
        var number = 1
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            // A line or page break of Word ends a line here, though the editor counts none.
            case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                lines.append(clean(current, number))
                current = String.UnicodeScalarView()
            default: current.append(scalar)
            }
            if scalar == "\r" || (scalar == "\n" && previous != "\r") { number += 1 }
            previous = scalar
        }
        lines.append(clean(current, number))
        return lines
    }

    private func clean(_ raw: String.UnicodeScalarView, _ number: Int) -> SourceLine {
        let hasTab = raw.contains("\t")
        var repairs: Set<Repair> = []
        var parts = raw.split(separator: "\t", omittingEmptySubsequences: false)
            .map { clean(cell: Array($0), &repairs) }
        // Word begins each cell with a tab; what stands before the first is then nothing.
        if hasTab, parts.first?.isEmpty == true { parts.removeFirst() }
        if !hasTab, parts.allSatisfy(\.isEmpty) { repairs = [] }
        for repair in Repair.allCases where repairs.contains(repair) {
            sink.add(repair.diagnostic(at: Place(file: file, line: number)))
        }
        return SourceLine(number: number, cells: parts, hasTab: hasTab)
    }

    private func clean(cell: [Unicode.Scalar], _ repairs: inout Set<Repair>) -> String {
        var scalars = withoutBookmarks(cell, &repairs)
        let visible = scalars.filter { !Self.isInvisible($0) }
        if visible.count < scalars.count { repairs.insert(.invisible) }
        scalars = visible
        let trimmed = scalars.drop { $0.properties.isWhitespace }.reversed().drop {
            $0.properties.isWhitespace
        }
        .reversed()
        if trimmed.count < scalars.count { repairs.insert(.space) }
        var result = String.UnicodeScalarView()
        let text = Array(trimmed)
        for (index, scalar) in text.enumerated() {
            if scalar.properties.isWhitespace, scalar != "\u{3000}" {
                if isStray(text, index) {
                    repairs.insert(.space)
                } else {
                    result.append(" ")
                }
            } else if (0xFF10...0xFF19).contains(scalar.value),
                let digit = Unicode.Scalar(scalar.value - 0xFEE0)
            {
                repairs.insert(.digits)
                result.append(digit)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// A space beside a space or between two Chinese characters means nothing. An ideographic space
    /// may part a name of two characters and stays.
    private func isStray(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        if text[index - 1].properties.isWhitespace { return true }
        guard let next = text[index...].first(where: { !$0.properties.isWhitespace }) else { return true }
        return Self.isChinese(text[index - 1]) && Self.isChinese(next)
    }

    private func withoutBookmarks(_ cell: [Unicode.Scalar], _ repairs: inout Set<Repair>) -> [Unicode.Scalar] {
        let mark = Array("[bookmark:".unicodeScalars)
        guard cell.count > mark.count else { return cell }
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < cell.count {
            if cell[index...].starts(with: mark), let end = cell[index...].firstIndex(of: "]") {
                repairs.insert(.bookmark)
                index = end + 1
            } else {
                result.append(cell[index])
                index += 1
            }
        }
        return result
    }

    static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3001...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x20000...0x3FFFD: true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// In the order in which they are told.
    private enum Repair: CaseIterable {
        case bookmark, invisible, space, digits

        func diagnostic(at place: Place) -> Diagnostic {
            switch self {
            case .bookmark:
                Diagnostic(
                    "import.bookmark-removed", .note,
                    Localized(zh: "删去 Word 遗留的书签标记", en: "removed a bookmark mark that Word left"), at: place)
            case .invisible:
                Diagnostic(
                    "import.invisible-character", .note,
                    Localized(zh: "删去不可见字符", en: "removed invisible characters"), at: place)
            case .space:
                Diagnostic(
                    "import.stray-space", .note,
                    Localized(zh: "删去多余的空格", en: "removed stray spaces"), at: place)
            case .digits:
                Diagnostic(
                    "import.full-width-digits", .note,
                    Localized(zh: "全角数字改为半角", en: "made full-width digits half-width"), at: place)
            }
        }
    }
}
