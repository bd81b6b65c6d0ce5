/// Writes YAML with comments and one-line lists, which Yams does not write.
struct YAMLEmitter {
    private var lines: [String] = []

    static func text(_ entries: [OutputEntry]) -> String {
        var emitter = YAMLEmitter()
        emitter.emit(entries, indent: "", first: nil)
        return emitter.lines.joined(separator: "\n") + "\n"
    }

    /// - Parameter first: what stands before the first key instead of the indent: the `- ` of a list.
    private mutating func emit(_ entries: [OutputEntry], indent: String, first: String?) {
        for (index, entry) in entries.enumerated() {
            let start = index == 0 ? first ?? indent : indent
            let comment = entry.comment.map { "  # \($0)" } ?? ""
            emit(entry.value, after: "\(start)\(entry.key):", comment: comment, indent: indent)
        }
    }

    private mutating func emit(_ node: OutputNode, after start: String, comment: String, indent: String) {
        switch node {
        case .list(let items) where !items.isEmpty:
            lines.append(start + comment)
            for item in items { emit(item: item, indent: indent + "  ") }
        case .mapping(let entries) where !entries.isEmpty:
            lines.append(start + comment)
            emit(entries, indent: indent + "  ", first: nil)
        default:
            lines.append("\(start) \(YAMLScalar.inline(node, inFlow: false))\(comment)")
        }
    }

    private mutating func emit(item: OutputNode, indent: String) {
        if case .mapping(let entries) = item, !entries.isEmpty {
            emit(entries, indent: indent + "  ", first: indent + "- ")
        } else {
            lines.append("\(indent)- \(YAMLScalar.inline(item, inFlow: false))")
        }
    }
}

/// Values on one line.
enum YAMLScalar {
    static func inline(_ node: OutputNode, inFlow: Bool) -> String {
        switch node {
        case .string(let text): string(text, inFlow: inFlow)
        case .number(let digits): digits
        case .boolean(let value): value ? "true" : "false"
        case .list(let items): "[" + items.map { inline($0, inFlow: true) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key): \(inline($0.value, inFlow: true))" }.joined(separator: ", ") + "}"
        case .oneLine(let node): inline(node, inFlow: inFlow)
        }
    }

    /// Plain where that is beyond doubt, else in double quotes.
    static func string(_ text: String, inFlow: Bool) -> String {
        isPlain(text) && !(inFlow && text.unicodeScalars.contains { "[]{},".unicodeScalars.contains($0) })
            ? text : JSONScalar.string(text)
    }

    /// Begins with a letter or a Chinese mark, is no word that YAML reads as a value, and holds
    /// nothing that YAML could take for its own.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, isWord(first), last != " ", last != ":",
            !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        else { return false }
        for (index, scalar) in scalars.enumerated() {
            if scalar.isASCII {
                guard (0x20..<0x7F).contains(scalar.value) else { return false }
                if "#\"\\&".unicodeScalars.contains(scalar) { return false }
                if scalar == ":", scalars[index + 1] == " " { return false }
            } else if !isWord(scalar) {
                return false
            }
        }
        return true
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xB7, 0x2014, 0x2018...0x201D, 0x2026, 0x2460...0x2473, 0x3001...0x303F, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xFF01...0xFF5E, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
