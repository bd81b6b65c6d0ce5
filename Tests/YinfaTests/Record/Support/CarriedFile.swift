import Foundation

/// A file inside a PDF file, as pdfminer reads it.
struct CarriedFile: Decodable {
    /// In the tree of names.
    var key: String
    var name: String
    var relationship: String
    /// The media type.
    var type: String
    var modified: String
    var size: Int
    var bytes: Data
    /// Whether the catalog names it, too.
    var associated: Bool

    static func all(of path: String) throws -> [CarriedFile] {
        try JSONDecoder().decode([CarriedFile].self, from: OutsideTool.python("read-files.py", [path]))
    }
}
