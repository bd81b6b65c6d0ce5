internal import ReportForms
public import ReportModel

extension ReportSheet {
    /// A row as a report: the template, if there is one, with its placeholders filled in, and the row's figures.
    /// - Parameter line: one of `lines`.
    /// - Throws: `DiagnosticsError` with every cell that is wrong, by its line and column, and what is wrong with the
    ///   template.
    public func report(line: Int, template: ReportTemplate?) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        let cells = try checkedCells(line)
        let wrong = problems(cells)
        guard wrong.isEmpty else { throw DiagnosticsError(wrong) }
        let rowLocation = cells.first?.location ?? SourceLocation(file: file.name, line: line)
        var root =
            try template?.filled(with: values(cells))
            ?? LocatedNode(
                content: .mapping([]), location: rowLocation, path: "")
        if root.entry("tables") != nil { throw DiagnosticsError(figuresTwice(root)) }
        for (cell, column) in zip(cells, columns) {
            switch column {
            case .value(let path):
                if !cell.isBlank { root.set(cell.node(path), at: path.split(separator: ".").map(String.init)) }
            case .figure(let key):
                root.set(cell.node(key.path), at: key.path.split(separator: ".").map(String.init))
            case .template, .county, .text, .none: break
            }
        }
        let sink = DiagnosticSink()
        let reader = StructuredReader(
            file: template?.name ?? file.name, forms: [form], wanted: form.id, sink: sink)
        let report = reader.read(root)
        guard let report, !sink.hasErrors else { throw DiagnosticsError(sink.diagnostics) }
        return Diagnosed(report, sink.diagnostics)
    }

    /// The template that a row names, relative to the sheet; nil where it names none.
    package func templateName(line: Int) throws(DiagnosticsError) -> String? {
        try cell(.template, line: line)
    }

    /// 县（市、区）; nil where the row has none.
    package func county(line: Int) throws(DiagnosticsError) -> String? { try cell(.county, line: line) }

    private func cell(_ wanted: SheetColumn, line: Int) throws(DiagnosticsError) -> String? {
        guard let index = columns.firstIndex(of: wanted) else { return nil }
        let cell = try checkedCells(line)[index]
        return cell.isBlank ? nil : cell.trimmed
    }

    private func checkedCells(_ line: Int) throws(DiagnosticsError) -> [CSVFile.Cell] {
        guard line != file.lines.first else { throw SheetFile.noRow(line, file.name) }
        var cells = try file.cells(line: line)
        // Programs leave blank cells at the end out, or add some.
        while cells.count > columns.count, cells[cells.count - 1].isBlank { cells.removeLast() }
        guard cells.count == columns.count else {
            throw DiagnosticsError(
                Diagnostic(
                    "csv.row-length", .error,
                    Localized(
                        zh: "这一行有 \(cells.count) 格，表头有 \(columns.count) 格",
                        en: "\(cells.count) cells in this row, \(columns.count) in the header"),
                    at: Place(file: file.name, line: line),
                    hint: Localized(
                        zh: "格内有逗号的，整格加引号；空格也要留逗号",
                        en: "quote a cell that holds a comma, and leave commas for blank cells")))
        }
        return cells
    }

    private func values(_ cells: [CSVFile.Cell]) -> TemplateValues {
        var values = TemplateValues(form: form)
        for (cell, column) in zip(cells, columns) {
            switch column {
            case .value("agency"): values.agency = cell.trimmed
            case .value("year"): values.year = Int(cell.trimmed)
            case .text(let name): values.texts[name] = cell.trimmed
            case .figure(let key): values.figures[key] = Figure(text: cell.text)
            default: break
            }
        }
        return values
    }

    /// Cells that are not what their columns hold; a text that is filled in with them would only hide it.
    private func problems(_ cells: [CSVFile.Cell]) -> [Diagnostic] {
        let sink = DiagnosticSink()
        for (cell, column) in zip(cells, columns) where !cell.isBlank {
            switch column {
            case .figure(let key) where Figure(text: cell.text) == nil && cell.trimmed != WorkbookLayout.unreported:
                let name = form.table(key.table)?.cellName(of: key)
                sink.add(FigureProblem.notAFigure(cell.text, at: Place(cell.location, path: key.path, cell: name)))
            case .value("year"): _ = cell.node("year").integer(in: ReportBounds.years, sink)
            case .none: sink.add(namelessColumn(cell))
            default: break
            }
        }
        return sink.diagnostics
    }

    private func namelessColumn(_ cell: CSVFile.Cell) -> Diagnostic {
        Diagnostic(
            "sheet.nameless-column", .error,
            Localized(
                zh: "“\(cell.text.prefix(40))”所在的列没有列名", en: "“\(cell.text.prefix(40))” is in a column without a name"),
            at: Place(cell.location))
    }

    private func figuresTwice(_ root: LocatedNode) -> Diagnostic {
        Diagnostic(
            "template.tables", .error,
            Localized(zh: "模板里不写 tables：数字都出自表格", en: "a template has no tables: the figures are the sheet's"),
            at: root.entry("tables").map { Place($0.keyLocation) })
    }
}

extension CSVFile.Cell {
    var trimmed: String { text.trimmed }
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    func node(_ path: String) -> LocatedNode {
        LocatedNode(content: isBlank ? .null : .scalar(trimmed, quoted: false), location: location, path: path)
    }
}
