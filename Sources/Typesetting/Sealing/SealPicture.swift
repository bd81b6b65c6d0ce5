/// The picture of a seal, as its owner has it in a file. It shows a seal, and is no signature.
public struct SealPicture: Hashable, Sendable {
    public var image: ImageSource
    /// The file's path, for messages.
    public var file: String

    public init(_ image: ImageSource, file: String) {
        self.image = image
        self.file = file
    }

    /// Height over width.
    var proportion: Double { image.height / image.width }
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
