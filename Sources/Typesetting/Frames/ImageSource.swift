/// The bytes of an image file, and what was read of its header.
public struct ImageSource: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable {
        case png, jpeg, svg
        /// Of seals alone: a file of one page.
        case pdf
    }

    public var format: Format
    public var bytes: [UInt8]
    /// Pixels: whole numbers but for SVG, where a pixel is a 96th of an inch, and PDF, where it is a point.
    public var width: Double
    public var height: Double

    /// Reads the header of a PNG, JPEG or SVG file.
    /// - Throws: `ImageProblem` where it is none of them, not whole, or larger than 20 000 pixels a side or 100 million
    ///   in all (a bomb, or nothing a page can show).
    public init(bytes: [UInt8]) throws(ImageProblem) {
        let header: (format: Format, width: Double, height: Double)?
        if let size = try PNGHeader.size(bytes) {
            header = (.png, Double(size.width), Double(size.height))
        } else if let size = try JPEGHeader.size(bytes) {
            header = (.jpeg, Double(size.width), Double(size.height))
        } else if let size = try SVGHeader.size(bytes) {
            header = (.svg, size.width, size.height)
        } else {
            header = nil
        }
        guard let header else { throw .unknownFormat }
        guard header.width > 0, header.height > 0 else { throw .damaged }
        guard max(header.width, header.height) <= 20_000, header.width * header.height <= 100_000_000 else {
            throw .tooLarge(width: Int(min(header.width, 1e9)), height: Int(min(header.height, 1e9)))
        }
        format = header.format
        self.bytes = bytes
        width = header.width
        height = header.height
    }

    /// The page of a PDF file, which somebody has read.
    /// - Parameters:
    ///   - width: in points, as `height`.
    public init(pageOf pdf: [UInt8], width: Double, height: Double) {
        format = .pdf
        bytes = pdf
        self.width = width
        self.height = height
    }
}
