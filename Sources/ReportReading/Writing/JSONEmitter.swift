/// Writes JSON with an indent of two, short lists of figures on one line.
struct JSONEmitter {
    static func text(_ entries: [OutputEntry]) -> String {
        render(.mapping(entries), indent: "") + "\n"
    }

    private static func render(_ node: OutputNode, indent: String) -> String {
        let inner = indent + "  "
        switch node {
        case .list(let items) where !items.isEmpty:
            let list = items.map { inner + render($0, indent: inner) }.joined(separator: ",\n")
            return "[\n\(list)\n\(indent)]"
        case .mapping(let entries) where !entries.isEmpty:
            let list = entries.map {
                "\(inner)\(JSONScalar.string($0.key)): \(render($0.value, indent: inner))"
            }
            return "{\n\(list.joined(separator: ",\n"))\n\(indent)}"
        case .oneLine(let node): return inline(node)
        default: return inline(node)
        }
    }

    static func inline(_ node: OutputNode) -> String {
        switch node {
        case .string(let text): JSONScalar.string(text)
        case .number(let digits): digits
        case .boolean(let value): value ? "true" : "false"
        case .list(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(JSONScalar.string($0.key)): \(inline($0.value))" }.joined(separator: ", ")
                + "}"
        case .oneLine(let node): inline(node)
        }
    }
}

/// A string in double quotes that JSON and YAML both read.
enum JSONScalar {
    static func string(_ text: String) -> String {
        if isPlain(text) { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            // Readers that refuse YAML's anchors may look for this mark inside of quotes, too.
            case "&": result += "\\u0026"
            default: append(scalar, to: &result)
            }
        }
        return result + "\""
    }

    /// Whether nothing in it has to be escaped: nearly every text is cleared by its bytes. A text that may have something
    /// is none.
    private static func isPlain(_ text: String) -> Bool {
        var (last, before): (UInt8, UInt8) = (0, 0)
        return text.utf8.allSatisfy { byte in
            defer { (last, before) = (byte, last) }
            switch byte {
            // U+0080 … U+009F begin with C2.
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0x7F, 0xC2: return false
            case 0xA8, 0xA9: return (before, last) != (0xE2, 0x80)
            case 0xBE, 0xBF: return (before, last) != (0xEF, 0xBF) && (before, last) != (0xEF, 0xBB)
            default: return true
            }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar.value {
        // Line ends and marks that YAML folds or refuses.
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
            let hex = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: result.unicodeScalars.append(scalar)
        }
    }
}
