internal import ReportForms
internal import ReportModel

extension StructuredReader {
    func blocks(_ node: LocatedNode, _ path: String) -> [Block] {
        note(node, path)
        return (node.sequence(sink) ?? []).enumerated().compactMap { block($1, "\(path)[\($0)]") }
    }

    private func block(_ node: LocatedNode, _ path: String) -> Block? {
        note(node, path)
        switch node.content {
        case .scalar: return text(node, path).map { .paragraph(RichText($0)) }
        case .mapping(let entries): return block(node, keys: entries.map(\.key), path)
        case .null, .sequence:
            node.expected(
                Localized(
                    zh: "一段文字，或带有 text、heading、list、figure、chart、table、statutory_table 之一的“名称: 值”",
                    en: "a paragraph, or a mapping with text, heading, list, figure, chart, table or statutory_table"),
                sink)
            return nil
        }
    }

    private func block(_ node: LocatedNode, keys: [String], _ path: String) -> Block? {
        let kinds = keys.filter(BlockKind.names.contains)
        guard kinds.count == 1, let kind = kinds.first.flatMap(BlockKind.init(rawValue:)),
            let fields = FieldReader(node, sink)
        else {
            let known = BlockKind.names.joined(separator: "、")
            sink.error(
                "block.kind", zh: "一项内容应有且只有以下一个键：\(known)；此处有\(kinds.isEmpty ? "零" : "多")个",
                en: "a block has exactly one of the keys \(known)", at: node.place,
                hint: keys.lazy.compactMap { Spelling.hint(for: $0, among: BlockKind.names) }.first)
            return nil
        }
        guard let value = fields.requiredNode(kind.rawValue) else { return nil }
        let block: Block?
        switch kind {
        case .paragraph: block = text(value, path).map { .paragraph(RichText($0)) }
        case .text: block = markedText(value, path).map(Block.paragraph)
        case .heading: block = heading(value, fields, path)
        case .list: block = list(value, fields, path)
        case .figure: block = figure(value, fields, path)
        case .chart: block = chart(value, fields, path)
        case .table: block = table(value, path).map(Block.table)
        case .statutoryTable: block = statutoryTable(value)
        }
        fields.finish()
        return block
    }

    private func heading(_ value: LocatedNode, _ fields: FieldReader, _ path: String) -> Block? {
        let level = fields.integer("level", in: 2...4)
        let number = fields.node("number").flatMap { text($0, "\(path).number", limit: 20) }
        guard let text = text(value, "\(path).text", limit: 200) else { return nil }
        return .heading(Heading(level: level ?? 2, number: number, text: text))
    }

    private func list(_ value: LocatedNode, _ fields: FieldReader, _ path: String) -> Block? {
        let marker = fields.node("marker").flatMap { $0.choice(List.Marker.self, sink) } ?? .point
        let start = fields.integer("start", in: 1...9999) ?? 1
        let items = (value.sequence(sink) ?? []).enumerated().compactMap { richText($1, "\(path).items[\($0)]") }
        guard !items.isEmpty else {
            if case .sequence = value.content, !sink.hasErrors {
                sink.error("value.empty", zh: "列表没有内容", en: "the list is empty", at: value.place)
            }
            return nil
        }
        if marker == .circle, start + items.count > 21 {
            sink.error(
                "list.circle-range", zh: "圆圈数字只到⑳，此列表编到 \(start + items.count - 1)",
                en: "circled numbers end at ⑳; this list goes to \(start + items.count - 1)", at: value.place)
        }
        return .list(List(marker: marker, start: start, items: items))
    }

    private func figure(_ value: LocatedNode, _ fields: FieldReader, _ path: String) -> Block? {
        let caption = fields.node("caption").flatMap { text($0, "\(path).caption", limit: 200) }
        let alternative = fields.node("alternative").flatMap { text($0, "\(path).alternative") }
        let width = fields.number("width", in: 1...1000)
        guard let file = text(value, "\(path).path") else { return nil }
        let parts = file.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        guard !file.hasPrefix("/"), !file.hasPrefix("\\"), !file.contains(":"), !parts.contains("..") else {
            sink.error(
                "figure.path-outside", zh: "图片“\(file.prefix(80))”不在报告所在的文件夹内",
                en: "the picture “\(file.prefix(80))” is outside the folder of the report", at: value.place,
                hint: Localized(
                    zh: "把图片放到报告文件旁边，写相对路径，不用 ..",
                    en: "put it beside the report and write a relative path without .."))
            return nil
        }
        return .figure(Illustration(path: file, caption: caption, alternative: alternative, width: width))
    }

    private func statutoryTable(_ value: LocatedNode) -> Block? {
        guard let name = value.string(sink) else { return nil }
        let known = forms.flatMap { $0.tables.map(\.key.rawValue) }
        guard known.contains(name) else {
            sink.error(
                "table.unknown", zh: "没有名为“\(name.prefix(40))”的统计表",
                en: "no statutory table “\(name.prefix(40))”",
                at: value.place, hint: Spelling.hint(for: name, among: known))
            return nil
        }
        return .statutoryTable(TableKey(rawValue: name))
    }
}

/// The key that says what a block is.
enum BlockKind: String, CaseIterable {
    case paragraph, text, heading, list, figure, chart, table
    case statutoryTable = "statutory_table"

    static let names = allCases.map(\.rawValue)
}
