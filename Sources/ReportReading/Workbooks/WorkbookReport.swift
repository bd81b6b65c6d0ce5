internal import ReportForms
internal import ReportModel

/// A workbook of ours that was filled in: its values by their names, its narrative row by row, its figures by the labels
/// of the form as in any office's workbook.
struct WorkbookReport {
    private let file: String
    private let forms: [Form]
    private let wanted: FormID?
    private let sink: DiagnosticSink
    private let overview: XLSXSheet
    private let narrative: XLSXSheet
    private let tables: [XLSXSheet]

    /// Nil where the workbook is not one of ours.
    init?(_ sheets: [XLSXSheet], file: String, forms: [Form], wanted: FormID?, sink: DiagnosticSink) {
        guard let overview = sheets.first(where: { $0.name == WorkbookLayout.overviewSheet }),
            overview.cells.contains(where: { $0.key.column == 0 && $0.value.trimmed == WorkbookLayout.values[0].name }),
            let narrative = sheets.first(where: { $0.name == WorkbookLayout.narrativeSheet })
        else { return nil }
        self.file = file
        self.forms = forms
        self.wanted = wanted
        self.sink = sink
        self.overview = overview
        self.narrative = narrative
        tables = sheets.filter { ![overview.name, narrative.name].contains($0.name) }
    }

    /// Nil where the sink holds the reason.
    func read() -> (report: SourcedReport, tables: [ImportLog.Table])? {
        var root = LocatedNode(
            content: .mapping([]), location: SourceLocation(file: file, line: 1), path: "")
        readOverview(into: &root)
        let named = forms.filter { $0.id.rawValue == value("form")?.text }
        guard let outcome = readTables(under: named.isEmpty ? forms : named) else { return nil }
        if root.entry("form") == nil {
            root.set(scalar(outcome.form.id.rawValue, 1, "form"), at: ["form"])
        }
        readNarrative(outcome.form, into: &root)
        setFigures(of: outcome, in: &root)
        guard !sink.hasErrors else { return nil }
        let reader = StructuredReader(file: file, forms: forms, wanted: wanted, sink: sink)
        guard var report = reader.read(root), !sink.hasErrors else { return nil }
        report.report.unplaced += outcome.unplaced
        let doubts = TableDoubts(file: file, form: outcome.form, readings: outcome.readings)
        return (report, doubts.tables(of: report, sink))
    }

    private func scalar(_ text: String, _ line: Int, _ path: String) -> LocatedNode {
        LocatedNode(
            content: .scalar(text, quoted: true), location: SourceLocation(file: file, line: line), path: path)
    }

    // MARK: Values

    /// What stands after a name on the overview; nil where nothing does.
    private func value(_ path: String) -> (text: String, line: Int)? {
        let names = (WorkbookLayout.values + WorkbookLayout.archiveValues).filter { $0.path == path }.map(\.name)
        guard
            let row = overview.cells.keys.filter({ $0.column == 0 }).sorted()
                .first(where: { names.contains(overview[$0]?.trimmed ?? "") })?.row,
            let text = overview[CellReference(row: row, column: 1)], !text.trimmed.isEmpty
        else { return nil }
        return (text, row + 1)
    }

    private func readOverview(into root: inout LocatedNode) {
        for (path, _) in WorkbookLayout.values + WorkbookLayout.archiveValues {
            guard let (text, line) = value(path) else { continue }
            let keys = path.split(separator: ".").map(String.init)
            switch path {
            case "signature.names":
                let names = text.split(whereSeparator: \.isNewline).enumerated().map {
                    scalar(String($1), line, "\(path)[\($0)]")
                }
                let location = SourceLocation(file: file, line: line)
                root.set(LocatedNode(content: .sequence(names), location: location, path: path), at: keys)
            case "signature.signatories.title", "signature.signatories.name": break
            case "signature.sealed":
                root.set(scalar(text.trimmed == WorkbookLayout.yes ? "true" : "false", line, path).unquoted, at: keys)
            case "year", "archive.year", "archive.item", "archive.pages":
                root.set(scalar(text.trimmed, line, path).unquoted, at: keys)
            default: root.set(scalar(text, line, path), at: keys)
            }
        }
        readSignatories(into: &root)
        // Without name and date there is no signature, whatever is said of its seal.
        if value("signature.names") == nil, value("signature.date") == nil { root.remove("signature") }
        let names = overview.cells.filter { $0.key.column == 0 }
        if root.entry("archive") == nil, names.values.contains(WorkbookLayout.archiveValues[0].name) {
            root.set(LocatedNode(content: .mapping([]), location: root.location, path: "archive"), at: ["archive"])
        }
        let unplaced = names.filter { $0.value == WorkbookLayout.unplaced }.keys.sorted().compactMap {
            unplacedText(row: $0.row)
        }
        guard !unplaced.isEmpty else { return }
        root.set(
            LocatedNode(content: .sequence(unplaced), location: root.location, path: "unplaced"), at: ["unplaced"])
    }

