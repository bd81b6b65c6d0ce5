internal import ReportForms
internal import ReportModel

/// Finds the figures of a statutory table in the rows of a text, by the labels before them.
final class StatutoryTableParser {
    let file: String
    let labels: TableLabels
    let sink: DiagnosticSink
    private(set) var figures: [FigureKey: (figure: Figure, line: Int)] = [:]
    private(set) var unplaced: [UnplacedText] = []
    /// Cells of figures that hold none: kept as they are, if what is read is a document.
    private(set) var strangers: [FigureKey: TextTable.Cell] = [:]
    private let keepsStrangers: Bool

    /// The groups that are open: the path of the last row without its own label.
    private var group: [[String]] = []
    /// Header labels since the last row of figures.
    private var headerRun: [TextTable.Cell] = []
    private var pending: (node: TableLabels.Node, cells: [TextTable.Cell], label: TextTable.Cell)?
    /// Figures of a table without row labels (表四).
    private var loose: [TextTable.Cell] = []

    private var table: FormTable { labels.table }
    private var hasStub: Bool { !labels.nodes.isEmpty }

    init(file: String, labels: TableLabels, sink: DiagnosticSink, keepsStrangers: Bool = false) {
        self.file = file
        self.labels = labels
        self.sink = sink
        self.keepsStrangers = keepsStrangers
    }

    func parse(_ text: TextTable) {
        for row in text.rows { parse(row) }
        finishPending()
        finishLoose(at: text.line)
    }

    private func parse(_ row: [TextTable.Cell]) {
        let start = row.firstIndex { !$0.isBlank && !$0.isText } ?? row.endIndex
        let lastLabel = row[..<start].lastIndex { !$0.isBlank }
        var names = row[..<start].filter { !$0.isBlank }
        var values = Array(row[(lastLabel.map { $0 + 1 } ?? 0)...])
        // “12件” after the label of a row is a figure written wrong, not another label.
        while names.count > 1, let last = names.last, !labels.isLabel(last.label),
            labels.isStub(names[0].label)
        {
            values.insert(names.removeLast(), at: 0)
        }
        if names.isEmpty {
            acceptLoose(values)
        } else {
            finishPending()
            accept(names, values)
        }
    }

    // MARK: Rows with labels

    private func accept(_ names: [TextTable.Cell], _ values: [TextTable.Cell]) {
        let hasFigures = values.contains { !$0.isBlank }
        let headers = names.prefix { labels.isHeader($0.label) }.count
        if headers == names.count, !hasFigures || !hasStub {
            headerRun += names
            acceptLoose(values)
            return
        }
        let found = labels.nodes(named: names.map(\.label), in: group)
        guard let node = found.first, let label = names.last else {
            // Where nothing parts rows, the header runs into the first of them.
            let rest = (0..<names.count).first { index in
                (1...max(1, headers)).contains(index)
                    && !labels.nodes(named: names[index...].map(\.label)).isEmpty
            }
            guard let rest else { return acceptUnknown(names, values) }
            headerRun += names[..<rest]
            return accept(Array(names[rest...]), values)
        }
        if found.count > 1 {
            headerRun = []
            reportAmbiguous(found, label)
        } else if node.isLeaf {
            group = Array(node.path.dropLast())
            checkHeader(band: node.band)
            pending = (node, values, label)
        } else if hasFigures {
            keep(
                names + values, "import.figures-of-group",
                zh: "“\(label.text)”一行有数，而格式中这一组没有小计",
                en: "the group “\(label.text)” has figures; the form has no subtotal for it")
        } else {
            group = node.path
        }
    }

    private func acceptUnknown(_ names: [TextTable.Cell], _ values: [TextTable.Cell]) {
        let inOtherUnit = names.filter { labels.otherUnit(of: $0.text) != nil }
        guard inOtherUnit.isEmpty else { return inOtherUnit.forEach(refuseUnit) }
        let known = labels.table.formRows.map(\.label)
        let unknown = names.filter { !labels.isLabel($0.label) }
        if values.contains(where: { !$0.isBlank }) {
            let name = names.map(\.text).joined(separator: "／")
            keep(
                names + values, "import.unknown-row", zh: "\(table.name)中没有“\(name)”这一行",
                en: "\(table.name) has no row “\(name)”",
                hint: Spelling.hint(for: names.last?.text ?? "", among: known))
        } else {
            headerRun += names.filter { labels.isHeader($0.label) }
            for cell in unknown.isEmpty ? names : unknown {
                keep(
                    [cell], "import.unknown-label", zh: "\(table.name)中没有“\(cell.text)”这一栏",
                    en: "\(table.name) has no label “\(cell.text)”",
                    hint: Spelling.hint(for: cell.text, among: known))
            }
        }
    }

