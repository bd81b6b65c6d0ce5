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
            .map { clean($0.map { Piece(scalar: $0, span: 0) }, &repairs).text }
        // Word begins each cell with a tab; what stands before the first is then nothing.
        if hasTab, parts.first?.isEmpty == true { parts.removeFirst() }
        if !hasTab, parts.allSatisfy(\.isEmpty) { repairs = [] }
        tell(repairs, number)
        return SourceLine(number: number, cells: parts, hasTab: hasTab)
    }

    /// One line of a document's paragraph; tabs in it are spaces.
    func line(of text: RichText, _ number: Int) -> SourceLine {
        var repairs: Set<Repair> = []
        var pieces: [Piece] = []
        for (index, span) in text.spans.enumerated() {
            switch span {
            case .text(let text, _): pieces += text.unicodeScalars.map { Piece(scalar: $0, span: index) }
            // Holds the place of the note while the text around it is cleaned.
            case .note: pieces.append(Piece(scalar: Self.noteMark, span: index))
            }
        }
        let cleaned = clean(pieces, &repairs)
        let hasNotes = text.spans.contains { if case .note = $0 { true } else { false } }
        let plain = cleaned.filter { $0.scalar != Self.noteMark }.text
        if plain.isEmpty { repairs = [] }
        tell(repairs, number)
        var line = SourceLine(number: number, cells: [plain], hasTab: false)
        if hasNotes || !text.isPlain { line.richText = Self.richText(cleaned, like: text) }
        return line
    }

    /// The text of a table's cell: its lines cleaned one by one.
    func cell(_ text: String, _ number: Int) -> String {
        var repairs: Set<Repair> = []
        let lines = text.split(separator: "\n").map { line in
            clean(line.unicodeScalars.map { Piece(scalar: $0, span: 0) }, &repairs).text
        }.filter { !$0.isEmpty }
        // Space around what stands in a cell is the habit of those who make tables, and says nothing.
        repairs.remove(.space)
        if lines.isEmpty { repairs = [] }
        tell(repairs, number)
        return lines.joined(separator: "\n")
    }

    private static let noteMark: Unicode.Scalar = "\u{FFFC}"

    private static func richText(_ pieces: [Piece], like text: RichText) -> RichText? {
        var spans: [RichText.Span] = []
        var rest = pieces[...]
        while let span = rest.first?.span {
            let run = Array(rest.prefix { $0.span == span })
            rest = rest.dropFirst(run.count)
            if case .text(_, let marks) = text.spans[span] {
                spans.append(.text(run.text, marks: marks))
            } else {
                spans.append(text.spans[span])
            }
        }
        let result = RichText(spans)
        return result.isPlain ? nil : result
    }

    private func tell(_ repairs: Set<Repair>, _ number: Int) {
        for repair in Repair.allCases where repairs.contains(repair) {
            sink.add(repair.diagnostic(at: Place(file: file, line: number)))
        }
    }

    /// A scalar and which span of a rich text it is of.
    struct Piece {
        var scalar: Unicode.Scalar
        var span: Int
    }

    private func clean(_ cell: [Piece], _ repairs: inout Set<Repair>) -> [Piece] {
        var pieces = withoutBookmarks(cell, &repairs)
        let visible = pieces.filter { !Self.isInvisible($0.scalar) }
        if visible.count < pieces.count { repairs.insert(.invisible) }
        pieces = visible
        let trimmed = Array(
            pieces.drop { $0.scalar.properties.isWhitespace }.reversed()
                .drop { $0.scalar.properties.isWhitespace }.reversed())
        if trimmed.count < pieces.count { repairs.insert(.space) }
        var result: [Piece] = []
        for (index, piece) in trimmed.enumerated() {
            let scalar = piece.scalar
            if scalar.properties.isWhitespace, scalar != "\u{3000}" {
                if isStray(trimmed, index) {
                    repairs.insert(.space)
                } else {
                    result.append(Piece(scalar: " ", span: piece.span))
                }
            } else if (0xFF10...0xFF19).contains(scalar.value),
                let digit = Unicode.Scalar(scalar.value - 0xFEE0)
            {
                repairs.insert(.digits)
                result.append(Piece(scalar: digit, span: piece.span))
            } else {
                result.append(piece)
            }
        }
        return result
    }

    /// A space beside a space or between two Chinese characters means nothing. An ideographic space
    /// may part a name of two characters and stays.
    private func isStray(_ text: [Piece], _ index: Int) -> Bool {
        let before = text[index - 1].scalar
        if before.properties.isWhitespace { return true }
        guard let next = text[index...].first(where: { !$0.scalar.properties.isWhitespace })?.scalar else {
            return true
        }
        return Self.isChinese(before) && Self.isChinese(next)
    }

    private func withoutBookmarks(_ cell: [Piece], _ repairs: inout Set<Repair>) -> [Piece] {
        let mark = Array("[bookmark:".unicodeScalars)
        guard cell.count > mark.count else { return cell }
        var result: [Piece] = []
        var index = 0
        while index < cell.count {
            if cell[index...].lazy.map(\.scalar).starts(with: mark),
                let end = cell[index...].firstIndex(where: { $0.scalar == "]" })
            {
                repairs.insert(.bookmark)
                index = end + 1
            } else {
                result.append(cell[index])
                index += 1
            }
        }
        return result
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
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

extension [LineCleaner.Piece] {
    fileprivate var text: String { String(String.UnicodeScalarView(map(\.scalar))) }
}
