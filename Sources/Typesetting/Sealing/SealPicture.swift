/// The picture of a seal, as its owner has it in a file. It shows a seal, and is no signature.
public struct SealPicture: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case image(ImageSource)
        /// A PDF file of one page.
        case pdf([UInt8])
    }

    public var content: Content
    /// Height over width.
    public var proportion: Double
    /// The file's path, for messages.
    public var file: String

    public init(_ content: Content, proportion: Double, file: String) {
        self.content = content
        self.proportion = proportion
        self.file = file
    }
}

/// A seal that has its place on a page.
public struct PlacedSeal: Hashable, Sendable {
    public var picture: SealPicture
    public var frame: Rectangle

    public init(picture: SealPicture, frame: Rectangle) {
        self.picture = picture
        self.frame = frame
    }
}
