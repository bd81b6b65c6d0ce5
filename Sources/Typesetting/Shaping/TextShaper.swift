public import ReportForms
public import ReportModel

/// Turns text into glyphs. Layout knows shaping only by this protocol: `PangoShaping` keeps it with
/// real fonts, the tests with a fake in which a Han character is one em wide.
public protocol TextShaper {
    /// Shapes text in logical order. `style.em` is not applied: advances are those of the face at `style.size`.
    /// - Throws: where no face serves the role.
    func shape(_ text: String, in style: TextStyle) throws(DiagnosticsError) -> ShapedText
}

/// A face of the font book: its place in the order of the book's faces, roles first, fallback last.
/// The same number in every run with the same book and the same fonts.
public struct FaceID: Hashable, Sendable, Comparable {
    public var index: Int

    public init(index: Int) { self.index = index }

    public static func < (a: FaceID, b: FaceID) -> Bool { a.index < b.index }
}

public struct ShapedText: Hashable, Sendable {
    public var clusters: [ShapedCluster]
    /// Glyphs of clusters that have more than one, in order; clusters name their part.
    public var furtherGlyphs: [ShapedGlyph]
    /// Characters that no face of the role and no fallback face has, each once.
    public var missing: [Unicode.Scalar]

    public init(
        clusters: [ShapedCluster] = [], furtherGlyphs: [ShapedGlyph] = [], missing: [Unicode.Scalar] = []
    ) {
        self.clusters = clusters
        self.furtherGlyphs = furtherGlyphs
        self.missing = missing
    }

    public var width: Double { clusters.reduce(0) { $0 + $1.advance } }
}

public struct ShapedGlyph: Hashable, Sendable {
    public var id: UInt32
    /// From the origin of the cluster; y grows downwards.
    public var x: Double
    public var y: Double

    public init(id: UInt32, x: Double = 0, y: Double = 0) {
        self.id = id
        self.x = x
        self.y = y
    }
}

/// The least piece of text that has glyphs of its own: mostly one character and one glyph. Plain numbers, so that the
/// some thousand clusters of a report are copied for nothing.
public struct ShapedCluster: Hashable, Sendable {
    /// Its first character.
    public var scalar: Unicode.Scalar
    /// Where it begins in the text, and how long it is, in bytes of UTF-8.
    public var offset: Int
    public var length: Int
    public var face: FaceID
    public var glyph: ShapedGlyph
    /// Where one glyph is not enough: its part of `ShapedText.furtherGlyphs`.
    public var furtherGlyphs: Range<Int>
    public var advance: Double
    /// Where the ink begins and ends; known of marks, which are cut on their blank side.
    public var inkLeft: Double
    public var inkRight: Double

    public init(
        scalar: Unicode.Scalar, offset: Int, length: Int, face: FaceID, glyph: ShapedGlyph,
        furtherGlyphs: Range<Int> = 0..<0, advance: Double, inkLeft: Double? = nil, inkRight: Double? = nil
    ) {
        self.scalar = scalar
        self.offset = offset
        self.length = length
        self.face = face
        self.glyph = glyph
        self.furtherGlyphs = furtherGlyphs
        self.advance = advance
        self.inkLeft = inkLeft ?? 0
        self.inkRight = inkRight ?? advance
    }
}
