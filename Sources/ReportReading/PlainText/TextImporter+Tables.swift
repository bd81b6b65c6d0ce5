internal import ReportForms
internal import ReportModel

/// A line of narrative or a table, in the order of the source.
enum TextPart {
    case line(SourceLine)
    case table(TextTable)
}

extension TextImporter {
    /// What the tables of a text come to under one form.
    struct TableOutcome {
        var form: Form
        var figures = Figures()
        var locations: [String: SourceLocation] = [:]
        var unplaced: [UnplacedText] = []
        var diagnostics: [Diagnostic] = []
        /// Which statutory table each table of the text is, by its first line.
        var keys: [Int: TableKey] = [:]
        /// How sure the reading of each statutory table is, where the text is a document's.
        var readings: [TableReading] = []
        var problems: Int { diagnostics.count { $0.severity > .note } }
    }

    func parts(of lines: ArraySlice<SourceLine>, _ reader: TextTableReader) -> [TextPart] {
        let lines = Array(lines)
        var parts: [TextPart] = []
        var index = 0
        while index < lines.count {
            if case .grid(let grid) = lines[index].content {
                parts.append(.table(TextTable(grid)))
                index += 1
            } else if let (table, next) = reader.table(in: lines, at: index), next > index {
                parts +=
                    isIndentedText(table, reader.labels)
                    ? lines[index..<next].map(TextPart.line) : [.table(table)]
                index = next
            } else {
                parts.append(.line(lines[index]))
                index += 1
            }
        }
        return parts.filter { if case .line(let line) = $0 { !line.remains.isEmpty } else { true } }
    }

    /// Single cells in rows of their own that no form knows are lines indented by a tab.
    private func isIndentedText(_ table: TextTable, _ labels: [TableLabels]) -> Bool {
        table.rows.allSatisfy { row in row.count { !$0.isBlank } <= 1 }
            && !table.cells.contains { cell in
                !cell.isBlank && (!cell.isText || labels.contains { $0.isLabel(cell.label) })
            }
    }

    /// Reads all tables under the form that fits them best.
    func readTables(in sections: [[TextPart]]) -> TableOutcome? {
        let tables = sections.joined().compactMap { if case .table(let table) = $0 { table } else { nil } }
        let outcomes = forms.sorted { $0.id > $1.id }.map { outcome(of: tables, under: $0) }
        guard let best = outcomes.min(by: { $0.problems < $1.problems }) else { return nil }
        let equal = outcomes.filter { $0.problems == best.problems }
        if equal.count > 1 {
            let names = equal.map(\.form.name).joined(separator: "、")
            if equal.contains(where: { $0.figures != best.figures }) {
                sink.error(
                    "form.ambiguous", zh: "表格同时符合几版格式（\(names)），无法判断用的是哪一版",
                    en: "the tables fit several forms (\(names))",
                    at: Place(file: file, line: tables.first?.line))
                return nil
            }
            sink.add(
                Diagnostic(
                    "form.assumed", best.figures.isEmpty ? .note : .warning,
                    Localized(
                        zh: "表格的文字不足以区分格式（\(names)），按最新的\(best.form.name)处理",
                        en:
                            "the tables do not tell the forms apart (\(names)); taken to be the newest, \(best.form.id)"
                    ),
                    at: Place(file: file, line: tables.first?.line)))
        }
        best.diagnostics.forEach(sink.add)
        for parts in sections { refuseUnits(above: parts, best) }
        unplaced += best.unplaced
        locations.merge(best.locations) { first, _ in first }
        return best
    }

    /// A line “单位：元” right above a statutory table is of the whole table.
    private func refuseUnits(above parts: [TextPart], _ outcome: TableOutcome) {
        for (above, below) in zip(parts, parts.dropFirst()) {
            guard case .line(let line) = above, case .table(let table) = below,
                MoneyUnit(of: line.text)?.name.isEmpty == true,
                let form = outcome.keys[table.line].flatMap(outcome.form.table)
            else { continue }
            let cell = TextTable.Cell(text: line.text, line: line.number)
            StatutoryTableParser(file: file, labels: TableLabels(form), sink: sink).refuseUnit(cell)
        }
    }

