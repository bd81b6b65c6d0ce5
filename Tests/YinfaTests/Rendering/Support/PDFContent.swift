import Foundation

/// A PDF file as pdfplumber reads it. Points from the top left corner of a page.
struct PDFContent: Decodable {
    var pages: [Page]
    var outline: [OutlineEntry]
    var labels: [String]
    var metadata: [String: String]

    init(reading path: String) throws {
        self = try JSONDecoder().decode(PDFContent.self, from: OutsideTool.python("read-pdf.py", [path]))
    }

    struct Page: Decodable {
        var width: Double
        var height: Double
        /// In the order of the file.
        var characters: [Character]
        var rules: [Rule]
        var tables: [Table]
        var images: [[Double]]
    }

    struct Character: Decodable {
        var text: String
        /// Without the six letters of a subset.
        var font: String
        var size: Double
        var x: Double
        var baseline: Double
        var advance: Double
        /// Red, green and blue, of what is neither black nor grey.
        var color: [Double]?
    }

    struct Rule: Decodable {
        var left, top, right, bottom, width: Double
        /// As that of characters.
        var color: [Double]?
    }

    struct OutlineEntry: Decodable {
        var level: Int
        var title: String
        /// From 1.
        var page: Int
        var kind: String
        var top: Double
    }

    /// A table as its rules show it: rows of slots; nil where a cell from above or from the left covers the slot.
    struct Table: Decodable {
        var rows: [[Cell?]]

        init(from decoder: any Decoder) throws {
            rows = try decoder.singleValueContainer().decode([[Cell?]].self)
        }

        var cells: [Cell] { rows.joined().compactMap { $0 } }
        /// Left edges of its columns, and the right edge of the last.
        var columnEdges: [Double] { edges(cells.map(\.left), cells.map(\.right).max()) }
        /// Top edges of its rows, and the bottom edge of the last.
        var rowEdges: [Double] { edges(cells.map(\.top), cells.map(\.bottom).max()) }

        private func edges(_ values: [Double], _ last: Double?) -> [Double] {
            var result: [Double] = []
            for value in values.sorted() where value - (result.last ?? -1) > 0.5 { result.append(value) }
            return result + (last.map { [$0] } ?? [])
        }
    }

    struct Cell: Decodable {
        var left, top, right, bottom: Double
        /// Without line ends.
        var text: String

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            left = try values.decode(Double.self)
            top = try values.decode(Double.self)
            right = try values.decode(Double.self)
            bottom = try values.decode(Double.self)
            text = try values.decode(String.self).filter { !$0.isWhitespace }
        }
    }
}
