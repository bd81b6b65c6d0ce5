internal import CZlib

/// A piece that was written once, to be joined in many streams.
struct JoinablePiece {
    var bits: BitStream
    /// Of the bytes that it stands for.
    var length: Int
    var checksum: UInt

    init(_ bytes: [UInt8], code: LiteralCode) {
        bits = code.encode(bytes)
        length = bytes.count
        checksum = adler32(1, bytes, uInt(bytes.count))
    }
}

/// Joins pieces in a stream of zlib's format (RFC 1950), without writing them again.
enum JoinedStream {
    /// - Parameter head: the bytes before the pieces, of any kind.
    static func join(head: [UInt8], _ pieces: [JoinablePiece], code: LiteralCode) -> [UInt8] {
        var bits = BitStream()
        bits.reserve(bits: pieces.reduce(4096) { $0 + $1.bits.count })
        code.appendHeader(to: &bits)
        var checksum = adler32(1, head, uInt(head.count))
        for piece in pieces {
            bits.append(piece.bits)
            checksum = adler32_combine(checksum, piece.checksum, piece.length)
        }
        code.appendEnd(to: &bits)
        var stream: [UInt8] = [0x78, 0x01]
        stream.reserveCapacity(head.count + bits.count / 8 + 64)
        appendStored(head, to: &stream)
        bits.appendBytes(to: &stream)
        for shift in [24, 16, 8, 0] { stream.append(UInt8(truncatingIfNeeded: checksum >> UInt(shift))) }
        return stream
    }

    /// Blocks as they are (RFC 1951, 3.2.4); bytes begin at a byte, so that nothing has to be shifted.
    private static func appendStored(_ bytes: [UInt8], to stream: inout [UInt8]) {
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
            stream += [0, low, high, ~low, ~high]
            stream += block
        }
    }
}
