internal import ReportModel
internal import XMLReading

/// The parts of an office file, found by their relationships (ISO/IEC 29500-2 9.3).
struct OfficePackage: ~Copyable {
    /// The document, or the workbook.
    let main: XMLTree
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

    /// - Parameters:
    ///   - usual: the name that the main part has where no relationship tells it.
    ///   - none: says that there is no main part.
    /// - Throws: `DiagnosticsError`: `none`, and what `ZipArchive` and `XMLTree` throw.
    static func open(
        _ bytes: [UInt8], file: String, usual: String, none: DiagnosticsError
    ) throws(DiagnosticsError) -> OfficePackage {
        var archive = try ZipArchive.open(bytes, file: file)
        let part = try relationships("_rels/.rels", in: &archive, file).values.first { $0.type == "officeDocument" }
        let name = part.map { path($0.target, in: "") } ?? usual
        guard let content = try archive.read(name) else { throw none }
        let end = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let folder = String(name[..<end])
        let main = try XMLTree(officePart: content, file: file, part: name)
        let relationships = try relationships("\(folder)_rels/\(name[end...]).rels", in: &archive, file)
        return OfficePackage(main: main, archive: archive, file: file, folder: folder, relationships: relationships)
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

    /// Names of the parts of a type, by the last word of it: `styles`, `footnotes`, `sharedStrings`.
    private func names(_ type: String) -> [String] {
        relationships.values.filter { $0.type == type && !$0.isOutside }.map { Self.path($0.target, in: folder) }
            .sorted()
    }

    private mutating func tree(named name: String) throws(DiagnosticsError) -> XMLTree? {
        guard let content = try archive.read(name) else { return nil }
        return try XMLTree(officePart: content, file: file, part: name)
    }

    /// The part of a type; nil where there is none.
    mutating func tree(_ type: String) throws(DiagnosticsError) -> XMLTree? {
        guard let name = names(type).first else { return nil }
        return try tree(named: name)
    }

    /// The part of a relationship; nil where there is none.
    mutating func tree(of id: String) throws(DiagnosticsError) -> XMLTree? {
        guard let relationship = relationships[id], !relationship.isOutside else { return nil }
        return try tree(named: Self.path(relationship.target, in: folder))
    }

    /// The picture of a relationship: its name, and its bytes where the file carries it.
    mutating func picture(_ id: String) throws(DiagnosticsError) -> (name: String, bytes: [UInt8]?)? {
        guard let relationship = relationships[id] else { return nil }
        guard !relationship.isOutside else { return (relationship.target, nil) }
        return (relationship.target, try archive.read(Self.path(relationship.target, in: folder)))
    }

    /// The bytes of all parts of a type.
    mutating func contents(_ type: String) throws(DiagnosticsError) -> [(name: String, bytes: [UInt8])] {
        var contents: [(name: String, bytes: [UInt8])] = []
        for name in names(type) {
            if let bytes = try archive.read(name) { contents.append((name, bytes)) }
        }
        return contents
    }
}
