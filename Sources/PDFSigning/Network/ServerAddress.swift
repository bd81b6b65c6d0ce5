/// Where an authority is: `http` or `https`, without a name or password in it, which messages would tell.
public struct ServerAddress: Hashable, Sendable {
    public let text: String

    /// Nil where it is none.
    public init?(_ text: String) {
        let rest: Substring
        switch text.lowercased() {
        case let lower where lower.hasPrefix("http://"): rest = text.dropFirst(7)
        case let lower where lower.hasPrefix("https://"): rest = text.dropFirst(8)
        default: return nil
        }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, !host.contains("@"), text.utf8.count <= 2048,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
    }
}
