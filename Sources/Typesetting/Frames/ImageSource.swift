/// The bytes of an image file, and what was read of its header.
public struct ImageSource: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable {
        case png, jpeg
    }

    public var format: Format
    public var bytes: [UInt8]
    /// Pixels.
    public var width: Int
    public var height: Int

    /// Reads the header of a PNG or baseline/progressive JPEG file. Nil where it is neither, or is
    /// larger than 20 000 pixels a side or 100 million in all (a bomb, or nothing a page can show).
    public init?(bytes: [UInt8]) {
        guard let (format, width, height) = ImageSource.pngSize(bytes) ?? ImageSource.jpegSize(bytes),
            (1...20_000).contains(width), (1...20_000).contains(height), width * height <= 100_000_000
        else { return nil }
        self.format = format
        self.bytes = bytes
        self.width = width
        self.height = height
    }

    private static func pngSize(_ bytes: [UInt8]) -> (Format, Int, Int)? {
        guard bytes.count > 33, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { return nil }
        return (.png, bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
    }

    private static func jpegSize(_ bytes: [UInt8]) -> (Format, Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
            } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (
                    .jpeg, bigEndian(bytes[position + 7..<position + 9]), bigEndian(bytes[position + 5..<position + 7])
                )
            } else {
                position += 2 + bigEndian(bytes[position + 2..<position + 4])
            }
        }
        return nil
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
