internal import ReportForms
internal import ReportModel

extension StructuredReader {
    func readFigures(_ node: LocatedNode, form: Form) -> Figures {
        var figures = Figures()
        guard let tables = FieldReader(node, sink) else { return figures }
        for entry in tables.allEntries {
            guard let table = form.table(TableKey(rawValue: entry.key)) else {
                sink.error(
                    "table.unknown", zh: "\(form.name)格式没有“\(entry.key)”表",
                    en: "form \(form.id) has no table “\(entry.key)”",
                    at: Place(entry.keyLocation, path: "tables.\(entry.key)"),
                    hint: Spelling.hint(for: entry.key, among: form.tables.map(\.key.rawValue)))
                continue
            }
            sources.locations["tables.\(entry.key)"] = entry.keyLocation
            readRows(entry.value, of: table, form: form, into: &figures)
        }
        return figures
    }

    private func readRows(_ node: LocatedNode, of table: FormTable, form: Form, into figures: inout Figures) {
        if case .null = node.content { return }
        guard let fields = FieldReader(node, sink) else { return }
        let rows = table.formRows
        for entry in fields.allEntries {
            guard let row = rows.first(where: { $0.key.rawValue == entry.key }) else {
                reportUnknownRow(entry, of: table, rows: rows, form: form)
                continue
            }
            sources.locations["tables.\(table.key).\(entry.key)"] = entry.keyLocation
            readRow(entry.value, row, of: table, into: &figures)
        }
    }

    private func readRow(
        _ node: LocatedNode, _ row: FormRow, of table: FormTable, into figures: inout Figures
    ) {
        switch node.content {
        case .sequence(let items):
            guard items.count == row.columns.count else {
                sink.error(
                    "table.row-length",
                    zh: "“\(row.label)”一行应有 \(row.columns.count) 个数（\(row.columnList)），实有 \(items.count) 个",
                    en:
                        "the row “\(row.label)” has \(items.count) figures instead of \(row.columns.count) (\(row.columnList))",
                    at: Place(node.location, path: node.path, cell: "\(table.name) \(row.fullLabel)"))
                return
            }
            for (item, column) in zip(items, row.columns) {
                readFigure(item, row, column, of: table, into: &figures)
            }
        case .mapping(let entries):
            for entry in entries {
                guard let column = row.columns.first(where: { $0.key.rawValue == entry.key }) else {
                    sink.error(
                        "table.unknown-column",
                        zh: "“\(row.label)”一行没有“\(entry.key)”这一列（有：\(row.columnList)）",
                        en: "the row “\(row.label)” has no column “\(entry.key)”",
                        at: Place(entry.keyLocation, path: "\(node.path).\(entry.key)"),
                        hint: Spelling.hint(for: entry.key, among: row.columns.map(\.key.rawValue))
                            ?? keysHint(row.columns.map(\.key.rawValue)))
                    continue
                }
                readFigure(entry.value, row, column, of: table, into: &figures)
            }
        case .scalar, .null:
            guard row.columns.count == 1, let column = row.columns.first else {
                node.expected(
                    Localized(
                        zh: "\(row.columns.count) 个数的列表（\(row.columnList)）",
                        en: "a list of \(row.columns.count) figures (\(row.columnList))"), sink)
                return
            }
            readFigure(node, row, column, of: table, into: &figures)
        }
    }

    private func readFigure(
        _ node: LocatedNode, _ row: FormRow, _ column: FormRow.Column, of table: FormTable,
        into figures: inout Figures
    ) {
        let key = FigureKey(table.key, row.key, column.key)
        note(node, key.path)
        let text: String
        switch node.content {
        case .null: text = ""
        case .scalar(let scalar, _): text = scalar
        case .sequence, .mapping:
            node.expected(Localized(zh: "一个数", en: "a figure"), sink)
            return
        }
        guard let figure = Figure(text: text) else {
            sink.add(
                FigureProblem.notAFigure(
                    text,
                    at: Place(node.location, path: key.path, cell: table.cellName(of: key))))
            return
        }
        FigureProblem.noteSeparators(
            text, figure, at: Place(node.location, path: key.path, cell: table.cellName(of: key)), sink)
        figures[key] = figure
    }

    private func reportUnknownRow(
        _ entry: LocatedNode.Entry, of table: FormTable, rows: [FormRow], form: Form
    ) {
        let known = rows.map(\.key.rawValue)
        let others = forms.filter { other in
            other.id != form.id
                && other.table(table.key)?.formRows.contains { $0.key.rawValue == entry.key } == true
        }
        let group = table.groupKeys.contains(RowKey(rawValue: entry.key))
        let hint: Localized? =
            if group {
                Localized(
                    zh: "这是一组的名称，格式中没有这一组的小计", en: "this names a group; the form has no subtotal for it")
            } else if let other = others.first {
                Localized(
                    zh: "这一行属于\(other.name)格式（form: \"\(other.id)\"）", en: "this row is of form \(other.id)")
            } else {
                Spelling.hint(for: entry.key, among: known)
            }
        sink.error(
            "table.unknown-row", zh: "\(form.name)格式的\(table.name)没有“\(entry.key)”这一行",
            en: "\(table.name) of form \(form.id) has no row “\(entry.key)”",
            at: Place(entry.keyLocation, path: "tables.\(table.key).\(entry.key)"), hint: hint)
    }

    private func keysHint(_ keys: [String]) -> Localized {
        let list = keys.joined(separator: ", ")
        return Localized(zh: "可用的键：\(list)", en: "known keys: \(list)")
    }
}
