import Foundation
import ReportForms
import ReportModel
import TestSupport

@testable import Typesetting

/// One case of a case file: a heading in 【】 with settings after it, the text, an arrow, the lines expected.
///
///     【句号不在行首】宽10
///     全面推进政务公开工作。
///     →
///     全面推进政务公开工
///     作。
struct LineCase: CustomStringConvertible {
    var name: String
    var settings: String
    var text: String
    var lines: [String]

    var description: String { "【\(name)】\(settings)\n\(text)\n→\n" + lines.joined(separator: "\n") }

    static let folder = Project.file("Tests/TypesettingTests/Paragraph/Cases")

    static func read(_ file: String) throws -> [LineCase] {
        let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return source.components(separatedBy: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
                .filter { !$0.hasPrefix("#") }
            guard let head = lines.first, let end = head.firstIndex(of: "】"), let arrow = lines.firstIndex(of: "→") else {
                return nil
            }
            return LineCase(
                name: String(head[head.index(after: head.startIndex)..<end]),
                settings: String(head[head.index(after: end)...]), text: lines[1..<arrow].joined(),
                lines: Array(lines[(arrow + 1)...]))
        }
    }

    /// The comment at the head of a file.
    static func head(of file: String) throws -> String {
        let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return source.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    }

    func set() throws -> ParagraphSetter<FakeShaper>.Result {
        var characters = CharacterSettings()
        var shape = ParagraphShape(width: 280, lastLineCharacters: 2)
        for word in settings.split(separator: " ").map(String.init) {
            switch word {
            case _ where word.hasPrefix("宽"): shape.width = 10 * (Double(word.dropFirst()) ?? 0)
            case _ where word.hasPrefix("缩进"): shape.firstIndent = 10 * (Double(word.dropFirst(2)) ?? 0)
            case _ where word.hasPrefix("悬进"): shape.hangingIndent = 10 * (Double(word.dropFirst(2)) ?? 0)
            case _ where word.hasPrefix("级"):
                characters.prohibition = ProhibitionLevel(rawValue: String(word.dropFirst())) ?? .gb
            case _ where word.hasPrefix("距"):
                characters.hanLatinGap = word == "距grid" ? .grid : .fixed(Double(word.dropFirst()) ?? 0)
            case "开明", "半角", "全角": characters.punctuation = PunctuationStyle(rawValue: word) ?? .fullWidth
            case "悬挂": characters.hangs = true
            case "居中": shape.alignment = .center
            case "左齐": shape.alignment = .left
            default: throw Unknown(setting: word)
            }
        }
        let style = TextStyle(face: "body", size: 10)
        return try ParagraphSetter(shaper: FakeShaper(), settings: characters).set([TextSpan(text, style)], shape)
    }

    struct Unknown: Error { var setting: String }
}
