internal import CZlib

/// Packs streams for the filter FlateDecode, one after the other with the same memory: most are short, and clearing a
/// new one takes longer than packing them.
final class Deflate {
    // Structure trees repeat themselves so much that a higher level gains little and takes twice as long.
    private static let level: Int32 = 2
    private var stream = z_stream()

    init() {
        let status = deflateInit_(
            &stream, Deflate.level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib has no memory")
    }

    deinit { deflateEnd(&stream) }

    func compress(_ bytes: [UInt8]) -> [UInt8] {
        deflateReset(&stream)
        let room = Int(deflateBound(&stream, uLong(bytes.count)))
        return bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: room) { output, count in
                // zlib takes its input for changeable, and does not change it.
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(room)
                let status = deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "there is room for all")
                count = room - Int(stream.avail_out)
            }
        }
    }
}
