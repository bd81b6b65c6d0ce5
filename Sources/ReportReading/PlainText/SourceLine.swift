/// A line of a text file after cleaning.
struct SourceLine {
    /// From 1.
    var number: Int
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
    /// One cell with text, as a paragraph has.
    var isSingle: Bool { filledCells == 1 }
}
