internal import ReportModel

/// Reads a figure column: the name of its area, or a mapping of `area`, `key`, `row` and `kind`.
struct FigureColumnReader {
    let template: AreaTemplate
    let sink: DiagnosticSink

    func read(_ node: LocatedNode) -> FigureColumn? {
        if case .scalar = node.content { return column(area: node, key: node, row: nil, kind: .count) }
        guard let fields = FieldReader(node, sink) else { return nil }
        let area = fields.requiredNode("area")
        let key = fields.node("key")
        let row = fields.node("row")
        let kind = fields.node("kind")
        fields.finish()
        var isWhole = true
        let rowKey = row.flatMap { $0.formKey(RowKey.self, sink) }
        if row != nil, rowKey == nil { isWhole = false }
        let figureKind = kind.map { $0.choice(FigureKind.self, sink) } ?? .count
        guard isWhole, let area, let figureKind else { return nil }
        return column(area: area, key: key ?? area, row: rowKey, kind: figureKind)
    }

    private func column(
        area node: LocatedNode, key: LocatedNode, row: RowKey?, kind: FigureKind
    ) -> FigureColumn? {
        guard let name = node.string(sink), let key = key.formKey(ColumnKey.self, sink) else { return nil }
        guard let area = template.areas.first(where: { $0.name == name }) else {
            sink.error(
                "form.unknown-area", zh: "areas 中没有“\(name)”", en: "no area is called “\(name)”", at: node.place,
                hint: Spelling.hint(for: name, among: template.areas.map(\.name)))
            return nil
        }
        guard area.row + area.rowspan == template.rowCount else {
            sink.error(
                "form.column-not-at-bottom", zh: "“\(name)”没有到表头的最后一行，其下的数不归它",
                en: "the area “\(name)” does not reach the last header row, so no figures stand under it",
                at: node.place)
            return nil
        }
        return FigureColumn(key: key, row: row, kind: kind, column: area.column, colspan: area.colspan)
    }
}
