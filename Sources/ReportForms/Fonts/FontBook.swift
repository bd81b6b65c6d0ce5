public import ReportModel

/// Which files serve which role, in order of preference. Read from `fonts/book.yaml`.
/// Fonts outside the book are never used.
public struct FontBook: Hashable, Sendable {
    /// A face to look for.
    public enum Source: Hashable, Sendable {
        /// An officially named face, looked for by its family name among the user's files.
        case official(family: String)
        /// A face of ours: a file relative to the book, and the index within a collection. `latin` is a file whose
        /// ASCII letters and digits go better with the face than its own.
        case file(String, index: Int, latin: String?)
    }

    public struct Entry: Hashable, Sendable {
        /// What the role is called in official documents, e.g. 仿宋.
        public var name: String
        public var faces: [Source]
    }

    public var roles: [FontRole: Entry]
    /// For characters that no face of a role has, in order.
    public var fallback: [Source]
    /// The folder with the user's official faces, relative to the book.
    public var officialFolder: String
}

extension FontBook {
    /// - Throws: `DiagnosticsError` with every wrong value and its place.
    public static func parse(_ text: String, file: String) throws(DiagnosticsError) -> FontBook {
        let sink = DiagnosticSink()
        guard let fields = FieldReader(try LocatedNode.parse(text, file: file), sink) else {
            throw DiagnosticsError(sink.diagnostics)
        }
        let folder = fields.string("official_folder") ?? "official"
        var roles: [FontRole: Entry] = [:]
        if let list = fields.requiredMapping("roles") {
            for entry in list.allEntries {
                guard let role = FieldReader(entry.value, sink) else { continue }
                let name = role.requiredString("name")
                let official = role.strings("official") ?? []
                let free = role.requiredSequence("free")?.compactMap { source($0, sink) } ?? []
                role.finish()
                guard let name else { continue }
                roles[FontRole(rawValue: entry.key)] = Entry(
                    name: name, faces: official.map { .official(family: $0) } + free)
            }
        }
        let fallback = fields.sequence("fallback")?.compactMap { source($0, sink) } ?? []
        fields.finish()
        try sink.check()
        return FontBook(roles: roles, fallback: fallback, officialFolder: folder)
    }

    private static func source(_ node: LocatedNode, _ sink: DiagnosticSink) -> Source? {
        guard let fields = FieldReader(node, sink) else { return nil }
        defer { fields.finish() }
        let index = fields.integer("index", in: 0...255) ?? 0
        let latin = fields.string("latin")
        return fields.requiredString("file").map { .file($0, index: index, latin: latin) }
    }
}
