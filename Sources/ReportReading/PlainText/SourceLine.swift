internal import ReportModel

/// A line of a text file, or a block of a document, after cleaning.
struct SourceLine {
    /// What stands in the place of a line in a document.
    enum Content {
        case text
        case grid(ImportedGrid)
        case picture(ImportedPicture)
    }

    /// From 1; in a document, the number of the block.
    var number: Int
    var content = Content.text
    /// Its text with the marks and notes in it; nil where there are none.
    var richText: RichText?
    /// Level of the outline that the source's styles give it; nil for body text.
    var outlineLevel: Int?
    /// What stood between tabs, each cleaned; one element where there is no tab.
    var cells: [String]
    /// A tab begins the cell of a table in Word's text, or parts the cells of a row.
    var hasTab: Bool
    /// How many of the lines that follow were joined to it.
    var joinedLines = 0

    var lastNumber: Int { number + joinedLines }
    /// The text of a line that is no row: its cells that are not empty.
    var text: String { cells.filter { !$0.isEmpty }.joined(separator: " ") }
    var isBlank: Bool { !hasTab && text.isEmpty }
    var filledCells: Int { cells.count { !$0.isEmpty } }
    /// Its text with the marks in it.
    var rich: RichText { richText ?? RichText(text) }

    /// The rest behind some characters, as a number is taken off.
    func rich(withoutFirst count: Int) -> RichText {
        var left = count
        var spans: [RichText.Span] = []
        for span in rich.spans {
            guard left > 0, case .text(let text, let marks) = span else {
                spans.append(span)
                continue
            }
            let rest = text.dropFirst(left)
            left -= text.count - rest.count
            if !rest.isEmpty { spans.append(.text(String(rest), marks: marks)) }
        }
        return RichText(spans)
    }

    /// What is kept of it where it has no place: a table's text, a picture's name.
    var remains: String {
        switch content {
        case .text: text
        case .grid(let grid): grid.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        case .picture(let picture): picture.alternative ?? picture.name
        }
    }
    /// One cell with text, as a paragraph has.
    var isSingle: Bool { filledCells == 1 }
}
