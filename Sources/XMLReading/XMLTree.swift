internal import CXML
package import ReportModel

/// XML that somebody sent, as a tree: a part of an office file, a packet of XMP. Nothing is fetched and no entity is
/// expanded, for a document type is refused.
package final class XMLTree {
    /// Elements of one text: a part of a report’s office file has some ten thousand.
    static let maximumElements = 1_000_000

    private let document: xmlDocPtr
    fileprivate let prefixes: [String: String]

    /// - Parameters:
    ///   - part: its name in the container.
    ///   - prefixes: what names begin with, by their namespaces; without one they have Clark’s: `{namespace}name`.
    /// - Throws: `DiagnosticsError`: `xml.not-well-formed`, `xml.document-type`, `xml.too-large`.
    package init(
        _ bytes: [UInt8], file: String, part: String, prefixes: [String: String]
    ) throws(DiagnosticsError) {
        var problem = YINFA_XML_NONE
        let document = bytes.withUnsafeBytes { buffer in
            guard let base = buffer.bindMemory(to: CChar.self).baseAddress, let count = Int32(exactly: buffer.count)
            else {
                return xmlDocPtr?.none
            }
            return yinfa_xml_read(base, count, Self.maximumElements, &problem)
        }
        guard let document else { throw DiagnosticsError(Self.diagnostic(problem, file, part)) }
        self.document = document
        self.prefixes = prefixes
    }

    deinit { xmlFreeDoc(document) }

    /// Nil only where a document has no element, which none has that is well formed.
    package var root: XMLElement? { xmlDocGetRootElement(document).map { XMLElement($0, self) } }

    private static func diagnostic(_ problem: yinfa_xml_problem, _ file: String, _ part: String) -> Diagnostic {
        let place = Place(file: file, path: part)
        switch problem {
        case YINFA_XML_HAS_DTD:
            return Diagnostic(
                "xml.document-type", .error,
                Localized(
                    zh: "文件里有 DTD（实体声明），这种文件不会有，不予读取",
                    en: "it declares a document type, as no such file does; it is not read"),
                at: place)
        case YINFA_XML_TOO_LARGE:
            return Diagnostic(
                "xml.too-large", .error,
                Localized(zh: "文件内容过多，不予读取", en: "it has more in it than any report; it is not read"), at: place)
        default:
            return Diagnostic(
                "xml.not-well-formed", .error,
                Localized(zh: "文件内容（XML）不完整、已损坏或嵌套过深", en: "its XML is cut off, damaged or too deep"), at: place)
        }
    }
}

/// An element of a tree.
package struct XMLElement {
    package enum Content {
        case element(XMLElement)
        case text(String)
    }

    private let node: xmlNodePtr
    private let tree: XMLTree

    fileprivate init(_ node: xmlNodePtr, _ tree: XMLTree) {
        self.node = node
        self.tree = tree
    }

    /// Its local name after the prefix of its namespace, whatever prefix the file uses.
    package var name: String { name(node.pointee.name, node.pointee.ns) }

    private func name(_ local: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
        guard let namespace else { return Self.string(local) }
        let uri = Self.string(namespace.pointee.href)
        return (tree.prefixes[uri] ?? "{\(uri)}") + Self.string(local)
    }

    /// Elements and text in it, in their order.
    package var content: [Content] {
        nodes.compactMap { child in
            switch child.pointee.type {
            case XML_ELEMENT_NODE: .element(XMLElement(child, tree))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: .text(Self.string(child.pointee.content))
            default: nil
            }
        }
    }

    /// Its elements alone; of the text between them, which there is much of, no strings are made.
    package var children: [XMLElement] {
        nodes.compactMap { $0.pointee.type == XML_ELEMENT_NODE ? XMLElement($0, tree) : nil }
    }

    private var nodes: [xmlNodePtr] {
        var result: [xmlNodePtr] = []
        var next = node.pointee.children
        while let child = next {
            result.append(child)
            next = child.pointee.next
        }
        return result
    }

    package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The first element down a path of names.
    package func child(_ first: String, _ rest: String...) -> XMLElement? {
        rest.reduce(child(first)) { $0?.child($1) }
    }

    /// Every element below it by a name, in document order.
    package func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }

    /// Named as elements are.
    package var attributes: [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        var next = node.pointee.properties
        while let attribute = next {
            result.append((name(attribute.pointee.name, attribute.pointee.ns), Self.value(of: attribute)))
            next = attribute.pointee.next
        }
        return result
    }

    package func attribute(_ name: String) -> String? {
        var next = node.pointee.properties
        while let attribute = next {
            if self.name(attribute.pointee.name, attribute.pointee.ns) == name { return Self.value(of: attribute) }
            next = attribute.pointee.next
        }
        return nil
    }

    private static func value(of attribute: UnsafeMutablePointer<xmlAttr>) -> String {
        attribute.pointee.children.map { string($0.pointee.content) } ?? ""
    }

    /// The text in it, elements below it included.
    package var text: String {
        content.map {
            switch $0 {
            case .element(let element): element.text
            case .text(let text): text
            }
        }.joined()
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
