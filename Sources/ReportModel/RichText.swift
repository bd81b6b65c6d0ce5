/// Running text of which parts may be marked. A string literal is text without marks.
public struct RichText: Hashable, Sendable {
    public var spans: [Span]

    public init(_ spans: [Span]) { self.spans = spans }
    public init(_ text: String) { spans = text.isEmpty ? [] : [Span(text)] }

    /// A piece of text in one way of setting, or a note that hangs on the text before it.
    public enum Span: Hashable, Sendable {
        case text(String, marks: Set<TextMark>)
        /// 脚注: printed at the foot of the page, with a number in the text.
        case note(String)

        public init(_ text: String, _ marks: Set<TextMark> = []) { self = .text(text, marks: marks) }
    }

    /// The text alone, without marks and notes.
    public var plain: String {
        spans.map { if case .text(let text, _) = $0 { text } else { "" } }.joined()
    }

    public var isEmpty: Bool { spans.isEmpty }

    /// Whether nothing in it is marked.
    public var isPlain: Bool {
        spans.isEmpty || spans.count == 1 && spans[0] == .text(plain, marks: [])
    }
}

/// How a piece of text is marked.
public enum TextMark: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Set in the face of emphasis (楷体 in running text).
    case emphasis
    /// Set in the face of strong emphasis (黑体 in running text).
    case strong
    case underline
    /// 着重号: a dot below each character.
    case dots
    case superscript
    case `subscript`

    public static func < (a: TextMark, b: TextMark) -> Bool { a.rawValue < b.rawValue }
}

extension RichText: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension RichText: Codable {
    private struct Piece: Codable {
        var text: String?
        var marks: [TextMark]?
        var note: String?
    }

    /// A string where nothing is marked, else a list of pieces.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.init(text)
            return
        }
        self.init(
            try container.decode([Piece].self).map { piece in
                if let note = piece.note { return .note(note) }
                return .text(piece.text ?? "", marks: Set(piece.marks ?? []))
            })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard !isPlain else { return try container.encode(plain) }
        try container.encode(
            spans.map { span in
                switch span {
                case .text(let text, let marks):
                    Piece(text: text, marks: marks.isEmpty ? nil : marks.sorted(), note: nil)
                case .note(let text): Piece(text: nil, marks: nil, note: text)
                }
            })
    }
}
