internal import ReportModel

/// 图1, 图2, … and 表1, 表2, … in the order of the document.
final class CaptionNumbers {
    enum Kind: Character {
        case figure = "图"
        case table = "表"
    }

    private var counts: [Kind: Int] = [:]
    /// Captions that bear another number than theirs.
    private(set) var findings: [Diagnostic] = []

    /// A caption with its number. One that has a number of its own keeps it; where it is not the next one, a finding
    /// says so.
    func number(_ caption: String, _ kind: Kind, path: String) -> String {
        let number = counts[kind, default: 0] + 1
        counts[kind] = number
        let expected = "\(kind.rawValue)\(number)"
        guard let own = OwnNumber(caption, kind) else { return "\(expected)\u{3000}\(caption)" }
        guard own.value == String(number) || own.value == Numbering.chinese(number) else {
            findings.append(
                Diagnostic(
                    "caption.number", .warning,
                    Localized(
                        zh: "标题写的是“\(kind.rawValue)\(own.value)”，按顺序应为“\(expected)”",
                        en:
                            "the caption says “\(kind.rawValue)\(own.value)”; in the order of the document it is “\(expected)”"
                    ),
                    at: Place(path: "\(path).caption"),
                    hint: Localized(zh: "不写编号，由程序依次编号", en: "leave the number out: the program counts")))
            return caption
        }
        return own.title.isEmpty ? caption : "\(kind.rawValue)\(own.value)\u{3000}\(own.title)"
    }

    /// The number that a caption begins with: 图1 …, 图一：….
    private struct OwnNumber {
        var value: String
        var title: String

        init?(_ caption: String, _ kind: Kind) {
            guard caption.first == kind.rawValue else { return nil }
            let rest = caption.dropFirst().drop { $0.isWhitespace }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            let numerals = rest.prefix { "一二三四五六七八九十百".contains($0) }
            let number = digits.isEmpty ? numerals : digits
            let after = rest.dropFirst(number.count)
            // 图一 is a number before a space or a mark only: 图一组 is not; 图1-1 is a numbering of the author's own.
            let ends = after.first.map { $0.isWhitespace || "：:．.、".contains($0) } ?? true
            guard !number.isEmpty, ends else { return nil }
            value = String(number)
            title = String(after.drop { $0.isWhitespace || "：:．.、".contains($0) })
        }
    }
}
