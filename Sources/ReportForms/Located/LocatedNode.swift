package import ReportModel
internal import Yams

/// A YAML or JSON value that knows where it stands. JSON is read as the subset of YAML that it is.
package struct LocatedNode: Sendable {
    package enum Content: Sendable {
        case null
        /// The text of a scalar; `quoted` tells "12" from 12.
        case scalar(String, quoted: Bool)
        case sequence([LocatedNode])
        case mapping([Entry])
    }

    package struct Entry: Sendable {
        package var key: String
        package var keyLocation: SourceLocation
        package var value: LocatedNode

        package init(key: String, keyLocation: SourceLocation, value: LocatedNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    package var content: Content
    package var location: SourceLocation
    /// Where it is in the document, e.g. `tables.applications.new[3]`; empty for the root.
    package var path: String

    package init(content: Content, location: SourceLocation, path: String) {
        self.content = content
        self.location = location
        self.path = path
    }

    package var place: Place { Place(location, path: path.isEmpty ? nil : path) }
}

extension LocatedNode {
    /// What a file may hold at most; beyond it is no report or layout but an attack or an accident.
    package struct Limits: Sendable {
        package var nodes: Int
        package var depth: Int
        package init(nodes: Int = 1_000_000, depth: Int = 64) {
            self.nodes = nodes
            self.depth = depth
        }
    }

    /// Parses YAML or JSON text.
    /// - Throws: `DiagnosticsError` with the place of the first thing that is no YAML, of a key used
    ///   twice, of an alias (none are allowed: they are how small files become huge), or where `limits` end.
    package static func parse(
        _ text: String, file: String, limits: Limits = Limits()
    ) throws(DiagnosticsError) -> LocatedNode {
        try refuseAliases(in: text, file: file)
        let node: Node?
        do {
            // Text stays text: what a value is, its reader says. (The default resolver matches each against seven patterns.)
            let parser = try Parser(yaml: text.joiningSurrogateEscapes(), resolver: .basic)
            node = try parser.singleRoot()
        } catch let error as YamlError {
            throw DiagnosticsError(error.diagnostic(file: file))
        } catch {
            throw DiagnosticsError(Diagnostic("yaml.syntax", .error, Localized(zh: "\(error)", en: "\(error)")))
        }
        var builder = Builder(file: file, limits: limits)
        guard let node else {
            return LocatedNode(content: .null, location: SourceLocation(file: file, line: 1), path: "")
        }
        return try builder.build(node, path: "", depth: 0)
    }

    /// An anchor that an alias repeats is refused before libyaml sees it: nine lines of them unfold
    /// into billions of values, and already hashing such a key takes for ever.
    private static func refuseAliases(in text: String, file: String) throws(DiagnosticsError) {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return }
        for match in text.matches(of: #/(?:^|[\s\[{,:?-])&([^\s,\[\]{}]+)/#) where text.contains("*\(match.1)") {
            let line = text[..<match.range.lowerBound].count { $0.isNewline } + 1
            throw DiagnosticsError(aliasRefusal(at: Place(file: file, line: line)))
        }
    }

    private static func aliasRefusal(at place: Place) -> Diagnostic {
        Diagnostic(
            "yaml.alias", .error,
            Localized(
                zh: "不支持以 &、* 引用别处的值（YAML 的 &名称、*名称）；文字以 &、* 开头时请加引号",
                en: "YAML anchors and aliases (&name, *name) are not supported"),
            at: place)
    }

    private struct Builder {
        var file: String
        var limits: Limits
        var nodes = 0

        init(file: String, limits: Limits) {
            self.file = file
            self.limits = limits
        }

        mutating func build(_ node: Node, path: String, depth: Int) throws(DiagnosticsError) -> LocatedNode {
            let location = self.location(of: node)
            nodes += 1
            guard nodes <= limits.nodes, depth <= limits.depth else {
                throw DiagnosticsError(
                    Diagnostic(
                        "yaml.too-large", .error,
                        Localized(
                            zh: "文件嵌套超过 \(limits.depth) 层或超过 \(limits.nodes) 个值，不予读取",
                            en: "nested deeper than \(limits.depth) levels or more than \(limits.nodes) values"),
                        at: Place(location)))
            }
            switch node {
            case .scalar(let scalar):
                let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
                let block = scalar.style == .literal || scalar.style == .folded
                let isNull = !quoted && !block && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
                return LocatedNode(
                    content: isNull ? .null : .scalar(scalar.string, quoted: quoted || block),
                    location: location, path: path)
            case .sequence(let sequence):
                var items: [LocatedNode] = []
                for (index, item) in sequence.enumerated() {
                    items.append(try build(item, path: "\(path)[\(index)]", depth: depth + 1))
                }
                return LocatedNode(content: .sequence(items), location: location, path: path)
            case .mapping(let mapping):
                var entries: [Entry] = []
                for (key, value) in mapping {
                    guard case .scalar(let name) = key else {
                        throw DiagnosticsError(
                            Diagnostic(
                                "yaml.key", .error,
                                Localized(zh: "键必须是文字", en: "a key must be text"),
                                at: Place(self.location(of: key))))
                    }
                    let childPath = path.isEmpty ? name.string : "\(path).\(name.string)"
                    entries.append(
                        Entry(
                            key: name.string, keyLocation: self.location(of: key),
                            value: try build(value, path: childPath, depth: depth + 1)))
                }
                return LocatedNode(content: .mapping(entries), location: location, path: path)
            case .alias:
                throw DiagnosticsError(LocatedNode.aliasRefusal(at: Place(location)))
            }
        }

        private func location(of node: Node) -> SourceLocation {
            SourceLocation(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        }
    }
}

extension String {
    /// JSON writes characters beyond the BMP as two `\uXXXX` escapes; YAML knows only `\UXXXXXXXX`.
    fileprivate func joiningSurrogateEscapes() -> String {
        // YAML hardly ever has a backslash, and is not searched for the escapes then.
        guard utf8.contains(UInt8(ascii: "\\")), contains("\\ud") || contains("\\uD") else { return self }
        return replacing(#/\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/#) { match in
            guard let high = UInt32(match.1, radix: 16), let low = UInt32(match.2, radix: 16) else {
                return String(match.0)
            }
            let scalar = String(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), radix: 16)
            return "\\U" + String(repeating: "0", count: 8 - scalar.count) + scalar
        }
    }
}

extension YamlError {
    fileprivate func diagnostic(file: String) -> Diagnostic {
        func make(_ id: Diagnostic.ID, _ message: Localized, _ mark: Mark?, hint: Localized? = nil) -> Diagnostic {
            Diagnostic(id, .error, message, at: Place(file: file, line: mark?.line, column: mark?.column), hint: hint)
        }
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let syntax = SyntaxProblem(problem, file: file)
            if syntax.isNesting { return make("yaml.too-large", syntax.message, mark) }
            return make("yaml.syntax", syntax.message, mark, hint: syntax.hint)
        case .reader(let problem, let offset, _, let text):
            let syntax = SyntaxProblem(problem, file: file)
            let line = offset.map { text.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
            return Diagnostic("yaml.characters", .error, syntax.message, at: Place(file: file, line: line))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "\($0)" }.joined(separator: ", ")
            return make(
                "yaml.duplicate-key", Localized(zh: "键重复：\(names)", en: "key used twice: \(names)"), context.mark)
        default:
            let syntax = SyntaxProblem("\(self)", file: file)
            return make("yaml.syntax", syntax.message, nil, hint: syntax.hint)
        }
    }
}
