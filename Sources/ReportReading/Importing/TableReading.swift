internal import ReportForms
internal import ReportModel

/// What the two ways of reading a statutory table come to together.
struct TableReading {
    let table: FormTable
    /// The number of the first of its parts.
    var line: Int
    private(set) var basis: ImportLog.Basis
    private(set) var figures: [FigureKey: (figure: Figure, line: Int)]
    private var diagnostics: [Diagnostic]
    private var unplaced: [UnplacedText]

    var count: Int { figures.count }

    /// What cannot be told by order, and can by labels that stand above and beside.
    private static let ofOrder: Set<Diagnostic.ID> = ["table.row-length", "import.header-order"]

    init(_ byOrder: StatutoryTableParser, _ byPlace: GridTableParser, line: Int) {
        let ordered = byOrder.figures
        let found = byOrder.sink.diagnostics
        table = byOrder.labels.table
        self.line = line
        figures = ordered
        diagnostics = found
        unplaced = byOrder.unplaced
        let file = byOrder.file
        let orderFails = found.contains { Self.ofOrder.contains($0.id) }
        if byPlace.isComplete, orderFails, !byPlace.figures.isEmpty {
            basis = .labels
            take(byPlace, file)
            return
        }
        let disputed = ordered.keys.filter { key in
            byPlace.figures[key].map { $0.figure != nil && $0.figure != ordered[key]?.figure } ?? false
        }.sorted()
        let isAgreed =
            byPlace.isComplete && disputed.isEmpty
            && Set(byPlace.figures.keys) == Set(ordered.keys).union(byOrder.strangers.keys)
        basis = isAgreed ? .labelsAndOrder : .order
        for key in disputed { dispute(key, byPlace.figures[key], file) }
        guard !isAgreed, disputed.isEmpty, !diagnostics.hasErrors, !figures.isEmpty else { return }
        diagnostics.append(
            Diagnostic(
                "import.table-by-order", .warning,
                Localized(
                    zh: "\(table.name)的合并单元格或表头不完整，各数按行名和先后顺序归入，请与原件核对",
                    en:
                        "\(table.name): merged cells or the header are not whole; figures were placed by row labels and order alone; compare them with the source"
                ), at: Place(file: file, line: line, path: "tables.\(table.key)")))
    }

    private mutating func take(_ byPlace: GridTableParser, _ file: String) {
        diagnostics.removeAll { Self.ofOrder.contains($0.id) }
        figures = byPlace.figures.compactMapValues { cell in cell.figure.map { ($0, cell.line) } }
        diagnostics.append(
            Diagnostic(
                "import.table-by-labels", .warning,
                Localized(
                    zh: "\(table.name)的列与格式不同（次序或列数），各数按上方和左边的名称归入，请与原件核对",
                    en:
                        "\(table.name): its columns are not the form's; figures were placed by the labels above and beside them; compare them with the source"
                ), at: Place(file: file, line: line, path: "tables.\(table.key)")))
        for (key, cell) in byPlace.figures.sorted(by: { $0.key < $1.key }) where cell.figure == nil {
            keep(
                cell, "import.not-a-figure", zh: "“\(cell.text.prefix(40))”不是数",
                en: "no figure: “\(cell.text.prefix(40))”", key, file)
        }
        for cell in byPlace.leftover where !unplaced.contains(where: { $0.line == cell.line }) {
            keep(
                cell, "import.unknown-column", zh: "“\(cell.text.prefix(40))”不属于\(table.name)的任何一列",
                en: "“\(cell.text.prefix(40))” is in no column of \(table.name)", nil, file)
        }
    }

    private mutating func keep(
        _ cell: TextTable.Cell, _ id: Diagnostic.ID, zh: String, en: String, _ key: FigureKey?, _ file: String
    ) {
        diagnostics.append(
            Diagnostic(
                id, .warning, Localized(zh: "\(zh)，原文留在“未归入”中，不会印出", en: "\(en); kept as unplaced, not printed"),
                at: Place(file: file, line: cell.line, path: key?.path)))
        unplaced.append(UnplacedText(text: cell.text, line: cell.line))
    }

    private mutating func dispute(_ key: FigureKey, _ cell: TextTable.Cell?, _ file: String) {
        guard let cell, let other = figures[key] else { return }
        diagnostics.append(
            Diagnostic(
                "import.figure-disputed", .error,
                Localized(
                    zh: "按单元格的位置这里是“\(cell.text)”，按先后顺序是“\(other.figure.text)”，无法确定",
                    en:
                        "by its place the figure is “\(cell.text)”, by its order “\(other.figure.text)”; it cannot be told"
                ),
                at: Place(file: file, line: cell.line, path: key.path),
                hint: Localized(zh: "请检查这一行及其表头的合并单元格", en: "look at the merged cells of this row and its header")))
    }

    func add(to outcome: inout TextImporter.TableOutcome) {
        outcome.readings.append(self)
        outcome.diagnostics += diagnostics
        outcome.unplaced += unplaced
        for (key, value) in figures {
            outcome.figures[key] = value.figure
            if let file = outcome.locations["tables.\(table.key)"]?.file {
                outcome.locations[key.path] = SourceLocation(file: file, line: value.line)
            }
        }
    }
}
