internal import ReportModel

/// What a reader saw in a file, as far as two files can be told apart by it.
protocol ShownContent {
    /// Whether nothing that can be seen in the one is otherwise in the other.
    func showsSame(as other: Self) -> Bool
    /// Its words and pictures in their order, without what depends on the program that saved it and on how many there
    /// are of a kind: alignment, widths, numbers of headings, items and captions.
    var parts: [ShownPart] { get }
    /// What the reader put right or left out.
    var findings: [Diagnostic] { get }
}

enum ShownPart: Hashable {
    case text(RichText)
    case picture([UInt8], alternative: String?)
    /// A picture that has no bytes.
    case missing
}

extension ShownContent {
    /// Pictures in reading order, with what they are said to show.
    var pictures: [(bytes: [UInt8], alternative: String?)] {
        parts.compactMap { if case .picture(let bytes, let alternative) = $0 { (bytes, alternative) } else { nil } }
    }
}

extension ImportedDocument: ShownContent {
    func showsSame(as other: ImportedDocument) -> Bool { blocks.map(\.unplaced) == other.blocks.map(\.unplaced) }

    var parts: [ShownPart] { blocks.flatMap { $0.parts(isCell: false) } }
}

extension ImportedBlock {
    /// Without what no reader of the page sees: lines of the source, names of pictures.
    fileprivate var unplaced: ImportedBlock {
        switch self {
        case .paragraph(var paragraph):
            paragraph.line = 0
            return .paragraph(paragraph)
        case .picture(var picture):
            picture.line = 0
            picture.name = ""
            return .picture(picture)
        case .table(var table):
            table.line = 0
            for row in table.rows.indices {
                for cell in table.rows[row].indices {
                    table.rows[row][cell].blocks = table.rows[row][cell].blocks.map(\.unplaced)
                }
            }
            return .table(table)
        }
    }

    fileprivate func parts(isCell: Bool) -> [ShownPart] {
        switch self {
        case .paragraph(let paragraph):
            var text = paragraph.text.withoutSpace
            if !isCell { text = text.withoutNumber }
            if !paragraph.uniformMarks.isEmpty { text.spans.append(.text("", marks: paragraph.uniformMarks)) }
            return [.text(text)]
        case .picture(let picture):
            return [picture.bytes.map { .picture($0, alternative: picture.alternative) } ?? .missing]
        case .table(let table):
            return table.rows.joined().flatMap { $0.blocks.flatMap { $0.parts(isCell: true) } }
        }
    }
}

/// A plain text, which shows no picture.
struct ShownText: ShownContent {
    var text: Diagnosed<String>

    func showsSame(as other: ShownText) -> Bool { lines == other.lines }

    var parts: [ShownPart] { lines.map { .text(RichText($0).withoutSpace.withoutNumber) } }
    var findings: [Diagnostic] { text.diagnostics }

    /// Without space at their ends, which programs leave out and add.
    private var lines: [String] {
        text.value.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

extension RichText {
    fileprivate var withoutSpace: RichText {
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

    /// Without the number that it begins with, which an export counts anew.
    fileprivate var withoutNumber: RichText {
        guard case .text(let text, let marks)? = spans.first else { return self }
        let rest = Numbering.split(text)?.rest ?? text.replacing(#/^[表图]\d+/#, with: "")
        return RichText([.text(rest, marks: marks)] + spans.dropFirst())
    }
}
