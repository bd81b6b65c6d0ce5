import Foundation

/// A picture file as Pillow reads it.
struct Picture: Decodable {
    var width: Int
    var height: Int
    /// How many pixels are darker than half grey.
    var dark: Int
    /// What they fill: left, top, right, bottom; nil where there are none.
    var box: [Int]?

    static func read(_ files: [String]) throws -> [Picture] {
        try JSONDecoder().decode([Picture].self, from: OutsideTool.python("read-png.py", files))
    }
}
