/// A ZIP container with nothing packed (APPNOTE 4.3): the plainest that there is, so that tests can say what is in it
/// byte by byte.
public enum StoredZip {
    public static func bytes(_ entries: [(name: String, content: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in entries {
            let start = bytes.count
            let header =
                number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
                + number(crc(content), 4)
                + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            bytes += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + content
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + header
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(start, 4) + Array(name.utf8)
        }
        let start = bytes.count
        bytes += directory
        return bytes + [0x50, 0x4B, 5, 6] + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
            + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    private static func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(~crc)
    }
}
