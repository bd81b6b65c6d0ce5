internal import XMLReading

/// What a packet of XMP says, however it is written: as elements or attributes, under any prefix, in any order
/// (ISO 16684-1 7). Leaves out when the file was last written and by which program.
struct XMPProperties: Equatable {
    private var properties: [[String]: Int] = [:]

    private static let left: Set<String> = [
        "{http://ns.adobe.com/xap/1.0/}ModifyDate", "{http://ns.adobe.com/xap/1.0/}MetadataDate",
        "{http://ns.adobe.com/pdf/1.3/}Producer", "{adobe:ns:meta/}xmptk",
    ]
    private static let rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
    /// What wraps the properties is the same for all; how many descriptions they are spread over says nothing.
    private static let wrappers: Set<String> = [rdf + "RDF", rdf + "Description", "{adobe:ns:meta/}xmpmeta"]

    /// Nil where the packet is not XML as XMP uses it, or larger than it is with any report.
    init?(_ packet: [UInt8]) {
        // Whoever shows its properties may know no encoding but this one.
        guard packet.count <= 1 << 20, String(validating: packet, as: UTF8.self) != nil,
            let root = try? XMLTree(packet, file: "", part: "XMP", prefixes: [:]).root,
            add(root, named: root.name, []), !properties.isEmpty
        else { return nil }
    }

    /// - Returns: false where a prefix stands for nothing.
    private mutating func add(_ element: XMLElement, named name: String, _ path: [String]) -> Bool {
        guard Self.isExpanded(name) else { return false }
        let path = path + [name]
        for (name, value) in element.attributes {
            guard Self.isExpanded(name) else { return false }
            // An empty rdf:about says nothing; a property as an attribute says what an element does.
            if value.isEmpty || name == Self.rdf + "parseType" { continue }
            add(value, at: path + [name])
        }
        var items = 0
        for part in element.content {
            switch part {
            case .text(let text):
                let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if !trimmed.isEmpty { add(trimmed, at: path) }
            case .element(let child):
                var name = child.name
                if name == Self.rdf + "li" {
                    items += 1
                    name += " \(items)"
                }
                guard add(child, named: name, path) else { return false }
            }
        }
        return true
    }

    private mutating func add(_ value: String, at path: [String]) {
        guard !path.contains(where: Self.left.contains) else { return }
        properties[path.filter { !Self.wrappers.contains($0) } + [value], default: 0] += 1
    }

    private static func isExpanded(_ name: String) -> Bool {
        !name[(name.lastIndex(of: "}") ?? name.startIndex)...].contains(":")
    }
}
