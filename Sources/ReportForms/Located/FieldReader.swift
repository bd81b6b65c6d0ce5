internal import ReportModel

/// Reads the keys of one mapping. Every key is asked for by name; `finish()` reports those that
/// nobody asked for, with the nearest known key as a suggestion.
package final class FieldReader {
    package let node: LocatedNode
    package let sink: DiagnosticSink
    private var entries: [String: LocatedNode.Entry] = [:]
    private var known: [String] = []

    /// Nil (and an error in the sink) where the node is no mapping.
    package init?(_ node: LocatedNode, _ sink: DiagnosticSink) {
        guard case .mapping(let list) = node.content else {
            sink.error(
                "value.type", zh: "此处应为若干行“名称: 值”，实为\(node.kindName.zh)",
                en: "expected a mapping of keys, found \(node.kindName.en)", at: node.place)
            return nil
        }
        self.node = node
        self.sink = sink
        for entry in list { entries[entry.key] = entry }
    }

    /// The value under a key; nil where it is absent or null.
    package func node(_ key: String) -> LocatedNode? {
        known.append(key)
        guard let entry = entries[key] else { return nil }
        if case .null = entry.value.content { return nil }
        return entry.value
    }

    /// As `node(_:)`, but absence is an error.
    /// - Parameter name: what the key means, for readers who do not know it.
    package func requiredNode(_ key: String, name: String? = nil) -> LocatedNode? {
        if let value = node(key) { return value }
        sink.error(
            "value.missing", zh: name.map { "缺少\($0)（\(key)）" } ?? "缺少“\(key)”", en: "missing key “\(key)”",
            at: Place(node.location, path: node.path.isEmpty ? key : "\(node.path).\(key)"))
        return nil
    }

    package func string(_ key: String) -> String? { node(key)?.string(sink) }
    package func requiredString(_ key: String) -> String? { requiredNode(key)?.string(sink) }
    package func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        node(key)?.integer(in: range, sink)
    }
    package func requiredInteger(_ key: String, in range: ClosedRange<Int>, name: String? = nil) -> Int? {
        requiredNode(key, name: name)?.integer(in: range, sink)
    }
    package func boolean(_ key: String) -> Bool? { node(key)?.boolean(sink) }
    package func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        node(key)?.number(in: range, sink)
    }
    package func sequence(_ key: String) -> [LocatedNode]? { node(key)?.sequence(sink) }
    package func requiredSequence(_ key: String) -> [LocatedNode]? { requiredNode(key)?.sequence(sink) }
    package func strings(_ key: String) -> [String]? {
        node(key)?.sequence(sink)?.compactMap { $0.string(sink) }
    }
    package func mapping(_ key: String) -> FieldReader? { node(key).flatMap { FieldReader($0, sink) } }
    package func requiredMapping(_ key: String) -> FieldReader? {
        requiredNode(key).flatMap { FieldReader($0, sink) }
    }

    /// Every entry in the order of the file, for mappings whose keys are free.
    package var allEntries: [LocatedNode.Entry] {
        guard case .mapping(let list) = node.content else { return [] }
        known.append(contentsOf: list.map(\.key))
        return list
    }

    /// Reports every key that was not asked for.
    package func finish() {
        guard case .mapping(let list) = node.content else { return }
        for entry in list where !known.contains(entry.key) {
            let path = node.path.isEmpty ? entry.key : "\(node.path).\(entry.key)"
            sink.error(
                "value.unknown-key", zh: "不认识的键“\(entry.key)”", en: "unknown key “\(entry.key)”",
                at: Place(entry.keyLocation, path: path),
                hint: Spelling.hint(for: entry.key, among: known))
        }
    }
}
