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
    /// Characters that no face of the role and no fallback face has, each once.
    public var missing: [Unicode.Scalar]

    public init(clusters: [ShapedCluster], missing: [Unicode.Scalar] = []) {
        self.clusters = clusters
        self.missing = missing
    }
}

/// The least piece of text that has glyphs of its own: mostly one character and one glyph.
public struct ShapedCluster: Hashable, Sendable {
    public struct Glyph: Hashable, Sendable {
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

    public var text: String
    public var face: FaceID
    public var glyph: Glyph
    /// Where one glyph is not enough.
    public var furtherGlyphs: [Glyph]
    public var advance: Double
    /// Where the ink begins and ends; known of marks, which are cut on their blank side.
    public var inkLeft: Double
    public var inkRight: Double

    public init(
        text: String, face: FaceID, glyph: Glyph, furtherGlyphs: [Glyph] = [], advance: Double,
        inkLeft: Double? = nil, inkRight: Double? = nil
    ) {
        self.text = text
        self.face = face
        self.glyph = glyph
        self.furtherGlyphs = furtherGlyphs
        self.advance = advance
        self.inkLeft = inkLeft ?? 0
        self.inkRight = inkRight ?? advance
    }
}
