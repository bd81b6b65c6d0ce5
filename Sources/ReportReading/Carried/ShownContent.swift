internal import ReportModel

/// What a reader saw in a file, as far as two files can be told apart by it.
protocol ShownContent {
    /// Whether somebody who looks at the one and at the other sees the same.
    func showsSame(as other: Self) -> Bool
    /// In reading order.
    var pictures: [[UInt8]] { get }
}

extension ImportedDocument: ShownContent {
    func showsSame(as other: ImportedDocument) -> Bool { blocks.map(\.unplaced) == other.blocks.map(\.unplaced) }

    var pictures: [[UInt8]] { blocks.flatMap(\.pictures) }
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

    fileprivate var pictures: [[UInt8]] {
        switch self {
        case .paragraph: []
        case .picture(let picture): picture.bytes.map { [$0] } ?? []
        case .table(let table): table.rows.joined().flatMap { $0.blocks.flatMap(\.pictures) }
        }
    }
}

/// A plain text, which shows no picture.
struct ShownText: ShownContent {
    var text: Diagnosed<String>

    func showsSame(as other: ShownText) -> Bool { lines == other.lines }

    var pictures: [[UInt8]] { [] }

    /// Without space at their ends, which programs leave out and add.
    private var lines: [String] {
        text.value.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
