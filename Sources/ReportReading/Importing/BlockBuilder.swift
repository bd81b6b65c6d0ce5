internal import ReportModel

/// Puts runs of text together to paragraphs, and paragraphs, tables and pictures to blocks.
struct BlockBuilder {
    private(set) var blocks: [ImportedBlock] = []
    private var spans: [RichText.Span] = []
    private var line = 1
    /// A number that goes before the next text, whichever paragraph that is in.
    var number: String?

    /// Text that goes on with the paragraph; `\n` is a line end within it.
    mutating func append(_ text: String, _ marks: Set<TextMark>, line: Int) {
        guard !text.isEmpty else { return }
        if spans.isEmpty { self.line = line }
        if let number, !text.allSatisfy(\.isWhitespace) {
            self.number = nil
            append(number, marks, line: line)
        }
        if case .text(var before, let last)? = spans.last, last == marks {
            // Else there were two of it, and each run would copy all before it.
            spans.removeLast()
            before += text
            spans.append(.text(before, marks: marks))
        } else {
            spans.append(.text(text, marks: marks))
        }
    }

    mutating func append(note text: String, line: Int) {
        guard !text.isEmpty else { return }
        if spans.isEmpty { self.line = line }
        spans.append(.note(text))
    }

    var endsWithSpace: Bool {
        guard case .text(let text, _)? = spans.last else { return spans.isEmpty }
        return text.last?.isWhitespace == true
    }

    /// The paragraph ends, if one has begun.
    mutating func endParagraph(outlineLevel: Int? = nil) {
        defer { spans = [] }
        let whole = RichText(spans)
        let marks = whole.uniformMarks
        let text = whole.without(marks)
        guard text.spans.contains(where: { $0.holdsText }) else { return }
        blocks.append(
            .paragraph(ImportedParagraph(text: text, uniformMarks: marks, line: line, outlineLevel: outlineLevel)))
    }

    mutating func append(_ block: ImportedBlock) {
        endParagraph()
        blocks.append(block)
    }
}

extension RichText.Span {
    fileprivate var holdsText: Bool {
        switch self {
        case .text(let text, _): !text.allSatisfy(\.isWhitespace)
        case .note: true
        }
    }
}

extension RichText {
    /// What all of a paragraph is set in is the look of the paragraph and marks nothing in it.
    fileprivate var uniformMarks: Set<TextMark> {
        var common: Set<TextMark>?
        for case .text(let text, let marks) in spans where !text.allSatisfy(\.isWhitespace) {
            common = common.map { $0.intersection(marks) } ?? marks
        }
        return common ?? []
    }

    fileprivate func without(_ common: Set<TextMark>) -> RichText {
        guard !common.isEmpty else { return self }
        var result: [Span] = []
        for span in spans {
            guard case .text(let text, let marks) = span else {
                result.append(span)
                continue
            }
            let left = marks.subtracting(common)
            if case .text(let before, left)? = result.last {
                result[result.count - 1] = .text(before + text, marks: left)
            } else {
                result.append(.text(text, marks: left))
            }
        }
        return RichText(result)
    }
}
