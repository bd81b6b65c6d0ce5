import Foundation

/// The tags of a PDF file as pdfminer reads them.
struct Tags: Decodable {
    var document: Element
    /// For each page, the text that belongs to no element.
    var untagged: [String]
    /// The ICC profile of the output intent, in base 64.
    var profile: String

    init(reading path: String) throws {
        self = try JSONDecoder().decode(Tags.self, from: OutsideTool.python("read-tags.py", [path]))
    }

    struct Element: Decodable {
        var type: String
        var attributes: [String: String]
        var headers: [String]
        var id: String?
        var alternative: String?
        /// Of its own marks, from 1.
        var pages: [Int]
        var content: [Content]

        struct Content: Decodable {
            var text: String?
            var element: Element?
        }

        var children: [Element] { content.compactMap(\.element) }
        /// All text in it.
        var text: String { content.map { $0.text ?? $0.element?.text ?? "" }.joined() }
        /// It and everything below it, in reading order.
        var all: [Element] { [self] + children.flatMap(\.all) }
        func all(_ types: String...) -> [Element] { all.filter { types.contains($0.type) } }

        var rowspan: Int { attributes["RowSpan"].flatMap { Int($0) } ?? 1 }
        var colspan: Int { attributes["ColSpan"].flatMap { Int($0) } ?? 1 }
    }

    var tables: [Element] { document.all("Table") }
}
