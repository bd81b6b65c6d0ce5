import Foundation
import TestSupport

/// Reports rendered as the copy that an archive keeps.
enum ArchiveCopy {
    static let options = ["--no-check", "--layout", "archive"]

    /// Every field filled in, and a number.
    static let full = Result {
        try rendered(
            "{fonds: J012&<, year: 2023, item: 15, organisation: 党政综合办公室, retention: 永久}", "--copy-number", "000027")
    }
    /// Nothing is known of it yet.
    static let open = Result { try rendered(nil, "--pdf", "a-2a") }

    /// A report of several pages.
    /// - Parameter record: its `archive`, as YAML.
    static func report(_ record: String?) throws -> String {
        let paragraph = String(repeating: "全镇坚持以公开为常态、不公开为例外，及时答复群众来信。", count: 20)
        return try Specimen.yaml(paragraph: paragraph, more: record.map { ["archive: \($0)"] } ?? [])
    }

    static func rendered(_ record: String?, _ more: String...) throws -> RenderedFile {
        try RenderedFile(yaml: report(record), options: options + more)
    }
}
