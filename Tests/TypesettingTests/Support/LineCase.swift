import Foundation
import TestSupport

/// One case of a case file: a heading in 【】 that begins with the rule it proves, settings after it, the text, an arrow,
/// the lines expected.
///
///     【行首禁则：句号】宽10
///     全面推进政务公开工作。
///     →
///     全面推进政务公开工
///     作。
struct LineCase: CustomStringConvertible {
    var heading: String
    var settings: String
    var text: String
    var lines: [String]

    /// The rule's name: all of the heading before the colon.
    var rule: String { heading.split(separator: "：").first.map(String.init) ?? "" }

    var description: String { "【\(heading)】\(settings)\n\(text)\n→\n" + lines.joined(separator: "\n") }

    static let folder = Project.file("Tests/TypesettingTests/Paragraph/Cases")

    /// All case files, in the order of their names.
    static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    static func read(_ file: String) throws -> [LineCase] {
        let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return try source.components(separatedBy: "\n\n").compactMap { block in
            let lines = block.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
                .filter { !$0.hasPrefix("#") }
            guard let head = lines.first else { return nil }
            guard head.hasPrefix("【"), let end = head.firstIndex(of: "】"), let arrow = lines.firstIndex(of: "→") else {
                throw Malformed(file: file, block: block)
            }
            return LineCase(
                heading: String(head[head.index(after: head.startIndex)..<end]),
                settings: String(head[head.index(after: end)...]), text: lines[1..<arrow].joined(),
                lines: Array(lines[(arrow + 1)...]))
        }
    }

    /// The comment at the head of a file.
    static func head(of file: String) throws -> String {
        let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return source.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    }

    struct Malformed: Error {
        var file: String
        var block: String
    }
}
