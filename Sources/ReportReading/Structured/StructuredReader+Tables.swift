internal import ReportForms
internal import ReportModel

extension StructuredReader {
    /// A table of the report's own. Whether its cells fill a grid is for the typesetter, which lays it out.
    func table(_ node: LocatedNode, _ path: String) -> NarrativeTable? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let caption = fields.node("caption").flatMap { text($0, "\(path).caption", limit: 200) }
        let headerRows = fields.integer("header_rows", in: 0...1000) ?? 1
        let widths = fields.sequence("widths")?.compactMap { $0.number(in: 0.001...10000, sink) }
        let rowNodes = fields.requiredSequence("rows")
        if rowNodes?.isEmpty == true {
            sink.error("table.empty", zh: "表格没有一行", en: "the table has no rows", at: fields.node("rows")?.place)
        }
        let rows = (rowNodes ?? []).enumerated().map { index, row in
            let cells = row.sequence(sink)
            if cells?.isEmpty == true {
                sink.error(
                    "table.empty", zh: "表格的第 \(index + 1) 行没有一格", en: "row \(index + 1) of the table has no cells",
                    at: row.place)
            }
            return (cells ?? []).enumerated().compactMap { cell($1, "\(path).rows[\(index)][\($0)]") }
        }
        fields.finish()
        if headerRows > rows.count, !rows.isEmpty {
            sink.error(
                "table.header-rows", zh: "表头有 \(headerRows) 行，而表只有 \(rows.count) 行",
                en: "\(headerRows) header rows in a table of \(rows.count) rows", at: node.place)
        }
        return NarrativeTable(caption: caption, widths: widths, headerRows: headerRows, rows: rows)
    }

    private func cell(_ node: LocatedNode, _ path: String) -> NarrativeTable.Cell? {
        note(node, path)
        switch node.content {
        case .null: return NarrativeTable.Cell(text: "")
        case .scalar, .sequence:
            return text(node, path, lineBreaks: true, mayBeEmpty: true).map { NarrativeTable.Cell(text: $0) }
        case .mapping:
            guard let fields = FieldReader(node, sink) else { return nil }
            let text =
                fields.node("text").map { self.text($0, path, lineBreaks: true, mayBeEmpty: true) } ?? ""
            let rowspan = fields.integer("rowspan", in: ReportBounds.spans) ?? 1
            let colspan = fields.integer("colspan", in: ReportBounds.spans) ?? 1
            let alignment = fields.node("alignment")?.choice(NarrativeTable.Alignment.self, sink)
            fields.finish()
            return text.map {
                NarrativeTable.Cell(text: $0, rowspan: rowspan, colspan: colspan, alignment: alignment)
            }
        }
    }
}
