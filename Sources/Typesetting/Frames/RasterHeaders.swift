/// The size of a PNG file, and whether all of it is there.
enum PNGHeader {
    /// Nil where it is no PNG.
    static func size(_ bytes: [UInt8]) throws(ImageProblem) -> (width: Int, height: Int)? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
        guard bytes.count > 33 else { throw .truncated }
        guard bytes[12..<16].elementsEqual("IHDR".utf8) else { throw .damaged }
        // Chunks: length, name, that many bytes, checksum.
        var position = 8
        while position + 12 <= bytes.count {
            let isEnd = bytes[position + 4..<position + 8].elementsEqual("IEND".utf8)
            position += 12 + bigEndian(bytes[position..<position + 4])
            if isEnd { return (bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24])) }
        }
        throw .truncated
    }
}

/// The size of a JPEG file, and whether all of it is there.
enum JPEGHeader {
    /// Nil where it is no JPEG.
    static func size(_ bytes: [UInt8]) throws(ImageProblem) -> (width: Int, height: Int)? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var position = 2
        while position + 9 < bytes.count {
            guard bytes[position] == 0xFF else { throw .damaged }
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
            } else if marker == 0xDA {
                // The scan before the size.
                throw .damaged
            } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                guard hasEnd(bytes, after: position) else { throw .truncated }
                return (bigEndian(bytes[position + 7..<position + 9]), bigEndian(bytes[position + 5..<position + 7]))
            } else {
                position += 2 + bigEndian(bytes[position + 2..<position + 4])
            }
        }
        throw .truncated
    }

    /// The mark of the end stands last, but for what cameras put behind it. One in a preview, before the size, does
    /// not count.
    private static func hasEnd(_ bytes: [UInt8], after position: Int) -> Bool {
        var index = bytes.count - 1
        while index > position {
            if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
            index -= 1
        }
        return false
    }
}

private func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
