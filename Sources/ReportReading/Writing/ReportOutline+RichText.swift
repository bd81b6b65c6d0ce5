internal import ReportModel

extension ReportOutline {
    /// A plain string where nothing is marked, else the pieces under `text`.
    func richText(_ text: RichText) -> OutputNode {
        text.isPlain
            ? .string(text.plain) : .mapping([OutputEntry("text", .list(text.spans.map { .oneLine(piece($0)) }))])
    }

    private func piece(_ span: RichText.Span) -> OutputNode {
        switch span {
        case .note(let text): return .mapping([OutputEntry("note", .string(text))])
        case .text(let text, let marks):
            let marks = marks.sorted()
            guard let first = marks.first else { return .string(text) }
            guard marks.count > 1 else { return .mapping([OutputEntry(first.rawValue, .string(text))]) }
            return .mapping([
                OutputEntry("text", .string(text)), OutputEntry("marks", .list(marks.map { .string($0.rawValue) })),
            ])
        }
    }
}
