internal import ReportForms
internal import ReportModel

/// A piece of what a file shows.
enum ShownPart: Hashable {
    /// With the marks that all of a paragraph has beside those that are set apart in it.
    case text(RichText, Set<TextMark>)
    case picture([UInt8], alternative: String?)
    /// A picture that has no bytes.
    case missing

    /// Tells nothing.
    static var cleaner: LineCleaner { LineCleaner(file: "", sink: DiagnosticSink()) }

    /// A line without its number, which an export counts anew, dates and names as an import takes them from it.
    static func parts(of line: SourceLine, _ marks: Set<TextMark>, isCell: Bool) -> [ShownPart] {
        guard !line.text.isEmpty || line.richText != nil else { return [] }
        if !isCell, line.richText == nil, let signature = SignatureLine(line), let date = signature.date {
            let texts =
                signature.nameIsLast ? [date.officialText, signature.name] : [signature.name, date.officialText]
            return texts.filter { !$0.isEmpty }.map { .text(RichText($0).withoutSpace, []) }
        }
        var text = line.rich.withoutSpace
        if !isCell { text = text.withoutNumber }
        return [.text(text, marks)]
    }

    /// Whether the export of a report, as this is a part of, reads as a part of a file: with the words that the file has,
    /// without emphasis that the file has not, with another description only where the file has one.
    func reads(as file: ShownPart) -> Bool {
        switch (self, file) {
        case (.text(let text, let marks), .text(let other, let others)):
            text == other && (marks.isEmpty || marks == others)
        case (.picture(let bytes, let alternative), .picture(let other, let description)):
            bytes == other && (description == nil || alternative == description)
        case (.missing, .missing): true
        default: false
        }
    }

    /// As a text stands for a picture or a chart.
    var isBracketed: Bool { if case .text(let text, _) = self { text.isBracketed } else { false } }
}

extension RichText {
    var isBracketed: Bool { plain.hasPrefix("［") && plain.hasSuffix("］") }

    var withoutSpace: RichText {
        RichText(
            spans.compactMap { span in
                switch span {
                case .note(let text): return .note(text.filter { !$0.isWhitespace })
                case .text(let text, let marks):
                    let words = text.filter { !$0.isWhitespace }
                    return words.isEmpty ? nil : .text(words, marks: marks)
                }
            })
    }

    fileprivate var withoutNumber: RichText {
        guard case .text(let text, let marks)? = spans.first else { return self }
        let rest = SealMark.removed(from: Numbering.split(text)?.rest ?? text.replacing(#/^[表图]\d+/#, with: ""))
        return RichText([.text(rest, marks: marks)] + spans.dropFirst())
    }
}
