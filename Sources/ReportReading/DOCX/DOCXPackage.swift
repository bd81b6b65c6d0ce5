internal import ReportModel
internal import XMLReading

/// The parts of a DOCX, found by their relationships (ISO/IEC 29500-2 9.3).
struct DOCXPackage: ~Copyable {
    let document: XMLTree
    private var archive: ZipArchive
    private let file: String
    private let folder: String
    private var relationships: [String: Relationship]

    private struct Relationship {
        /// The last word of its type.
        var type: String
        var target: String
        var isOutside: Bool
    }

    static func open(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> DOCXPackage {
        var archive = try ZipArchive.open(bytes, file: file)
        let part = try relationships("_rels/.rels", in: &archive, file).values.first { $0.type == "officeDocument" }
        let name = part.map { path($0.target, in: "") } ?? "word/document.xml"
        guard let content = try archive.read(name) else { throw noDocument(file) }
        let end = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let folder = String(name[..<end])
        let document = try XMLTree(officePart: content, file: file, part: name)
        let relationships = try relationships("\(folder)_rels/\(name[end...]).rels", in: &archive, file)
        return DOCXPackage(
            document: document, archive: archive, file: file, folder: folder, relationships: relationships)
    }

    private static func relationships(
        _ part: String, in archive: inout ZipArchive, _ file: String
    ) throws(DiagnosticsError) -> [String: Relationship] {
        guard let content = try archive.read(part) else { return [:] }
        let tree = try XMLTree(officePart: content, file: file, part: part)
        var found: [String: Relationship] = [:]
        for relationship in tree.root?.children ?? [] {
            guard let id = relationship.attribute("Id"), let type = relationship.attribute("Type"),
                let target = relationship.attribute("Target")
            else { continue }
            let kind = type.split(separator: "/").last.map(String.init) ?? type
            found[id] = Relationship(
                type: kind, target: target, isOutside: relationship.attribute("TargetMode") == "External")
        }
        return found
    }

    /// A target as a name in the container: `../media/a.png` from `word/` is `media/a.png`.
    private static func path(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    /// A part of the document by the last word of its type: `styles`, `numbering`, `footnotes`; nil where it has none.
    mutating func tree(_ type: String) throws(DiagnosticsError) -> XMLTree? {
        let parts = relationships.values.filter { $0.type == type && !$0.isOutside }.map(\.target).sorted()
        guard let target = parts.first else { return nil }
        let name = Self.path(target, in: folder)
        guard let content = try archive.read(name) else { return nil }
        return try XMLTree(officePart: content, file: file, part: name)
    }

    /// What our own files carry among the data of other programs (ISO/IEC 29500-1 15.2.5).
    mutating func carriedReport() throws(DiagnosticsError) -> String? {
        for target in relationships.values.filter({ $0.type == "customXml" && !$0.isOutside }).map(\.target).sorted() {
            let name = Self.path(target, in: folder)
            guard let content = try archive.read(name) else { continue }
            guard let root = try? XMLTree(officePart: content, file: file, part: name).root else {
                // Of ours, and damaged: what it says is no report, and that is told.
                if content.contains(WordLayout.carriedNamespace.utf8) { return "" }
                continue
            }
            if root.name == WordLayout.carriedReport { return root.text }
        }
        return nil
    }

    /// The picture of a relationship: its name, and its bytes where the file carries it.
    mutating func picture(_ id: String) throws(DiagnosticsError) -> (name: String, bytes: [UInt8]?)? {
        guard let relationship = relationships[id] else { return nil }
        guard !relationship.isOutside else { return (relationship.target, nil) }
        return (relationship.target, try archive.read(Self.path(relationship.target, in: folder)))
    }

    static func noDocument(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "docx.none", .error,
                Localized(zh: "这不是 Word 文档（.docx）", en: "this is no Word document (.docx)"), at: Place(file: file),
                hint: Localized(zh: "请用 Word 或 WPS 打开后另存为 .docx", en: "open it in Word or WPS and save it as .docx")))
    }
}
