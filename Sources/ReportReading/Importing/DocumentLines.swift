internal import ReportForms
internal import ReportModel

/// A document as the lines that the importer reads: paragraphs cleaned, tables as grids, each block and each cell under
/// a number of its own.
struct DocumentLines {
    /// Where a block or a cell stands in the source.
    struct Position {
        var line: Int
        /// The cell, as people count them; nil for other blocks.
        var cell: Localized?
    }

    private(set) var lines: [SourceLine] = []
    /// By number, from 1.
    private(set) var positions: [Position] = []
    private let cleaner: LineCleaner
    private let sink: DiagnosticSink
    private let layout: LayoutTables
    private var tableCount = 0

    init(_ document: ImportedDocument, layout: LayoutTables, sink: DiagnosticSink) {
        cleaner = LineCleaner(file: document.file, sink: sink)
        self.sink = sink
        self.layout = layout
        for block in document.blocks { append(block) }
    }

    private mutating func number(_ line: Int, cell: Localized? = nil) -> Int {
        positions.append(Position(line: line, cell: cell))
        return positions.count
    }

    private mutating func append(_ block: ImportedBlock) {
        switch block {
        case .paragraph(let paragraph): append(paragraph)
        case .picture(let picture):
            lines.append(
                SourceLine(number: number(picture.line), content: .picture(picture), cells: [], hasTab: true))
        case .table(let table):
            if let blocks = layout.content(of: table) {
                for block in blocks { append(block) }
            } else {
                append(layout.spliced(table))
            }
        }
    }

    private mutating func append(_ paragraph: ImportedParagraph) {
        let parts = paragraph.text.lines
        for (index, part) in parts.enumerated() {
            let number = number(paragraph.line)
            var line = cleaner.line(of: part, number)
            line.outlineLevel = paragraph.outlineLevel
            if index > 0, !line.isBlank {
                sink.add(
                    Diagnostic(
                        "import.line-break", .note,
                        Localized(zh: "段内的换行按分段处理", en: "a line end within the paragraph was taken for its end"),
                        at: Place(file: cleaner.file, line: number)))
            }
            lines.append(line)
        }
    }

    private mutating func append(_ table: ImportedTable) {
        tableCount += 1
        let own = number(table.line)
        var rows: [[ImportedGrid.Source]] = []
        for (row, cells) in table.rows.enumerated() where rows.count <= ImportedGrid.maximumSlots {
            rows.append([])
            for (column, cell) in cells.enumerated() where positions.count < Self.maximumNumbers {
                let name = table.name
                let position = Localized(
                    zh: "\(name.map { "“\($0)”" } ?? "第 \(tableCount) 张表")第 \(row + 1) 行第 \(column + 1) 格",
                    en: "\(name.map { "“\($0)”" } ?? "table \(tableCount)"), row \(row + 1), cell \(column + 1)")
                let number = number(cell.blocks.first?.line ?? table.line, cell: position)
                rows[row].append(ImportedGrid.Source(cell: cell, text: cleaner.cell(cell.text, number), number: number))
                for case .picture(let picture) in cell.blocks {
                    lines.append(
                        SourceLine(
                            number: self.number(picture.line), content: .picture(picture), cells: [], hasTab: true))
                }
            }
        }
        do throws(ImportedGrid.Problem) {
            guard positions.count < Self.maximumNumbers else { throw .tooLarge }
            let grid = try ImportedGrid(rows, headerRows: table.headerRows, number: own)
            lines.append(SourceLine(number: own, content: .grid(grid), cells: [], hasTab: true))
        } catch {
            sink.error(
                "table.too-large", zh: "表格过大：最多 \(ImportedGrid.maximumColumns) 列、\(ImportedGrid.maximumSlots) 格",
                en:
                    "the table is too large: at most \(ImportedGrid.maximumColumns) columns and \(ImportedGrid.maximumSlots) cells",
                at: Place(file: cleaner.file, line: own))
        }
    }

    private static let maximumNumbers = 500_000

    /// Findings name blocks by number; people want the place in the source.
    func placed(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.place = diagnostic.place.map(placed)
        diagnostic.notes = diagnostic.notes.map { Diagnostic.Note($0.message, at: $0.place.map(placed)) }
        return diagnostic
    }

    func placed(_ place: Place) -> Place {
        guard let number = place.line, positions.indices.contains(number - 1) else { return place }
        let position = positions[number - 1]
        var place = place
        place.line = position.line
        if let cell = position.cell { place.cell = [place.cell, cell.zh].compactMap(\.self).joined(separator: "，") }
        return place
    }

    func placed(_ location: SourceLocation) -> SourceLocation {
        guard positions.indices.contains(location.line - 1) else { return location }
        return SourceLocation(file: location.file, line: positions[location.line - 1].line)
    }

    func placed(_ text: UnplacedText) -> UnplacedText {
        var text = text
        text.line = text.line.map { placed(line: $0) }
        return text
    }

    func placed(line: Int) -> Int { placed(SourceLocation(file: cleaner.file, line: line)).line }
}

extension RichText {
    /// Its lines, by the line ends in it.
    var lines: [RichText] {
        var lines: [[Span]] = [[]]
        for span in spans {
            guard case .text(let text, let marks) = span, text.contains("\n") else {
                lines[lines.count - 1].append(span)
                continue
            }
            for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append(.text(String(part), marks: marks)) }
            }
        }
        return lines.map(RichText.init)
    }
}
