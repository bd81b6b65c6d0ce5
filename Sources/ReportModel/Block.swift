/// A block of narrative.
public enum Block: Hashable, Sendable {
    case paragraph(RichText)
    case heading(Heading)
    case list(List)
    case figure(Illustration)
    case chart(Chart)
    case table(NarrativeTable)
    /// Where the statutory table of the section stands.
    case statutoryTable(TableKey)
}

/// A heading below the section headings, on the ladder of GB/T 9704-2012 7.3.3.
public struct Heading: Hashable, Sendable, Codable {
    /// 2 for （一）, 3 for 1., 4 for （1）. Level 1 (一、) is the section's own heading.
    public var level: Int
    /// The number as the source wrote it, where it is not the next one in sequence; nil counts.
    public var number: String?
    public var text: String

    public init(level: Int, number: String? = nil, text: String) {
        self.level = level
        self.number = number
        self.text = text
    }
}

/// Numbered items, each a paragraph.
public struct List: Hashable, Sendable, Codable {
    public enum Marker: String, Hashable, Sendable, Codable, CaseIterable {
        /// `1.`
        case point
        /// `1、`
        case comma
        /// `（1）`
        case parentheses
        /// `①`, up to ⑳
        case circle
    }

    public var marker: Marker
    /// The number of the first item, from 1.
    public var start: Int
    public var items: [RichText]

    public init(marker: Marker, start: Int = 1, items: [RichText]) {
        self.marker = marker
        self.start = start
        self.items = items
    }
}

/// A picture in the narrative.
public struct Illustration: Hashable, Sendable, Codable {
    /// Path of the image file, relative to the report file.
    public var path: String
    public var caption: String?
    /// What the picture shows, for those who do not see it.
    public var alternative: String?
    /// Width in millimetres; nil takes the image's own size, at most the type area's.
    public var width: Double?

    public init(path: String, caption: String? = nil, alternative: String? = nil, width: Double? = nil) {
        self.path = path
        self.caption = caption
        self.alternative = alternative
        self.width = width
    }
}

/// A table of the report's own, beside the statutory ones; cells may span rows and columns.
public struct NarrativeTable: Hashable, Sendable, Codable {
    public enum Alignment: String, Hashable, Sendable, Codable, CaseIterable {
        case left, center, right
    }

    public struct Cell: Hashable, Sendable, Codable {
        public var text: String
        /// Rows it covers, from 1.
        public var rowspan: Int
        /// Columns it covers, from 1.
        public var colspan: Int
        public var alignment: Alignment?

        public init(text: String, rowspan: Int = 1, colspan: Int = 1, alignment: Alignment? = nil) {
            self.text = text
            self.rowspan = rowspan
            self.colspan = colspan
            self.alignment = alignment
        }
    }

    public var caption: String?
    /// Relative widths of the columns; nil divides evenly by what they hold.
    public var widths: [Double]?
    /// How many rows at the top are header rows, repeated where the table breaks.
    public var headerRows: Int
    /// Cells row by row; a slot covered by a span from above or from the left is left out, as in HTML.
    public var rows: [[Cell]]

    public init(caption: String? = nil, widths: [Double]? = nil, headerRows: Int = 1, rows: [[Cell]]) {
        self.caption = caption
        self.widths = widths
        self.headerRows = headerRows
        self.rows = rows
    }
}

extension Block: Codable {
    private enum CodingKeys: String, CodingKey {
        case paragraph, heading, list, figure, chart, table, statutoryTable
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch container.allKeys.first {
        case .paragraph: self = .paragraph(try container.decode(RichText.self, forKey: .paragraph))
        case .heading: self = .heading(try container.decode(Heading.self, forKey: .heading))
        case .list: self = .list(try container.decode(List.self, forKey: .list))
        case .figure: self = .figure(try container.decode(Illustration.self, forKey: .figure))
        case .chart: self = .chart(try container.decode(Chart.self, forKey: .chart))
        case .table: self = .table(try container.decode(NarrativeTable.self, forKey: .table))
        case .statutoryTable:
            self = .statutoryTable(try container.decode(TableKey.self, forKey: .statutoryTable))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a block has one key that says its kind"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .paragraph(let text): try container.encode(text, forKey: .paragraph)
        case .heading(let heading): try container.encode(heading, forKey: .heading)
        case .list(let list): try container.encode(list, forKey: .list)
        case .figure(let figure): try container.encode(figure, forKey: .figure)
        case .chart(let chart): try container.encode(chart, forKey: .chart)
        case .table(let table): try container.encode(table, forKey: .table)
        case .statutoryTable(let key): try container.encode(key, forKey: .statutoryTable)
        }
    }
}