    /// 190 元 read as 190 万元 would be wrong by ten thousand times, and nobody would see it.
    func refuseUnit(_ cell: TextTable.Cell) {
        guard let (written, form) = labels.otherUnit(of: cell.text) else { return }
        sink.error(
            "import.header-unit", zh: "“\(cell.text)”以\(written)为单位，而\(table.name)以\(form)为单位",
            en: "“\(cell.text)” is in \(written); \(table.name) is in \(form)",
            at: Place(file: file, line: cell.line),
            hint: Localized(
                zh: "把这一列的数折算成\(form)，并把这里的单位改为\(form)",
                en: "convert the figures to \(form), and write \(form) here"))
    }

    /// The header above a row has to name its columns in the form's order, or figures would go astray.
    private func checkHeader(band: Int) {
        defer { headerRun = [] }
        var rest = labels.headers[band][...]
        for cell in headerRun {
            guard let index = rest.firstIndex(where: { $0.contains(cell.label) }) else {
                sink.error(
                    "import.header-order", zh: "表头“\(cell.text)”不在\(table.name)这一行应有的位置，无法确定各列是什么",
                    en:
                        "the header “\(cell.text)” is not where \(table.name) has it; the columns cannot be told",
                    at: Place(file: file, line: cell.line),
                    hint: Localized(
                        zh: "表头应依次为：\(headerText(band))", en: "the header reads: \(headerText(band))"))
                return
            }
            rest = rest[(index + 1)...]
        }
    }

    private func headerText(_ band: Int) -> String {
        table.bands[band].header.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map(\.label)
            .joined(separator: "、")
    }

    private func finishPending() {
        guard let (node, cells, label) = pending else { return }
        pending = nil
        guard let key = node.key, let row = labels.rows[key] else { return }
        guard let values = fitted(cells, to: row.columns.count) else {
            sink.error(
                "table.row-length",
                zh: "“\(row.label)”一行应有 \(row.columns.count) 个数（\(row.columnList)），实有 \(cells.count) 个",
                en:
                    "the row “\(row.label)” has \(cells.count) figures instead of \(row.columns.count) (\(row.columnList))",
                at: Place(
                    file: file, line: label.line, path: "tables.\(table.key).\(key)",
                    cell: "\(table.name) \(row.fullLabel)"), hint: Self.tableHint)
            return
        }
        for (cell, column) in zip(values, row.columns) { set(row, column, cell) }
    }

    /// As many cells as columns. Spans leave empty slots before the figures, a tab at the line's end
    /// one after them; nil where the number differs otherwise or it is not clear which are to go.
    private func fitted(_ cells: [TextTable.Cell], to count: Int) -> [TextTable.Cell]? {
        let excess = cells.count - count
        guard excess >= 0 else { return nil }
        let before = cells.prefix(while: \.isBlank).count
        let after = before == cells.count ? 0 : cells.reversed().prefix(while: \.isBlank).count
        guard excess <= before + after else { return nil }
        if excess > 0, excess < before + after, before > 0, after > 0 { return nil }
        let first = min(before, excess)
        return Array(cells[first..<(first + count)])
    }

    // MARK: Rows without labels

    private static let tableHint = Localized(
        zh: "单元格之间应有制表符（Tab）或各占一行，行与行之间空一行，空白的单元格也要保留",
        en: "cells have a tab between them or a line each, rows a blank line between them; empty cells count")

