/// How a report file is written.
public enum ReportFormat: String, CaseIterable, Sendable, Codable {
    case yaml, json
    /// Plain text as Word saves it or a web page gives it.
    case text

    /// By the ending of the name: `.yaml`, `.yml`, `.json`, `.txt`, `.text`; nil for any other.
    public init?(fileName: String) {
        guard let point = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: point)...].lowercased() {
        case "yaml", "yml": self = .yaml
        case "json": self = .json
        case "txt", "text": self = .text
        default: return nil
        }
    }

    /// By how the text begins: a brace, a YAML key or comment, or anything else.
    init(content: String) {
        let first =
            content.split(whereSeparator: \.isNewline)
            .first { $0.contains { !$0.isWhitespace } }?.drop(while: \.isWhitespace) ?? ""
        let key = first.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        if first.hasPrefix("{") {
            self = .json
        } else if first.hasPrefix("#") || first.hasPrefix("---") || first.hasPrefix("%YAML")
            || (!key.isEmpty && first[key.endIndex...].hasPrefix(":"))
        {
            self = .yaml
        } else {
            self = .text
        }
    }
}
