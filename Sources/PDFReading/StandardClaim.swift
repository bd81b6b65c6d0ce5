/// What a file says of itself in its XMP: which standards it keeps (ISO 19005-3 6.6.4, ISO 14289-1 5).
public struct StandardClaim: Hashable, Sendable {
    /// Of ISO 19005.
    public let archivePart: Int?
    /// The level, e.g. `A`.
    public let archiveLevel: String?
    /// Of ISO 14289.
    public let accessibilityPart: Int?

    init(packet: [UInt8]) {
        let text = String(decoding: packet.prefix(1 << 18), as: UTF8.self)
        archivePart = StandardClaim.value("pdfaid:part", in: text).flatMap { Int($0) }
        archiveLevel = StandardClaim.value("pdfaid:conformance", in: text)
        accessibilityPart = StandardClaim.value("pdfuaid:part", in: text).flatMap { Int($0) }
    }

    /// XMP writes a simple property as an element or as an attribute (ISO 16684-1 7.5).
    private static func value(_ name: String, in text: String) -> String? {
        for (opening, closing) in [("<\(name)>", "<"), ("\(name)=\"", "\""), ("\(name)='", "'")] {
            guard let start = text.firstRange(of: opening)?.upperBound,
                let end = text[start...].firstRange(of: closing)?.lowerBound
            else { continue }
            return String(text[start..<end].filter { !$0.isWhitespace })
        }
        return nil
    }
}
