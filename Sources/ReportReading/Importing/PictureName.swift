/// Names of pictures. Whoever made the file chose them, so that none reaches the disk as it is.
enum PictureName {
    /// The last part of a path, of letters, digits, `-` and `_` alone, with the ending that its bytes call for.
    static func safe(_ path: String, _ bytes: [UInt8]?) -> String {
        let last = path.split { "/\\?#:".contains($0) }.last.map(String.init) ?? ""
        let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
        let plain = String(
            stem.unicodeScalars.map { scalar in
                let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                return isKept || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
            }.prefix(60))
        let named = last.lastIndex(of: ".").map { last[$0...].dropFirst().lowercased() } ?? ""
        let ending = bytes.flatMap(kind) ?? (named.allSatisfy { $0.isASCII && $0.isLetter } ? named : "")
        let name = plain.isEmpty || plain.allSatisfy({ $0 == "-" }) ? "picture" : plain
        return ending.isEmpty ? name : name + "." + String(ending.prefix(5))
    }

    /// `png`, `jpg`, `svg` … by how the bytes begin.
    private static func kind(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
        if bytes.starts(with: "GIF8".utf8) { return "gif" }
        if bytes.starts(with: "<svg".utf8) { return "svg" }
        return nil
    }
}
