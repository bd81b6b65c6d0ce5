/// The size of an SVG file, and whether it is one that we draw: text in UTF-8 without entities, of lines and text alone.
enum SVGHeader {
    static let mostBytes = 8 << 20

    /// Pixels, 96 an inch. Nil where it is no SVG.
    static func size(_ bytes: [UInt8]) throws(ImageProblem) -> (width: Double, height: Double)? {
        // A mark of UTF-16, or its zero bytes, would hide the elements from us, not from the drawing library.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw bytes.prefix(4096).contains(UInt8(ascii: "<")) ? .encoding : .unknownFormat
        }
        guard bytes.prefix(4096).contains(UInt8(ascii: "<")) else { return nil }
        guard bytes.count <= mostBytes else {
            guard bytes.prefix(4096).firstRange(of: Array("<svg".utf8)) != nil else { return nil }
            throw .tooLong
        }
        var scanner = TagScanner(bytes)
        var root: [String: String]?
        while let tag = try scanner.next() {
            switch tag.name {
            case "!ENTITY": throw .entities
            case "?xml":
                if let encoding = tag.attributes["encoding"]?.lowercased(),
                    !["utf-8", "utf8", "us-ascii"].contains(encoding)
                {
                    throw .encoding
                }
            case "svg" where root == nil: root = tag.attributes
            case "image", "filter", "feImage", "foreignObject": throw .element(tag.name)
            default: if root == nil, !tag.name.hasPrefix("!"), !tag.name.hasPrefix("?") { return nil }
            }
        }
        guard let root else { return nil }
        guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { throw .encoding }
        let box = (root["viewBox"] ?? "").split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) }
        let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[2] / box[3] : nil
        let (width, height) = (root["width"].flatMap(pixels), root["height"].flatMap(pixels))
        if let width, let height { return (width, height) }
        if let width, let ratio { return (width, width / ratio) }
        if let height, let ratio { return (height * ratio, height) }
        guard box.count == 4, ratio != nil else { throw .damaged }
        return (box[2], box[3])
    }

    /// Nil for shares of a page that is not there.
    private static func pixels(_ length: String) -> Double? {
        let number = length.prefix { $0.isNumber || ".+-".contains($0) }
        guard let value = Double(number), value.isFinite else { return nil }
        switch length.dropFirst(number.count).trimmingSpaces {
        case "", "px": return value
        case "pt": return value * 4 / 3
        case "pc": return value * 16
        case "in": return value * 96
        case "cm": return value * 96 / 2.54
        case "mm": return value * 96 / 25.4
        default: return nil
        }
    }
}

/// Goes through the tags of an XML file, without regard to whether they are rightly nested.
private struct TagScanner {
    struct Tag {
        /// Without the prefix of a namespace; `!ENTITY`, `!DOCTYPE`, `?xml` with their marks.
        var name: String
        var attributes: [String: String]
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() throws(ImageProblem) -> Tag? {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start + 1
            if skip("!--", to: "-->") || skip("![CDATA[", to: "]]>") { continue }
            let name = take {
                !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "[")
            }
            // A closing tag has nothing before its solidus.
            guard !name.isEmpty else { continue }
            let local = name.split(separator: ":").last.map(String.init) ?? name
            return Tag(name: local, attributes: attributes())
        }
        position = bytes.count
        return nil
    }

    private mutating func skip(_ opening: String, to closing: String) -> Bool {
        guard bytes[position...].starts(with: opening.utf8) else { return false }
        position = bytes[position...].firstRange(of: Array(closing.utf8))?.upperBound ?? bytes.count
        return true
    }

    private mutating func attributes() -> [String: String] {
        var result: [String: String] = [:]
        while position < bytes.count,
            ![UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "[")].contains(bytes[position])
        {
            let name = take {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") || Self.isLetter($0)
            }
            guard !name.isEmpty else {
                position += 1
                continue
            }
            _ = take(Self.isSpace)
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
            position += 1
            _ = take(Self.isSpace)
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
            else {
                continue
            }
            let quote = bytes[position]
            position += 1
            result[name] = take { $0 != quote }
            position += 1
        }
        return result
    }

    private mutating func take(_ isPart: (UInt8) -> Bool) -> String {
        let end = bytes[min(position, bytes.count)...].firstIndex { !isPart($0) } ?? bytes.count
        defer { position = end }
        return String(decoding: bytes[min(position, bytes.count)..<end], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var result = self
        while result.first?.isWhitespace == true { result.removeFirst() }
        while result.last?.isWhitespace == true { result.removeLast() }
        return result
    }
}
