/// Reads the pieces of an XML text: as much of XML as packets of XMP have. Knows no entities but the five of XML.
struct MarkupReader {
    enum Piece {
        case opening(String, attributes: [(name: String, value: String)], isEmpty: Bool)
        case closing(String)
        case text(String)
        case malformed
    }

    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    /// Nil at the end.
    mutating func next() -> Piece? {
        while !rest.isEmpty {
            guard rest.first == "<" else {
                let text = rest.prefix { $0 != "<" }
                rest = rest[text.endIndex...]
                return Self.unescaped(text).map { .text($0) } ?? .malformed
            }
            // Processing instructions and comments say nothing. Declarations could make entities.
            if rest.hasPrefix("<?") {
                guard skip(behind: "?>") else { return .malformed }
            } else if rest.hasPrefix("<!--") {
                guard skip(behind: "-->") else { return .malformed }
            } else if rest.hasPrefix("<!") {
                return .malformed
            } else {
                return tag() ?? .malformed
            }
        }
        return nil
    }

    private mutating func skip(behind end: String) -> Bool {
        guard let found = rest.firstRange(of: end) else { return false }
        rest = rest[found.upperBound...]
        return true
    }

    private mutating func tag() -> Piece? {
        rest.removeFirst()
        let isClosing = rest.first == "/"
        if isClosing { rest.removeFirst() }
        let name = rest.prefix { !$0.isWhitespace && !"/>=\"'".contains($0) }
        rest = rest[name.endIndex...]
        guard !name.isEmpty else { return nil }
        var attributes: [(name: String, value: String)] = []
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.first == ">" {
                rest.removeFirst()
                return isClosing
                    ? .closing(String(name)) : .opening(String(name), attributes: attributes, isEmpty: false)
            }
            if rest.hasPrefix("/>"), !isClosing {
                rest.removeFirst(2)
                return .opening(String(name), attributes: attributes, isEmpty: true)
            }
            guard !isClosing, attributes.count < 256, let attribute = attribute() else { return nil }
            attributes.append(attribute)
        }
    }

    private mutating func attribute() -> (String, String)? {
        let name = rest.prefix { !$0.isWhitespace && !"/>=\"'<".contains($0) }
        rest = rest[name.endIndex...].drop(while: \.isWhitespace)
        guard !name.isEmpty, rest.first == "=" else { return nil }
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        let value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        return Self.unescaped(value).map { (String(name), $0) }
    }

    private static let entities: [Substring: String] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

    private static func unescaped(_ text: Substring) -> String? {
        guard text.contains("&") else { return String(text) }
        var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
        var result = String(parts.removeFirst())
        for part in parts {
            guard let end = part.firstIndex(of: ";") else { return nil }
            let name = part[..<end]
            if let character = entities[name] {
                result += character
            } else if let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst()),
                name.hasPrefix("#"), let scalar = Unicode.Scalar(code)
            {
                result.unicodeScalars.append(scalar)
            } else {
                return nil
            }
            result += part[part.index(after: end)...]
        }
        return result
    }
}
