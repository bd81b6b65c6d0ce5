/// A file inside a PDF file (ISO 32000-1 7.11.4).
public struct EmbeddedFile: Hashable, Sendable {
    /// As the PDF has it: nothing to be trusted.
    public var name: String
    public var bytes: [UInt8]
    /// What it is to the document, e.g. `Source` (ISO 19005-3 6.8); nil where nothing is said.
    public var relationship: String?

    public init(name: String, bytes: [UInt8], relationship: String? = nil) {
        self.name = name
        self.bytes = bytes
        self.relationship = relationship
    }
}

/// Walks the tree of names under `EmbeddedFiles` (ISO 32000-1 7.9.6).
struct EmbeddedFileReader {
    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    func read(_ root: PDFValue) throws(PDFProblem) -> [EmbeddedFile] {
        var files: [EmbeddedFile] = []
        guard let tree = try objects.entry("/Names", of: root)?["/EmbeddedFiles"] else { return [] }
        var waiting = [tree]
        var seen: Set<Int> = []
        while let node = waiting.popLast() {
            // A node that comes again is a loop.
            if let number = node.referenced, !seen.insert(number).inserted { throw .damaged }
            let names = try objects.items(try objects.entry("/Names", of: node))
            guard files.count + names.count / 2 <= PDFLimits.embeddedFiles else { throw .tooComplicated }
            for index in stride(from: 1, to: names.count, by: 2) { files.append(try file(names[index])) }
            let kids = try objects.items(try objects.entry("/Kids", of: node))
            guard seen.count + waiting.count + kids.count <= PDFLimits.embeddedFiles else { throw .tooComplicated }
            waiting += kids.reversed()
        }
        return files
    }

    private func file(_ specification: PDFValue) throws(PDFProblem) -> EmbeddedFile {
        let specification = try objects.resolve(specification)
        var name = try objects.entry("/UF", of: specification)?.text
        if name == nil { name = try objects.entry("/F", of: specification)?.text }
        let streams = try objects.entry("/EF", of: specification)
        guard let name, let bytes = try objects.data(streams?["/F"] ?? streams?["/UF"], limit: PDFLimits.embeddedFile)
        else { throw .damaged }
        return EmbeddedFile(
            name: name, bytes: bytes, relationship: try objects.entry("/AFRelationship", of: specification)?.name)
    }
}
