import ReportForms
import ReportModel

@testable import Typesetting

/// What the words after a case's heading ask for; lengths in characters of 10 points.
private struct CaseSettings {
    enum Output { case lines, positions }

    var characters = CharacterSettings()
    var shape = ParagraphShape(width: 280, lastLineCharacters: 2)
    var output = Output.lines
    /// How many lines more or less than the paragraph takes by itself.
    var moreLines = 0
    var list: (marker: List.Marker, number: Int)?
    /// Of a title.
    var agency: String?

    init(_ settings: String) throws {
        for word in settings.split(separator: " ").map(String.init) { try read(word) }
    }

    private mutating func read(_ word: String) throws {
        switch word {
        case _ where word.hasPrefix("宽"): shape.width = 10 * (try number(word, after: 1))
        case _ where word.hasPrefix("缩进"): shape.firstIndent = 10 * (try number(word, after: 2))
        case _ where word.hasPrefix("悬进"): shape.hangingIndent = 10 * (try number(word, after: 2))
        case _ where word.hasPrefix("级"):
            guard let level = ProhibitionLevel(rawValue: String(word.dropFirst())) else { throw Unknown(setting: word) }
            characters.prohibition = level
        case "距grid": characters.hanLatinGap = .grid
        case _ where word.hasPrefix("距"): characters.hanLatinGap = .fixed(try number(word, after: 1))
        case "开明", "半角", "全角": characters.punctuation = PunctuationStyle(rawValue: word) ?? .fullWidth
        case "悬挂": characters.hangs = true
        case "居中": shape.alignment = .center
        case "左齐": shape.alignment = .left
        case "右齐": shape.alignment = .right
        case "词意": shape.breaksBySense = true
        case "坐标": output = .positions
        case "减一行": moreLines = -1
        case "加一行": moreLines = 1
        case _ where word.hasPrefix("标题："): agency = String(word.dropFirst(3))
        case "列表1.": list = (.point, 1)
        case "列表1、": list = (.comma, 1)
        case "列表（1）": list = (.parentheses, 1)
        case "列表①": list = (.circle, 1)
        default: throw Unknown(setting: word)
        }
    }

    private func number(_ word: String, after count: Int) throws -> Double {
        guard let number = Double(word.dropFirst(count)) else { throw Unknown(setting: word) }
        return number
    }

    struct Unknown: Error { var setting: String }
}

extension LineCase {
    /// The lines as the program sets them, in the words of the case.
    func set() throws -> [String] {
        let settings = try CaseSettings(settings)
        if let agency = settings.agency {
            return TitleBreaker(agency: agency, year: 2022, measure: settings.shape.width) { $0.isASCII ? 5 : 10 }
                .lines(of: text)
        }
        guard let lines = try setLines(settings) else { return ["（不成）"] }
        return settings.output == .lines ? lines.map(\.text) : lines.map { $0.positions(em: 10) }
    }

    private func setLines(_ settings: CaseSettings) throws -> [SetLine]? {
        let setter = ParagraphSetter(shaper: FakeShaper(), settings: settings.characters)
        let text = try ParagraphText(
            spans(settings), settings: settings.characters, bySense: settings.shape.breaksBySense, shaper: FakeShaper())
        let lines = setter.set(text, settings.shape).lines
        guard settings.moreLines != 0 else { return lines }
        return setter.set(text, settings.shape, lineCount: lines.count + settings.moreLines)
    }

    /// Composed as the text of a report is, but at 10 points without the grid.
    private func spans(_ settings: CaseSettings) throws -> [TextSpan] {
        let body = TextStyle(face: "body", size: 10)
        let style = try LaidOut.style { $0.text.body = body }
        let label = settings.list.map { TextSpan(Numbering.item($0.marker, $0.number), body, role: .label) }
        let block = TextComposer(style: style).paragraph(try marked(text), after: label, path: "")
        guard case .paragraph(let paragraph) = block else { return [] }
        return paragraph.spans
    }

    /// Text with marks as the case files write them: `{楷:甲乙}`, `{注:见附件}`.
    private func marked(_ text: String) throws -> RichText {
        let marks: [Substring: TextMark] = [
            "楷": .emphasis, "黑": .strong, "线": .underline, "点": .dots, "上": .superscript, "下": .subscript,
        ]
        var spans: [RichText.Span] = []
        for piece in text.matches(of: /\{(.):([^}]*)\}|([^{]+)/) {
            let (_, name, inside, plain) = piece.output
            if let plain {
                spans.append(.text(String(plain), marks: []))
            } else if name == "注" {
                spans.append(.note(String(inside ?? "")))
            } else {
                guard let mark = marks[name ?? ""] else { throw CaseSettings.Unknown(setting: String(name ?? "")) }
                spans.append(.text(String(inside ?? ""), marks: [mark]))
            }
        }
        return RichText(spans)
    }
}
