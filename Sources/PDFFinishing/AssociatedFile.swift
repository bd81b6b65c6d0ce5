/// A file that a PDF/A-3 carries along (ISO 19005-3 6.8).
public struct AssociatedFile: Hashable, Sendable {
    /// What it is to the document (ISO 19005-3, annex E).
    public enum Relationship: String, Hashable, Sendable {
        /// The document was made of it.
        case source = "Source"
        /// What a part of the document was laid out by.
        case data = "Data"
        /// It says more about the document.
        case supplement = "Supplement"
    }

    public enum MediaType: String, Hashable, Sendable {
        case json = "application/json"
        case yaml = "application/yaml"
        case png = "image/png"
        case jpeg = "image/jpeg"
        case svg = "image/svg+xml"
        case pdf = "application/pdf"
    }

    /// With `/` between folders.
    public var name: String
    public var mediaType: MediaType
    public var relationship: Relationship
    /// For those who look at the list of files.
    public var description: String
    public let bytes: [UInt8]
    /// As the PDF takes them; nil where that is made anew for each PDF.
    private(set) var packed: [UInt8]?

    public init(name: String, mediaType: MediaType, relationship: Relationship, description: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.relationship = relationship
        self.description = description
        self.bytes = bytes
    }

    /// The same file, made ready for many PDFs.
    public func packedOnce() -> AssociatedFile {
        var file = self
        file.packed = stored(by: Deflate())
        return file
    }

    /// Whether its bytes are packed in themselves.
    var isCompact: Bool {
        switch mediaType {
        case .png, .jpeg, .pdf: true
        case .json, .yaml, .svg: false
        }
    }

    /// What the stream of the PDF holds.
    func stored(by deflate: Deflate) -> [UInt8] { packed ?? (isCompact ? bytes : deflate.compress(bytes)) }
}
