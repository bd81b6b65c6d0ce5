import Foundation
import TestSupport
import Yinfa

/// A file that the built program has laid on sheets.
final class ImposedFile: Sendable {
    let path: String
    let result: Result
    let messages: String
    private let folder: TemporaryFolder

    struct Result: Decodable {
        var pages: Int
        var blankPages: Int
        var sheets: [ImposedSheet]

        /// The pages on the halves of each side, as compare-halves.py takes them.
        var order: String {
            get throws {
                String(
                    decoding: try JSONEncoder().encode(
                        sheets.flatMap { [$0.front, $0.back] }.map { [$0.left, $0.right] }),
                    as: UTF8.self)
            }
        }
    }

    private struct Answer: Decodable {
        var result: Result
        var diagnostics: [Diagnostic]
    }

    convenience init(_ file: String, options: String...) throws { try self.init(file, options: options) }

    init(_ file: String, options: [String]) throws {
        folder = try TemporaryFolder()
        path = folder.path("out.pdf")
        let run = try Program.shell(#""$YINFA" impose "$@""#, [file, "-o", path, "--json"] + options)
        guard run.status == 0 else {
            throw OutsideTool.Failure(description: "impose ended with \(run.status): \(run.output)")
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
        result = answer.result
        messages = answer.diagnostics.map(\.id.rawValue).joined(separator: " ")
    }

    var bytes: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

    /// For each half that has a page: how far it looks unlike that page, and how far unlike another.
    func differences(from source: String) throws -> [(own: Double, other: Double)] {
        let pairs = try JSONDecoder().decode(
            [[Double]].self, from: OutsideTool.python("compare-halves.py", [source, path, try result.order]))
        return pairs.map { ($0[0], $0[1]) }
    }
}
