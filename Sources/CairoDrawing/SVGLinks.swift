/// Links of an SVG. librsvg makes tags of them, which would break the marks around the drawing (and inside a group, Cairo
/// 1.16 itself); on paper they are nothing.
enum SVGLinks {
    /// The file with every link (`a`) turned into a group (`g`), which draws the same.
    static func removed(from bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var position = 0
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start + 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "/") { position += 1 }
            let name = bytes[position...].prefix(while: isOfName)
            // It may have the prefix of a namespace.
            if name.split(separator: UInt8(ascii: ":")).last?.elementsEqual("a".utf8) == true {
                result[name.endIndex - 1] = UInt8(ascii: "g")
            }
        }
        return result
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<")].contains(byte)
    }
}
