/// Glyphs of one face and size, each at its place, with the text they stand for.
public struct GlyphRun: Hashable, Sendable {
    public struct Glyph: Hashable, Sendable {
        public var id: UInt32
        /// Origin on the page.
        public var x: Double
        public var y: Double

        public init(id: UInt32, x: Double, y: Double) {
            self.id = id
            self.x = x
            self.y = y
        }
    }

    /// Some characters and the glyphs that show them: what text extraction gives back.
    public struct Cluster: Hashable, Sendable {
        public var utf8Count: Int
        public var glyphCount: Int

        public init(utf8Count: Int, glyphCount: Int) {
            self.utf8Count = utf8Count
            self.glyphCount = glyphCount
        }
    }

    public var face: FaceID
    public var size: Double
    public var text: String
    public var glyphs: [Glyph]
    public var clusters: [Cluster]

    public init(face: FaceID, size: Double, text: String = "", glyphs: [Glyph] = [], clusters: [Cluster] = []) {
        self.face = face
        self.size = size
        self.text = text
        self.glyphs = glyphs
        self.clusters = clusters
    }
}
