internal import ReportModel

/// Reads the stub: a tree of rows, each with `label` and `key`, inner ones with `rows`.
struct StubReader {
    let stubColumns: Int
    /// Whether a leaf needs a key; it needs none where every column names its item.
    let rowsAreKeyed: Bool
    let sink: DiagnosticSink
    private(set) var isWhole = true

    init(stubColumns: Int, rowsAreKeyed: Bool, sink: DiagnosticSink) {
        self.stubColumns = stubColumns
        self.rowsAreKeyed = rowsAreKeyed
        self.sink = sink
    }

    mutating func read(_ nodes: [LocatedNode], depth: Int, keys: inout UniqueKeys) -> [StubNode] {
        var rows: [StubNode] = []
        for node in nodes {
            if let row = readNode(node, depth: depth, keys: &keys) {
                rows.append(row)
            } else {
                isWhole = false
            }
        }
        return rows
    }

    private mutating func readNode(_ node: LocatedNode, depth: Int, keys: inout UniqueKeys) -> StubNode? {
        guard depth <= stubColumns else {
            sink.error(
                "form.stub-too-deep", zh: "行名分到第 \(depth) 级，但表格左边只有 \(stubColumns) 列放行名",
                en: "a row label at level \(depth), but only \(stubColumns) grid columns hold labels", at: node.place)
            return nil
        }
        guard let fields = FieldReader(node, sink) else { return nil }
        let children = fields.sequence("rows")
        let keyNode = children == nil && rowsAreKeyed ? fields.requiredNode("key") : fields.node("key")
        let key = keyNode?.formKey(RowKey.self, sink)
        let label = fields.requiredNode("label")?.wording(sink)
        let short = fields.string("short")
        fields.finish()
        if let keyNode, let key {
            keys.insert(key.rawValue, Localized(zh: "行", en: "row"), at: keyNode.place, sink)
        }
        if let children, children.isEmpty {
            fields.node("rows")?.expected(Localized(zh: "至少一行", en: "at least one row"), sink)
            return nil
        }
        let below = read(children ?? [], depth: depth + 1, keys: &keys)
        guard let label, key != nil || keyNode == nil else { return nil }
        if children == nil, rowsAreKeyed, key == nil { return nil }
        return StubNode(
            key: key, label: label.printed, aliases: label.aliases, shortLabel: short, children: below)
    }
}
