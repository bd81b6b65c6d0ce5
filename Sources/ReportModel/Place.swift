/// A position in a source file. Lines and columns count from 1; a column is a Unicode scalar.
public struct SourceLocation: Hashable, Sendable, Codable {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// Where a diagnostic points: a position in a file, a path in the report, a cell of a table,
/// or as many of the three as are known.
public struct Place: Hashable, Sendable, Codable {
    public var file: String?
    public var line: Int?
    public var column: Int?
    /// Path of the value, e.g. `tables.applications.new.natural_person`, `sections.overview.content[2]`.
    public var path: String?
    /// The cell in the words of the form, e.g. 「三、本年度办理结果／（一）予以公开 × 自然人」.
    public var cell: String?

    public init(
        file: String? = nil, line: Int? = nil, column: Int? = nil, path: String? = nil,
        cell: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.cell = cell
    }

    public init(_ location: SourceLocation, path: String? = nil, cell: String? = nil) {
        self.init(
            file: location.file, line: location.line, column: location.column, path: path, cell: cell)
    }
}

/// Where the values of a report came from: the position of each path that was read.
///
/// Kept beside the report, not in it, so that two reports with the same content are equal
/// whatever files they came from.
public struct SourceMap: Hashable, Sendable, Codable {
    public var file: String
    public var locations: [String: SourceLocation]

    public init(file: String, locations: [String: SourceLocation] = [:]) {
        self.file = file
        self.locations = locations
    }

    /// The place of a path; where the path itself is unknown, that of the nearest one above it.
    public func place(of path: String, cell: String? = nil) -> Place {
        var ancestor = path[...]
        while true {
            if let location = locations[String(ancestor)] {
                return Place(location, path: path, cell: cell)
            }
            guard let cut = ancestor.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
            ancestor = ancestor[..<cut]
        }
        return Place(file: file, path: path, cell: cell)
    }
}
