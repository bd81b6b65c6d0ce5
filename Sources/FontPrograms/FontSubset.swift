/// The glyphs that a document shows in a face, in the order in which each came first: their places, from 1, are the
/// codes that the pages show them by.
public struct FontSubset {
    public struct Glyph {
        public var id: UInt32
        /// What it stands for; empty where it says nothing by itself.
        public var text: String

        public init(id: UInt32, text: String) {
            self.id = id
            self.text = text
        }
    }

    public var program: FontProgram
    public var glyphs: [Glyph]

    public init(program: FontProgram, glyphs: [Glyph] = []) {
        self.program = program
        self.glyphs = glyphs
    }
}
