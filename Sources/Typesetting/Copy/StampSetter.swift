internal import ReportForms
internal import ReportModel

/// 归档章: frame and names in red, as a rubber stamp prints them, and what is filled in, in black.
struct StampSetter<Shaper: TextShaper> {
    private let style: StampStyle
    private let paragraphs: ParagraphSetter<Shaper>
    private var columns: Int { style.rows[0].count }

    init(_ style: StampStyle, paragraphs: ParagraphSetter<Shaper>) {
        self.style = style
        self.paragraphs = paragraphs
    }

    /// The stamp as a table for those who hear it: a row of names above each row of what is filled in.
    func grid() throws(DiagnosticsError) -> TableGrid {
        var cells: [TableGrid.Cell] = []
        for (row, names) in style.rows.enumerated() {
            for (column, name) in names.enumerated() {
                cells.append(TableGrid.Cell(row: 2 * row, column: column, text: name.label, scope: .column))
                cells.append(TableGrid.Cell(row: 2 * row + 1, column: column, text: ""))
            }
        }
        return try TableGrid(
            weights: Array(repeating: 1, count: columns), rowCount: 2 * style.rows.count, cells: cells, path: "archive")
    }

    /// - Parameters:
    ///   - middle: of the stamp, from the left edge of the paper.
    ///   - leaves: of the grid's cells.
    func set(_ record: ArchiveRecord, middle: Double, leaves: [LeafID]) throws(DiagnosticsError) -> [PageItem] {
        let left = middle - style.width / 2
        var items: [PageItem] = []
        var problems: [Diagnostic] = []
        for (row, cells) in style.rows.enumerated() {
            let top = style.top + Double(row) * style.cellHeight
            var values: [PageItem] = []
            for (column, cell) in cells.enumerated() {
                let x = left + Double(column) * style.cellWidth
                let first = 2 * row * columns + column
                do throws(DiagnosticsError) {
                    items += try name(cell, x: x, top: top, leaf: leaves[first])
                    values += try value(cell, record, x: x, top: top, leaf: leaves[first + columns])
                } catch {
                    problems += error.diagnostics
                }
            }
            items += values
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return items + rules(left: left).map { PageItem(.rule($0), ink: .red) }
    }

    // MARK: Text

    private func name(
        _ cell: StampStyle.Cell, x: Double, top: Double, leaf: LeafID
    ) throws(DiagnosticsError) -> [PageItem] {
        guard let lines = try fitting(cell.label, style.label, height: style.label.size, path: cell.field.path) else {
            throw DiagnosticsError(nameTooLong(cell))
        }
        return place(lines, style.label, x: x, y: top + style.padding, leaf: leaf).map { item in
            var item = item
            item.ink = .red
            return item
        }
    }

    /// At the largest size at which it fits, in the middle of what the name leaves of the cell.
    private func value(
        _ cell: StampStyle.Cell, _ record: ArchiveRecord, x: Double, top: Double, leaf: LeafID
    ) throws(DiagnosticsError) -> [PageItem] {
        guard let value = record.text(of: cell.field) else { return [] }
        let above = style.padding + style.label.size
        let room = style.cellHeight - above - style.padding
        for size in style.valueSizes {
            let text = TextStyle(face: style.valueFace, size: size)
            guard let lines = try fitting(value, text, height: room, path: cell.field.path) else { continue }
            let height = Double(lines.count) * size
            return place(lines, text, x: x, y: top + above + (room - height) / 2, leaf: leaf)
        }
        throw DiagnosticsError(valueTooLong(value, cell))
    }

    /// The text in lines without space between them; nil where the cell has no room for them.
    private func fitting(
        _ text: String, _ type: TextStyle, height: Double, path: String
    ) throws(DiagnosticsError) -> [SetLine]? {
        let width = style.cellWidth - 2 * style.padding
        let result = try paragraphs.set(
            [TextSpan(text, type)], ParagraphShape(width: width, alignment: .center, breaksBySense: true))
        guard result.missing.isEmpty else { throw DiagnosticsError(.noGlyph(for: result.missing, path: path)) }
        let fits =
            Double(result.lines.count) * type.size <= height + 0.01
            && result.lines.allSatisfy { $0.width <= width + 0.01 }
            && !result.violations.contains { $0.rule == .brokenWord || $0.rule == .partedUnit }
        return fits ? result.lines : nil
    }

    private func place(_ lines: [SetLine], _ type: TextStyle, x: Double, y: Double, leaf: LeafID) -> [PageItem] {
        lines.enumerated().flatMap { number, line in
            // The em box of Han type reaches 0.88 em above the baseline.
            line.placed(x: x + style.padding, baseline: y + (Double(number) + 0.88) * type.size, leaves: [leaf])
        }
    }

    // MARK: Rules

    /// The frame, with whole corners, and the rules between the cells.
    private func rules(left: Double) -> [Rule] {
        let (right, bottom) = (left + style.width, style.top + style.height)
        let rows = style.rows.count
        let horizontal = (0...rows).map { row in
            let isOuter = row == 0 || row == rows
            let y = style.top + Double(row) * style.cellHeight
            let over = isOuter ? style.outerRule / 2 : 0
            return Rule(
                from: Point(x: left - over, y: y), to: Point(x: right + over, y: y),
                width: isOuter ? style.outerRule : style.innerRule)
        }
        let vertical = (0...columns).map { column in
            let x = left + Double(column) * style.cellWidth
            return Rule(
                from: Point(x: x, y: style.top), to: Point(x: x, y: bottom),
                width: column == 0 || column == columns ? style.outerRule : style.innerRule)
        }
        return horizontal + vertical
    }

    // MARK: Findings

    private func nameTooLong(_ cell: StampStyle.Cell) -> Diagnostic {
        Diagnostic(
            "layout.stamp-label", .error,
            Localized(
                zh: "归档章的格子放不下项目名“\(cell.label)”", en: "the cell of the stamp has no room for the name “\(cell.label)”"),
            at: style.place,
            hint: Localized(zh: "减小 label 的字号或 padding", en: "lessen the size of “label”, or “padding”"))
    }

    private func valueTooLong(_ value: String, _ cell: StampStyle.Cell) -> Diagnostic {
        let name = cell.field.name
        let size = style.valueSizes.last ?? 0
        return Diagnostic(
            "archive.field-too-long", .error,
            Localized(
                zh: "归档章的“\(name.zh)”放不下“\(value)”，用最小的字号（\(size) pt）也不行",
                en: "the \(name.en) of the stamp has no room for “\(value)”, even at the smallest size (\(size) pt)"),
            at: Place(path: cell.field.path),
            hint: Localized(
                zh: "写简称，或不写这一项，由人填写", en: "write it in a shorter form, or leave it out to be filled in by hand"))
    }
}
