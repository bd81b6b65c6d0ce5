internal import ReportModel

/// Reads one band of a table: head, figure columns, stub.
struct BandReader {
    let fields: FieldReader
    let gridColumns: Int
    let sink: DiagnosticSink

    func read(rowKeys: inout UniqueKeys) -> Band? {
        let template = fields.requiredNode("areas").flatMap {
            AreaTemplate($0, gridColumns: gridColumns, sink)
        }
        let labels = fields.requiredNode("labels").flatMap(readLabels)
        let columnNodes = fields.requiredSequence("columns")
        let rowNodes = fields.node("rows")
        fields.finish()
        guard let template, let labels, let columnNodes else { return nil }
        let header = readHeader(template, labels: labels)
        guard let header, let columns = readColumns(columnNodes, template) else { return nil }
        let stubColumns = columns.first?.column ?? gridColumns

        let rows: [StubNode]
        if stubColumns == 0 {
            rows = readStublessRow(rowNodes, columns: columns, columnNodes: columnNodes, rowKeys: &rowKeys)
        } else {
            guard let rowNodes = rowNodes?.sequence(sink), !rowNodes.isEmpty else {
                if rowNodes == nil { _ = fields.requiredNode("rows") }
                return nil
            }
            var reader = StubReader(
                stubColumns: stubColumns, rowsAreKeyed: columns.contains { $0.row == nil }, sink: sink)
            rows = reader.read(rowNodes, depth: 1, keys: &rowKeys)
            guard reader.isWhole else { return nil }
        }
        guard !rows.isEmpty else { return nil }
        return Band(
            headerRows: template.rowCount, header: header, stubColumns: stubColumns, columns: columns, rows: rows)
    }

    /// Without a stub (表四) there is one row of figures, and the columns name its items.
    private func readStublessRow(
        _ rows: LocatedNode?, columns: [FigureColumn], columnNodes: [LocatedNode], rowKeys: inout UniqueKeys
    ) -> [StubNode] {
        if let rows {
            sink.error(
                "form.stub-without-column", zh: "数据列占满了表格，没有放行名的列；应删去 rows，或在左边留出行名的列",
                en: "the figure columns fill the grid and leave no column for row labels; remove rows or leave room",
                at: rows.place)
            return []
        }
        var isWhole = true
        var seen: Set<RowKey> = []
        for (column, node) in zip(columns, columnNodes) {
            guard let row = column.row else {
                isWhole = false
                sink.error(
                    "form.column-without-item", zh: "表格没有行名，列“\(column.key)”必须用 row 说明是哪一项的数",
                    en: "without row labels the column “\(column.key)” must name its item with row", at: node.place)
                continue
            }
            if seen.insert(row).inserted {
                rowKeys.insert(row.rawValue, Localized(zh: "行", en: "row"), at: node.place, sink)
            }
        }
        return isWhole ? [StubNode(key: nil, label: "")] : []
    }

    private func readLabels(_ node: LocatedNode) -> [String: (wording: Wording, place: Place)]? {
        guard let fields = FieldReader(node, sink) else { return nil }
        var labels: [String: (wording: Wording, place: Place)] = [:]
        var isWhole = true
        for entry in fields.allEntries {
            guard let wording = entry.value.wording(emptyAllowed: true, sink) else {
                isWhole = false
                continue
            }
            labels[entry.key] = (wording, Place(entry.keyLocation, path: entry.value.path))
        }
        return isWhole ? labels : nil
    }

    private func readHeader(
        _ template: AreaTemplate, labels: [String: (wording: Wording, place: Place)]
    ) -> [HeaderArea]? {
        var isWhole = true
        let names = template.areas.map(\.name)
        for (name, label) in labels.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            isWhole = false
            sink.error(
                "form.label-without-area", zh: "areas 中没有“\(name)”，这个名称用不上",
                en: "no area is called “\(name)”; the label is never used", at: label.place,
                hint: Spelling.hint(for: name, among: names))
        }
        let header = template.areas.compactMap { area -> HeaderArea? in
            guard let label = labels[area.name] else {
                isWhole = false
                sink.error(
                    "form.area-without-label", zh: "labels 中没有给出“\(area.name)”的文字",
                    en: "labels has no text for the area “\(area.name)”", at: area.place,
                    hint: Spelling.hint(for: area.name, among: labels.keys.sorted()))
                return nil
            }
            return HeaderArea(
                label: label.wording.printed, aliases: label.wording.aliases, row: area.row, column: area.column,
                rowspan: area.rowspan, colspan: area.colspan)
        }
        return isWhole ? header : nil
    }

    /// Figure columns must stand side by side up to the right edge of the grid.
    private func readColumns(_ nodes: [LocatedNode], _ template: AreaTemplate) -> [FigureColumn]? {
        guard !nodes.isEmpty else {
            fields.node("columns")?.expected(Localized(zh: "至少一列", en: "at least one column"), sink)
            return nil
        }
        var columns: [FigureColumn] = []
        for node in nodes {
            if let column = FigureColumnReader(template: template, sink: sink).read(node) { columns.append(column) }
        }
        guard columns.count == nodes.count else { return nil }
        var next = columns[0].column
        for (column, node) in zip(columns, nodes) {
            guard column.column == next else {
                sink.error(
                    "form.columns-gap",
                    zh: "列“\(column.key)”应从表格的第 \(next + 1) 列开始，实从第 \(column.column + 1) 列开始：数据列必须从左到右相接",
                    en:
                        "column “\(column.key)” should begin at grid column \(next + 1), not \(column.column + 1): figure columns stand side by side",
                    at: node.place)
                return nil
            }
            next += column.colspan
        }
        guard next == gridColumns else {
            sink.error(
                "form.columns-gap", zh: "数据列止于第 \(next) 列，没有占到表格的右边（共 \(gridColumns) 列）",
                en: "the figure columns end at grid column \(next) of \(gridColumns)", at: nodes.last?.place)
            return nil
        }
        return columns
    }
}
