internal import ReportForms
internal import ReportModel

/// Running text → spans in the faces and sizes of the style. Notes are numbered through the document.
final class TextComposer {
    private let style: Style
    private var noteCount = 0

    init(style: Style) { self.style = style }

    /// A paragraph of body text, or a list item after its number.
    func paragraph(
        _ text: RichText, after label: TextSpan? = nil, role: ParagraphRole = .body, path: String
    ) -> ComposedBlock {
        var spans = label.map { [$0] } ?? []
        var notes: [ComposedNote] = []
        for span in text.spans {
            switch span {
            case .text(let text, let marks): spans.append(TextSpan(text, style.text.body.marked(marks, style.text)))
            case .note(let text):
                noteCount += 1
                let mark = Numbering.item(.circle, noteCount)
                spans.append(
                    TextSpan(mark, style.text.body.marked([.superscript], style.text), role: .noteReference(noteCount)))
                notes.append(
                    ComposedNote(
                        number: noteCount,
                        spans: [
                            TextSpan(mark + "\u{3000}", style.text.note, role: .label), TextSpan(text, style.text.note),
                        ]))
            }
        }
        return .paragraph(
            ComposedParagraph(
                spans: spans, firstIndent: style.paragraph.indent,
                hangsAfterLabel: label != nil && style.paragraph.items == .hanging, role: role, notes: notes, path: path
            ))
    }
}

extension TextStyle {
    /// The style of marked text. Raised and lowered text has 0.6 of the size; it stands a third of the size above the
    /// baseline or a seventh below it.
    fileprivate func marked(_ marks: Set<TextMark>, _ styles: TextStyles) -> TextStyle {
        var result = self
        if marks.contains(.emphasis) { result.face = styles.emphasis }
        if marks.contains(.strong) { result.face = styles.strong }
        if marks.contains(.dots) { result.decoration = .dots }
        if marks.contains(.underline) { result.decoration = .underline }
        if marks.contains(.superscript) || marks.contains(.subscript) {
            result.rise = marks.contains(.superscript) ? size / 3 : -size / 7
            result.size = 0.6 * size
            result.em = result.size
        }
        return result
    }
}
