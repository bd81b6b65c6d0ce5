internal import ReportModel

/// What a reader saw in a file, as far as two files can be told apart by it.
protocol ShownContent {
    /// Whether nothing that can be seen in the one is otherwise in the other.
    func showsSame(as other: Self) -> Bool
    /// Its words and pictures in their order, as an importer cleans them and without what depends on the program that
    /// saved it.
    var parts: [ShownPart] { get }
    /// What the reader put right or left out.
    var findings: [Diagnostic] { get }
}

extension ShownContent {
    /// Pictures in reading order, with what they are said to show.
    var pictures: [(bytes: [UInt8], alternative: String?)] {
        parts.compactMap { if case .picture(let bytes, let alternative) = $0 { (bytes, alternative) } else { nil } }
    }
}

extension ImportedDocument: ShownContent {
    func showsSame(as other: ImportedDocument) -> Bool {
        blocks.map(\.withoutPlace) == other.blocks.map(\.withoutPlace)
    }

    var parts: [ShownPart] { blocks.flatMap { $0.parts(isCell: false) } }
}

extension ImportedBlock {
    /// Without what no reader of the page sees: lines of the source, names of pictures.
    fileprivate var withoutPlace: ImportedBlock {
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
                    table.rows[row][cell].blocks = table.rows[row][cell].blocks.map(\.withoutPlace)
                }
            }
            return .table(table)
        }
    }

    fileprivate func parts(isCell: Bool) -> [ShownPart] {
        switch self {
        case .paragraph(let paragraph):
            return paragraph.text.lines.flatMap {
                ShownPart.parts(of: ShownPart.cleaner.line(of: $0, 0), paragraph.uniformMarks, isCell: isCell)
            }
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

    var parts: [ShownPart] {
        ShownPart.cleaner.lines(of: text.value).flatMap { line in
            line.hasTab
                ? line.cells.filter { !$0.isEmpty }.map { .text(RichText($0).withoutSpace, []) }
                : ShownPart.parts(of: line, [], isCell: false)
        }
    }
    var findings: [Diagnostic] { text.diagnostics }

    /// Without space at their ends, which programs leave out and add.
    private var lines: [String] {
        text.value.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
