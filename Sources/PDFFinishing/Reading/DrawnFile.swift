internal import PDFReading
internal import ReportModel

/// A file as Cairo 1.16 writes it: objects one after the other, a table of their offsets at the end, nothing packed.
struct DrawnFile {
    /// A page's content and what it draws with.
    struct Page {
        /// The transparency group.
        var group: PDFValue?
        var content: Int
        var resources: PDFValue
        /// How many marked-content sequences Cairo counted in it.
        var markCount: Int
    }

    private let bytes: [UInt8]
    /// Where each object lies, from `n 0 obj` to the next object.
    private let extents: [Range<Int>]
    let pages: [Page]
    /// The objects that the pages are drawn with, ascending. What Cairo says of the document besides is not
    /// among them.
    let contentNumbers: [Int]

    /// - Parameter bytes: none where nothing was drawn.
    init(_ bytes: [UInt8]) throws(DiagnosticsError) {
        self.bytes = bytes
        guard !bytes.isEmpty else {
            (extents, pages, contentNumbers) = ([], [], [])
            return
        }
        guard let table = CrossReferenceTable(bytes) else { throw DrawnFile.unreadable("xref") }
        let objects = Objects(bytes: bytes, extents: table.extents)
        guard let pages = objects.pages(root: table.root) else { throw DrawnFile.unreadable("Pages") }
        guard let numbers = objects.reachable(from: pages.flatMap { [$0.content] + $0.resources.references }) else {
            throw DrawnFile.unreadable("Resources")
        }
        extents = table.extents
        self.pages = pages
        contentNumbers = numbers
    }

    /// An object with its frame.
    func object(_ number: Int) -> ArraySlice<UInt8> { bytes[extents[number]] }

    static func unreadable(_ part: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "finishing.unreadable", .error,
                Localized(
                    zh: "这个版本的 Cairo 写出的 PDF 与 1.16 版不同（\(part)），无法完成",
                    en: "this Cairo writes PDF unlike version 1.16 (\(part)); it cannot be finished"),
                fault: .machine))
    }
}

/// Objects by number.
private struct Objects {
    let bytes: [UInt8]
    let extents: [Range<Int>]

    /// Its value; of a stream, the dictionary.
    func value(_ number: Int) -> PDFValue? {
        guard extents.indices.contains(number) else { return nil }
        let object = bytes[extents[number]]
        guard let start = object.firstIndex(of: UInt8(ascii: "j")) else { return nil }
        var reader = PDFValueReader(object[(start + 1)...])
        return reader.value()
    }

    func pages(root: Int) -> [DrawnFile.Page]? {
        guard let catalog = value(root), let tree = catalog["/Pages"]?.referenced,
            case .array(let kids)? = value(tree)?["/Kids"]
        else { return nil }
        let marks = markCounts(catalog["/StructTreeRoot"])
        var pages: [DrawnFile.Page] = []
        for kid in kids {
            guard let page = kid.referenced.flatMap(value), let content = page["/Contents"]?.referenced,
                let resources = page["/Resources"]?.referenced.flatMap(value)
            else { return nil }
            pages.append(
                DrawnFile.Page(
                    group: page["/Group"], content: content, resources: resources,
                    markCount: page["/StructParents"]?.integer.flatMap { marks[$0] } ?? 0))
        }
        return pages
    }

    /// Lengths of the arrays in the tree that leads from marks to elements, by their keys.
    private func markCounts(_ structure: PDFValue?) -> [Int: Int] {
        guard let tree = structure?.referenced.flatMap(value)?["/ParentTree"]?.referenced.flatMap(value),
            case .array(let entries)? = tree["/Nums"]
        else { return [:] }
        var counts: [Int: Int] = [:]
        for (key, array) in zip(entries, entries.dropFirst()) {
            guard let key = key.integer, case .array(let elements)? = array.referenced.flatMap(value) else { continue }
            counts[key] = elements.count
        }
        return counts
    }

    /// Those objects, and all that they refer to, ascending; nil where one is not there.
    func reachable(from roots: [Int]) -> [Int]? {
        var isReached = [Bool](repeating: false, count: extents.count)
        var waiting = roots
        while let number = waiting.popLast() {
            guard extents.indices.contains(number) else { return nil }
            guard !isReached[number] else { continue }
            isReached[number] = true
            guard let value = value(number) else { return nil }
            waiting += value.references
        }
        return isReached.indices.filter { isReached[$0] }
    }
}