    /// Titles and names stand below each other, one beside the other.
    private func readSignatories(into root: inout LocatedNode) {
        let lines = ["title", "name"].map { key in
            value("signature.signatories." + key).map { ($0.text.split(whereSeparator: \.isNewline), $0.line) } ?? (
                [], 1
            )
        }
        let count = max(lines[0].0.count, lines[1].0.count)
        guard count > 0 else { return }
        let path = "signature.signatories"
        let items = (0..<count).map { index in
            var item = LocatedNode(
                content: .mapping([]), location: SourceLocation(file: file, line: lines[0].1), path: "\(path)[\(index)]"
            )
            for (key, (texts, line)) in zip(["title", "name"], lines) where texts.indices.contains(index) {
                item.set(scalar(String(texts[index]), line, "\(path)[\(index)].\(key)"), at: [key])
            }
            return item
        }
        root.set(
            LocatedNode(content: .sequence(items), location: SourceLocation(file: file, line: lines[0].1), path: path),
            at: ["signature", "signatories"])
    }

    private func unplacedText(row: Int) -> LocatedNode? {
        guard let text = overview[CellReference(row: row, column: 1)] else { return nil }
        var node = LocatedNode(
            content: .mapping([]), location: SourceLocation(file: file, line: row + 1), path: "unplaced")
        node.set(scalar(text, row + 1, "text"), at: ["text"])
        if let line = overview[CellReference(row: row, column: 2)] {
            node.set(scalar(line, row + 1, "line").unquoted, at: ["line"])
        }
        return node
    }

    // MARK: Narrative

    private func readNarrative(_ form: Form, into root: inout LocatedNode) {
        let reader = NarrativeReader(narrative, file: file, form: form, sink: sink)
        for (path, node) in reader.parts { root.set(node, at: path) }
    }

    // MARK: Tables

    private func readTables(under forms: [Form]) -> TextImporter.TableOutcome? {
        let book = WorkbookDocument(file: file, forms: forms)
        let blocks = tables.flatMap { SheetBlocks($0, isLabel: book.isLabel).blocks }.filter {
            if case .table = $0 { true } else { false }
        }
        let own = DiagnosticSink()
        let lines = DocumentLines(
            ImportedDocument(file: file, blocks: blocks),
            layout: LayoutTables(labels: forms.flatMap { $0.tables.map(TableLabels.init) }) { _ in false }, sink: own)
        let importer = TextImporter(file: file, forms: forms, sink: own)
        let parts = lines.lines.compactMap { line -> TextPart? in
            if case .grid(let grid) = line.content { .table(TextTable(grid)) } else { nil }
        }
        let outcome = importer.readTables(in: [parts])
        own.diagnostics.map(lines.placed).forEach(sink.add)
        guard var outcome, !own.hasErrors else { return nil }
        outcome.locations = outcome.locations.mapValues(lines.placed)
        outcome.unplaced = outcome.unplaced.map(lines.placed)
        for index in outcome.readings.indices {
            outcome.readings[index].line = lines.placed(line: outcome.readings[index].line)
        }
        return outcome
    }

    private func setFigures(of outcome: TextImporter.TableOutcome, in root: inout LocatedNode) {
        for key in outcome.figures.keys {
            guard let figure = outcome.figures[key] else { continue }
            let text = figure == .change(0) ? "+0" : figure.text
            let location = outcome.locations[key.path] ?? SourceLocation(file: file, line: 1)
            let node = LocatedNode(content: .scalar(text, quoted: true), location: location, path: key.path)
            root.set(node, at: ["tables", key.table.rawValue, key.row.rawValue, key.column.rawValue])
        }
    }
}

extension LocatedNode {
    /// As a file has it without quotation marks: a number or a truth value.
    fileprivate var unquoted: LocatedNode {
        var node = self
        if case .scalar(let text, _) = content { node.content = .scalar(text, quoted: false) }
        return node
    }
}
