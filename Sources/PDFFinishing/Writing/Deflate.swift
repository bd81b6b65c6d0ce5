internal import CZlib

enum Deflate {
    /// The bytes as the filter FlateDecode takes them.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        let result = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            // Structure trees repeat themselves so much that a higher level gains little and takes twice as long.
            let status = compress2(buffer.baseAddress, &length, bytes, uLong(bytes.count), 4)
            precondition(status == Z_OK, "zlib has no memory")
            count = Int(length)
        }
        return result
    }
}
