internal import ReportForms
internal import ReportModel

/// Takes the tables out of the lines of a section: cells one a line, a tab before each and a blank line
/// between rows, as Word gives them; or rows with a tab between cells, as web pages give them.
struct TextTableReader {
    let file: String
    let labels: [TableLabels]
    let sink: DiagnosticSink
    /// Whether a line is the heading of a section, which ends every table.
    let isSectionHeading: (SourceLine) -> Bool

    /// The table that begins at `lines[index]`, and the index of the line after it; nil where none begins.
    func table(in lines: [SourceLine], at index: Int) -> (table: TextTable, next: Int)? {
        guard index < lines.count, beginsTable(lines[index]) else { return nil }
        var table = TextTable()
        var row: [TextTable.Cell] = []
        var next = index
        var end = index
        while next < lines.count {
            let line = lines[next]
            if line.isBlank {
                close(&row, into: &table)
            } else if isContinuation(line, of: row.last) {
                sink.add(
                    Diagnostic(
                        "import.hard-break-joined", .note,
                        Localized(zh: "与上一行合并为一个单元格", en: "joined with the line above into one cell"),
                        at: Place(file: file, line: line.number)))
                row[row.count - 1].text += line.text
                end = next + 1
            } else if isCell(line) || isCutLabel(line, lines.dropFirst(next + 1).first) {
                let isWholeRow = line.filledCells > 1
                if isWholeRow { close(&row, into: &table) }
                row += line.cells.map { TextTable.Cell(text: $0, line: line.number) }
                if isWholeRow { close(&row, into: &table) }
                end = next + 1
            } else {
                break
            }
            next += 1
        }
        close(&row, into: &table)
        return (table, end)
    }

    /// A row ends; where figures are followed by text in it, rows were not parted and are parted here.
    private func close(_ row: inout [TextTable.Cell], into table: inout TextTable) {
        var current: [TextTable.Cell] = []
        for cell in row {
            // Empty slots between are left to the row above, which knows how many figures it has.
            let followsFigure = current.last { !$0.isBlank }.map { !$0.isText } ?? false
            if followsFigure, cell.isText, labels.contains(where: { $0.isLabel(cell.label) }) {
                table.rows.append(current)
                current = []
            }
            current.append(cell)
        }
        if !current.isEmpty { table.rows.append(current) }
        row = []
    }

    private func beginsTable(_ line: SourceLine) -> Bool {
        isCell(line)
            && (line.hasTab
                || MoneyUnit(of: line.text)?.name.isEmpty != true && isLabel(line.text))
    }

    private func isCell(_ line: SourceLine) -> Bool {
        if isSectionHeading(line) { return false }
        if line.hasTab { return !(line.isSingle && line.text.contains("。")) }
        // No figure and no label is as long as a paragraph.
        guard line.text.utf8.count < 300 else { return false }
        return Figure(text: line.text) != nil || isLabel(line.text)
    }

    private func isLabel(_ text: String) -> Bool {
        let label = LabelText.normalized(text)
        return labels.contains { $0.isLabel(label) || $0.isLabelInOtherUnit(text) }
    }

    /// The first line of a label that the next goes on with.
    private func isCutLabel(_ line: SourceLine, _ following: SourceLine?) -> Bool {
        guard let following, !line.hasTab, !following.hasTab, !isSectionHeading(line) else { return false }
        let joined = LabelText.normalized(line.text + following.text)
        return joined.utf8.count < 300 && labels.contains { $0.beginsLabel(joined) }
            && !labels.contains { $0.isLabel(LabelText.normalized(following.text)) }
    }

    /// A line without a tab that goes on with the cell above it.
    private func isContinuation(_ line: SourceLine, of cell: TextTable.Cell?) -> Bool {
        guard !line.hasTab, let cell, cell.isText, !isSectionHeading(line) else { return false }
        let joined = cell.label + LabelText.normalized(line.text)
        if labels.contains(where: { $0.beginsLabel(joined) }) { return true }
        // Not a label of the forms: a short rest of a cell that is none either.
        return !labels.contains { $0.isLabel(cell.label) || $0.isLabel(LabelText.normalized(line.text)) }
            && !line.text.contains("。") && line.text.count <= 30 && Figure(text: line.text) == nil
            && Numbering.split(line.text) == nil
    }
}
