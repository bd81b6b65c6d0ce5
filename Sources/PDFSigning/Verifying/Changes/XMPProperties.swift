/// What a packet of XMP says, however it is written: as elements or attributes, under any prefix, in any order
/// (ISO 16684-1 7). Leaves out when the file was last written and by which program.
struct XMPProperties: Equatable {
    private var properties: [[String]: Int] = [:]

    private static let left: Set<String> = [
        "http://ns.adobe.com/xap/1.0/ ModifyDate", "http://ns.adobe.com/xap/1.0/ MetadataDate",
        "http://ns.adobe.com/pdf/1.3/ Producer", "adobe:ns:meta/ xmptk",
    ]
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    /// Nil where the packet is not XML as XMP uses it, or larger than it is with any report.
    init?(_ packet: [UInt8]) {
        guard packet.count <= 1 << 20, let text = String(validating: packet, as: UTF8.self) else { return nil }
        var reader = MarkupReader(text)
        var path: [(name: String, spaces: [String: String], items: Int)] = []
        while let piece = reader.next() {
            switch piece {
            case .text(let text):
                let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if !trimmed.isEmpty { add(path.map(\.name), trimmed) }
            case .opening(let tag, let attributes, let isEmpty):
                var spaces = path.last?.spaces ?? ["xml": "xml"]
                for (name, value) in attributes {
                    if name == "xmlns" { spaces[""] = value }
                    if name.hasPrefix("xmlns:") { spaces[String(name.dropFirst(6))] = value }
                }
                guard path.count < 64, var name = Self.expanded(tag, spaces, isAttribute: false) else { return nil }
                if name == Self.rdf + " li", !path.isEmpty {
                    path[path.count - 1].items += 1
                    name += " \(path[path.count - 1].items)"
                }
                path.append((name, spaces, 0))
                for (name, value) in attributes where name != "xmlns" && !name.hasPrefix("xmlns:") {
                    guard let name = Self.expanded(name, spaces, isAttribute: true) else { return nil }
                    // An empty rdf:about says nothing; a property as an attribute says what an element does.
                    if value.isEmpty || name == Self.rdf + " parseType" { continue }
                    add(path.map(\.name) + [name], value)
                }
                if isEmpty { path.removeLast() }
            case .closing(let tag):
                guard let last = path.popLast(), let name = Self.expanded(tag, last.spaces, isAttribute: false),
                    last.name == name || last.name.hasPrefix(name + " ")
                else { return nil }
            case .malformed: return nil
            }
        }
        guard path.isEmpty, !properties.isEmpty else { return nil }
    }

    private mutating func add(_ path: [String], _ value: String) {
        guard !path.contains(where: Self.left.contains) else { return }
        // What wraps the properties is the same for all; how many descriptions they are spread over says nothing.
        let wrappers: Set<String> = [Self.rdf + " RDF", Self.rdf + " Description", "adobe:ns:meta/ xmpmeta"]
        properties[path.filter { !wrappers.contains($0) } + [value], default: 0] += 1
    }

    private static func expanded(_ name: String, _ spaces: [String: String], isAttribute: Bool) -> String? {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return isAttribute ? " " + name : (spaces[""] ?? "") + " " + name
        case 2: return spaces[String(parts[0])].map { $0 + " " + parts[1] }
        default: return nil
        }
    }
}