    private func acceptLoose(_ values: [TextTable.Cell]) {
        if let current = pending, let key = current.node.key, let row = labels.rows[key],
            current.cells.count < row.columns.count, values.contains(where: { !$0.isBlank })
        {
            pending?.cells += values
        } else if !hasStub {
            // Slots under spanned headers are as empty as blank figures: only a whole row of them counts.
            let isSpacer = values.allSatisfy(\.isBlank) && values.count < table.figureKeys.count
            if !isSpacer { loose += values }
        } else if values.contains(where: { !$0.isBlank }) {
            keep(
                values, "import.figures-without-row", zh: "这些数前面没有行名",
                en: "figures without the label of a row")
        }
    }

    private func finishLoose(at line: Int) {
        guard !hasStub, let band = table.bands.first else { return }
        checkHeader(band: 0)
        guard !loose.isEmpty else { return }
        let keys = table.figureKeys
        guard let values = fitted(loose, to: keys.count) else {
            let blocks = band.header.filter { $0.row == 0 }.map(\.label).joined(separator: "、")
            sink.error(
                "table.row-length", zh: "\(table.name)（\(blocks)）应有 \(keys.count) 个数，实有 \(loose.count) 个",
                en: "\(table.name) has \(loose.count) figures instead of \(keys.count)",
                at: Place(file: file, line: loose.first?.line ?? line, path: "tables.\(table.key)"),
                hint: Self.tableHint)
            return
        }
        for (key, cell) in zip(keys, values) {
            guard let row = labels.rows[key.row],
                let column = row.columns.first(where: { $0.key == key.column })
            else { continue }
            set(row, column, cell)
        }
        loose = []
    }

    // MARK: Outcome

    private func set(_ row: FormRow, _ column: FormRow.Column, _ cell: TextTable.Cell) {
        guard !cell.isUnreported else { return }
        let key = FigureKey(table.key, row.key, column.key)
        let place = Place(
            file: file, line: cell.line, path: key.path,
            cell: "\(table.name) \(row.fullLabel) × \(column.label)")
        guard let figure = cell.figure else {
            guard keepsStrangers else { return sink.add(FigureProblem.notAFigure(cell.text, at: place)) }
            sink.warning(
                "import.not-a-figure", zh: "“\(cell.text.prefix(40))”不是数，这一格不填，原文留在“未归入”中",
                en: "“\(cell.text.prefix(40))” is no figure; the cell stays open, and the text is kept as unplaced",
                at: place)
            strangers[key] = cell
            unplaced.append(UnplacedText(text: "\(place.cell ?? key.path)：\(cell.text)", line: cell.line))
            return
        }
        FigureProblem.noteSeparators(cell.text, figure, at: place, sink)
        if let earlier = figures[key], earlier.figure != figure {
            var diagnostic = Diagnostic(
                "import.row-twice", .error,
                Localized(
                    zh: "“\(row.label)”出现两次，数也不同", en: "“\(row.label)” occurs twice with different figures"),
                at: place)
            diagnostic.notes = [
                Diagnostic.Note(
                    Localized(zh: "第一次在这里", en: "first here"), at: Place(file: file, line: earlier.line))
            ]
            sink.add(diagnostic)
            return
        }
        figures[key] = (figure, cell.line)
    }

    private func keep(
        _ cells: [TextTable.Cell], _ id: Diagnostic.ID, zh: String, en: String, hint: Localized? = nil
    ) {
        let line = cells.first?.line
        sink.warning(
            id, zh: "\(zh)，原文留在“未归入”中，不会印出", en: "\(en); kept as unplaced, not printed",
            at: Place(file: file, line: line),
            hint: hint)
        let text = cells.filter { !$0.isBlank }.map(\.text).joined(separator: " ")
        if !text.isEmpty { unplaced.append(UnplacedText(text: text, line: line)) }
    }

    private func reportAmbiguous(_ nodes: [TableLabels.Node], _ label: TextTable.Cell) {
        let names = nodes.compactMap { $0.key.flatMap { labels.rows[$0]?.fullLabel } }.joined(separator: "；")
        sink.error(
            "import.ambiguous-row", zh: "“\(label.text)”可能是：\(names)，无法判断是哪一行",
            en: "“\(label.text)” may be any of: \(names)", at: Place(file: file, line: label.line),
            hint: Localized(zh: "在这一行前写出它所属的组", en: "write the group before it"))
    }
}
