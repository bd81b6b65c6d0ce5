public import ReportModel

/// Pages with everything on them at its place: the contract between layout and drawing.
/// Nothing left of it knows of PDF; nothing right of it measures text. Lengths in points.
public struct LaidOutDocument: Hashable, Sendable {
    public var metadata: DocumentMetadata
    public var pages: [Page]
    /// Whether the pages are the two sides of sheets that are bound at their long edge.
    public var isDuplex: Bool
    public var outline: [OutlineEntry]
    public var structure: StructureTree
    /// In the order in which they are signed.
    public var signatureFields: [SignatureField]

    public init(
        metadata: DocumentMetadata, pages: [Page], isDuplex: Bool = false, outline: [OutlineEntry],
        structure: StructureTree = StructureTree(), signatureFields: [SignatureField] = []
    ) {
        self.metadata = metadata
        self.pages = pages
        self.isDuplex = isDuplex
        self.outline = outline
        self.structure = structure
        self.signatureFields = signatureFields
    }
}

public struct DocumentMetadata: Hashable, Sendable {
    public var title: String
    public var author: String
    public var subject: String
    public var keywords: [String]
    /// 成文日期; nil where the report is not dated.
    public var date: CalendarDate?
    /// Of copies that are made to be kept.
    public var archive: ArchiveRecord?
    public var copyNumber: CopyNumber?

    public init(
        title: String, author: String, subject: String, keywords: [String], date: CalendarDate?,
        archive: ArchiveRecord? = nil, copyNumber: CopyNumber? = nil
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.date = date
        self.archive = archive
        self.copyNumber = copyNumber
    }
}

public struct Page: Hashable, Sendable {
    public var width: Double
    public var height: Double
    /// The printed number.
    public var label: String
    /// In reading order; rules and page numbers after the text.
    public var items: [PageItem]

    public init(width: Double, height: Double, label: String, items: [PageItem] = []) {
        self.width = width
        self.height = height
        self.label = label
        self.items = items
    }
}

/// Something that is drawn.
public struct PageItem: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case glyphs(GlyphRun)
        case rule(Rule)
        case shape(Shape)
        case image(PlacedImage)
    }

    public var content: Content
    /// Where it belongs in the structure tree; nil for artifacts: rules, page numbers, and what comes again only because
    /// a page has ended (header rows, labels of cells that are cut).
    public var leaf: LeafID?
    public var ink: Ink

    public init(_ content: Content, leaf: LeafID? = nil, ink: Ink = .black) {
        self.content = content
        self.leaf = leaf
        self.ink = ink
    }
}

/// What glyphs, rules and strokes are printed with. Pictures have colours of their own; fills of shapes are grey.
public enum Ink: Hashable, Sendable {
    case black
    /// Of seals and stamps.
    case red
}

/// A horizontal or vertical rule; the points are on its middle line, its ends are square.
public struct Rule: Hashable, Sendable {
    public var from: Point
    public var to: Point
    public var width: Double

    public init(from: Point, to: Point, width: Double) {
        self.from = from
        self.to = to
        self.width = width
    }
}

/// An image file's bytes and the rectangle they fill.
public struct PlacedImage: Hashable, Sendable {
    public var image: ImageSource
    public var frame: Rectangle
    /// Whether it lies over the text of its page, as the ink of a seal does.
    public var isOverText: Bool

    public init(image: ImageSource, frame: Rectangle, isOverText: Bool = false) {
        self.image = image
        self.frame = frame
        self.isOverText = isOverText
    }
}

/// An entry of the outline (书签).
public struct OutlineEntry: Hashable, Sendable {
    /// 1 for sections.
    public var level: Int
    public var title: String
    /// From 0.
    public var page: Int
    public var position: Point

    public init(level: Int, title: String, page: Int, position: Point) {
        self.level = level
        self.title = title
        self.page = page
        self.position = position
    }
}
