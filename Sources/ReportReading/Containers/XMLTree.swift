internal import CXML
internal import ReportModel

/// A part of an office file as a tree.
final class XMLTree {
    /// Elements of one part: a report has some ten thousand.
    static let maximumElements = 1_000_000

    private let document: xmlDocPtr

    /// - Parameter part: its name in the container.
    /// - Throws: `DiagnosticsError`: `xml.not-well-formed`, `xml.document-type`, `xml.too-large`.
    init(_ bytes: [UInt8], file: String, part: String) throws(DiagnosticsError) {
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
    }

    deinit { xmlFreeDoc(document) }

    /// Nil only where a document has no element, which none has that is well formed.
    var root: XMLElement? { xmlDocGetRootElement(document).map { XMLElement($0, self) } }

    private static func diagnostic(_ problem: yinfa_xml_problem, _ file: String, _ part: String) -> Diagnostic {
        let place = Place(file: file, path: part)
        switch problem {
        case YINFA_XML_HAS_DTD:
            return Diagnostic(
                "xml.document-type", .error,
                Localized(
                    zh: "文件里有 DTD（实体声明），Office 文件不会有，不予读取",
                    en: "it declares a document type, as no office file does; it is not read"),
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
struct XMLElement {
    private let node: xmlNodePtr
    private let tree: XMLTree

    init(_ node: xmlNodePtr, _ tree: XMLTree) {
        self.node = node
        self.tree = tree
    }

    /// Its local name after the prefix that its namespace customarily has, whatever prefix the file uses: `w:p`.
    var name: String { Self.prefix(node.pointee.ns) + Self.string(node.pointee.name) }

    var children: [XMLElement] {
        var result: [XMLElement] = []
        var next = node.pointee.children
        while let child = next {
            if child.pointee.type == XML_ELEMENT_NODE { result.append(XMLElement(child, tree)) }
            next = child.pointee.next
        }
        return result
    }

    func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The first element down a path of names.
    func child(_ first: String, _ rest: String...) -> XMLElement? {
        rest.reduce(child(first)) { $0?.child($1) }
    }

    /// Every element below it by a name, in document order.
    func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }

    /// - Parameter name: with the customary prefix, where the attribute has a namespace.
    func attribute(_ name: String) -> String? {
        var next = node.pointee.properties
        while let attribute = next {
            if Self.prefix(attribute.pointee.ns) + Self.string(attribute.pointee.name) == name {
                return attribute.pointee.children.map { Self.string($0.pointee.content) } ?? ""
            }
            next = attribute.pointee.next
        }
        return nil
    }

    /// The text in it, elements below it included.
    var text: String {
        var result = ""
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: result += Self.string(child.pointee.content)
            case XML_ELEMENT_NODE: result += XMLElement(child, tree).text
            default: break
            }
            next = child.pointee.next
        }
        return result
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    /// Namespaces of office files, transitional and strict.
    private static let prefixes = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s:",
        "http://purl.oclc.org/ooxml/spreadsheetml/main": "s:",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
        "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
        "http://purl.oclc.org/ooxml/drawingml/main": "a:",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
        "urn:schemas-microsoft-com:vml": "v:",
        "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
        "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg:",
        WordLayout.carriedNamespace: "yinfa:",
    ]

    private static func prefix(_ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
        guard let namespace else { return "" }
        return prefixes[string(namespace.pointee.href)] ?? "?:"
    }
}
