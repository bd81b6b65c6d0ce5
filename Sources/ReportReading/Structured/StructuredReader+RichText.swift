internal import ReportForms
internal import ReportModel

extension StructuredReader {
    /// A paragraph or list item: a string, or a mapping `text` with the pieces of marked text.
    func richText(_ node: LocatedNode, _ path: String) -> RichText? {
        guard case .mapping = node.content else { return text(node, path).map { RichText($0) } }
        note(node, path)
        guard let fields = FieldReader(node, sink) else { return nil }
        let text = fields.requiredNode("text").flatMap { markedText($0, path) }
        fields.finish()
        return text
    }

    /// A list of strings and marked pieces.
    func markedText(_ node: LocatedNode, _ path: String) -> RichText? {
        note(node, path)
        guard let items = node.sequence(sink) else { return nil }
        let spans = items.enumerated().compactMap { piece($1, "\(path).text[\($0)]") }
        guard spans.count == items.count else { return nil }
        guard case .text? = spans.first, spans.contains(where: \.isVisible) else {
            if case .note? = spans.first {
                sink.error(
                    "text.note-first", zh: "脚注前面没有文字", en: "there is no text before the note", at: items[0].place,
                    hint: Localized(zh: "脚注跟在它所注的文字后面", en: "a note follows the text that it hangs on"))
            } else {
                sink.error("value.empty", zh: "此处不能为空", en: "must not be empty", at: node.place)
            }
            return nil
        }
        return RichText(spans)
    }

    private func piece(_ node: LocatedNode, _ path: String) -> RichText.Span? {
        guard case .mapping(let entries) = node.content else { return words(node, path).map { RichText.Span($0) } }
        note(node, path)
        let kinds = entries.map(\.key).filter(TextPiece.names.contains)
        guard kinds.count == 1, let kind = kinds.first.flatMap(TextPiece.init(name:)),
            let fields = FieldReader(node, sink)
        else {
            let known = TextPiece.names.joined(separator: "、")
            sink.error(
                "text.piece", zh: "标记的文字应有且只有以下一个键：\(known)",
                en: "a piece of marked text has exactly one of the keys \(known)",
                at: node.place,
                hint: entries.lazy.compactMap { Spelling.hint(for: $0.key, among: TextPiece.names) }.first)
            return nil
        }
        guard let value = fields.requiredNode(kind.name) else { return nil }
        let span: RichText.Span?
        switch kind {
        case .marked(let mark): span = words(value, path).map { .text($0, marks: [mark]) }
        case .note: span = text(value, path).map { .note($0) }
        case .text:
            let marks = fields.sequence("marks").map { self.marks($0) } ?? []
            span = words(value, path).map { .text($0, marks: marks) }
        }
        fields.finish()
        return span
    }

    /// A piece may be a space between two others, but not nothing.
    private func words(_ node: LocatedNode, _ path: String) -> String? {
        guard let text = text(node, path, mayBeEmpty: true) else { return nil }
        if text.isEmpty { sink.error("value.empty", zh: "此处不能为空", en: "must not be empty", at: node.place) }
        return text.isEmpty ? nil : text
    }

    private func marks(_ nodes: [LocatedNode]) -> Set<TextMark> {
        var marks: Set<TextMark> = []
        for node in nodes {
            guard let mark = node.choice(TextMark.self, sink) else { continue }
            marks.insert(mark)
            if marks.isSuperset(of: [.superscript, .subscript]) {
                sink.error(
                    "text.marks", zh: "文字不能既是上标又是下标", en: "text cannot be raised and lowered at once", at: node.place)
            }
        }
        return marks
    }
}

/// The key that says what a piece of marked text is.
private enum TextPiece {
    case text
    case note
    case marked(TextMark)

    init?(name: String) {
        switch name {
        case "text": self = .text
        case "note": self = .note
        default:
            guard let mark = TextMark(rawValue: name) else { return nil }
            self = .marked(mark)
        }
    }

    var name: String {
        switch self {
        case .text: "text"
        case .note: "note"
        case .marked(let mark): mark.rawValue
        }
    }

    static let names = TextMark.allCases.map(\.rawValue) + ["note", "text"]
}

extension RichText.Span {
    fileprivate var isVisible: Bool {
        if case .text(let text, _) = self { text.contains { !$0.isWhitespace } } else { false }
    }
}