    private func outcome(of tables: [TextTable], under form: Form) -> TableOutcome {
        var outcome = TableOutcome(form: form)
        let labels = form.tables.map(TableLabels.init)
        let keys = tables.map { nearest(to: $0, among: labels) }
        for own in labels {
            let key = own.table.key
            let scratch = DiagnosticSink()
            let parser = StatutoryTableParser(
                file: file, labels: own, sink: scratch, keepsStrangers: tables.contains { $0.grid != nil })
            let places = GridTableParser(own)
            let found = zip(tables, keys).filter { $0.1 == key }.map(\.0)
            for table in found {
                outcome.keys[table.line] = key
                let path = "tables.\(key)"
                if outcome.locations[path] == nil {
                    outcome.locations[path] = SourceLocation(file: file, line: table.line)
                }
                parser.parse(table)
                if let grid = table.grid { places.parse(grid) }
            }
            if found.contains(where: { $0.grid != nil }) {
                let reading = TableReading(parser, places, line: found[0].line)
                reading.add(to: &outcome)
            } else {
                outcome.diagnostics += scratch.diagnostics
                outcome.unplaced += parser.unplaced
                for (key, value) in parser.figures {
                    outcome.figures[key] = value.figure
                    outcome.locations[key.path] = SourceLocation(file: file, line: value.line)
                }
            }
        }
        return outcome
    }

    /// The statutory table with most of a table's labels; nil where none has any.
    private func nearest(to table: TextTable, among labels: [TableLabels]) -> TableKey? {
        let texts = table.cells.filter { !$0.isBlank && $0.isText }.map(\.label)
        let counts = labels.map { own in texts.count(where: own.isLabel) }
        guard let most = counts.max(), most > 0 else { return nil }
        // A table of the report's own may have a label or two of the form's; text with tabs is all that there is.
        if table.grid != nil {
            guard most >= 3 && most * 2 >= texts.count || most == 2 && texts.count == 2 else { return nil }
        }
        let best = zip(labels, counts).filter { $0.1 == most }.map(\.0.table.key)
        // Labels that several tables share alone name no table.
        return best.count == 1 ? best.first : nil
    }

    /// Blocks of one section. A statutory table that stands last in its section needs no mark of its place.
    func narrative(
        _ parts: [TextPart], _ path: String, _ outcome: TableOutcome, section: SectionKey?
    ) -> [Block] {
        var pieces: [NarrativeBuilder.Piece] = []
        for part in parts {
            switch part {
            case .line(let line):
                if case .picture(let picture) = line.content, picture.bytes == nil {
                    keep(
                        [line], "import.picture-not-carried", zh: "文件中没有图片“\(picture.name)”本身",
                        en: "the file does not carry the picture “\(picture.name)” itself")
                } else {
                    pieces.append(.line(line))
                }
            case .table(let table):
                if let key = outcome.keys[table.line] {
                    pieces.append(.statutory(key, line: table.line))
                } else if table.grid != nil || table.isRectangular {
                    pieces.append(.table(table))
                } else {
                    keep(table)
                }
            }
        }
        let own = section.flatMap { outcome.form.section($0)?.table }
        pieces = onePlaceEach(pieces)
        if case .statutory(let key, _)? = pieces.last, key == own { pieces.removeLast() }
        var builder = NarrativeBuilder(file: file, path: path, sink: sink)
        builder.build(pieces)
        locations.merge(builder.locations) { first, _ in first }
        return builder.blocks
    }

    /// A table in several parts stands where its last part is.
    private func onePlaceEach(_ pieces: [NarrativeBuilder.Piece]) -> [NarrativeBuilder.Piece] {
        var seen: Set<TableKey> = []
        return pieces.reversed().filter { piece in
            if case .statutory(let key, _) = piece { seen.insert(key).inserted } else { true }
        }.reversed()
    }

    private func keep(_ table: TextTable) {
        for row in table.rows {
            let text = row.filter { !$0.isBlank }.map(\.text).joined(separator: " ")
            guard !text.isEmpty else { continue }
            sink.warning(
                "import.unknown-table", zh: "不属于任何统计表，行列也不整齐，原文留在“未归入”中，不会印出",
                en: "no statutory table and no regular one; kept as unplaced, not printed",
                at: Place(file: file, line: row.first?.line))
            unplaced.append(UnplacedText(text: text, line: row.first?.line))
        }
    }
}
