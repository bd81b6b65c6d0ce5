import Foundation

/// Where a printer, or a queue of CUPS, is reached: `ipp://host[:port]/path` (RFC 3510) or, encrypted, `ipps://…`
/// (RFC 7472). As with CUPS, encryption keeps others from reading along; it does not prove which printer answers.
public struct PrinterAddress: Hashable, Sendable {
    /// As it was given, and as the printer is asked for.
    public let text: String
    let host: String
    let port: Int
    let path: String
    let isEncrypted: Bool

    /// Nil where it is no such address, or has a name or a password in it: those would be seen by everybody who lists
    /// the machine’s processes.
    public init?(_ text: String) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.fragment == nil, parts.query == nil, text.utf8.count <= 1000,
            let scheme = parts.scheme?.lowercased(), scheme == "ipp" || scheme == "ipps"
        else { return nil }
        let port = parts.port ?? 631
        guard (1...65_535).contains(port) else { return nil }
        self.text = text
        // IPv6 addresses have brackets in an address only.
        self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        self.port = port
        path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        isEncrypted = scheme == "ipps"
    }
}
