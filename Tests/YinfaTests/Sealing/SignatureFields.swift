import Foundation

/// The fields of a PDF file for signatures, as pdfminer reads them.
struct SignatureFields: Decodable {
    /// 1: there are such fields; 2: the file must only be added to.
    var flags: Int?
    var fields: [Field]

    init(of path: String) throws {
        self = try JSONDecoder().decode(SignatureFields.self, from: OutsideTool.python("read-fields.py", [path]))
    }

    struct Field: Decodable {
        var type: String
        var subtype: String
        var name: String
        var label: String
        var flags: Int
        var page: Int
        /// How often the page names it among its annotations.
        var listed: Int
        /// Left, bottom, right, top in the space of the page.
        var frame: [Double]
        /// That of its appearance.
        var box: [Double]
        /// How many bytes its appearance is drawn with.
        var drawing: Int
        var isSigned: Bool
        /// The type of the element that its tag leads to; nil where there are no tags.
        var element: String?
    }
}
