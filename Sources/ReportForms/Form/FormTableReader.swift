internal import ReportModel

/// Reads one table of a form file: widths, bands, checks.
struct FormTableReader {
    let sink: DiagnosticSink

    init(_ sink: DiagnosticSink) { self.sink = sink }

    func read(_ node: LocatedNode) -> FormTable? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let key = fields.requiredNode("key")?.formKey(TableKey.self, sink)
        let name = fields.requiredString("name")
        let widths = fields.requiredNode("widths").flatMap(readWidths)
        let bandNodes = fields.requiredSequence("bands")
        let checkNodes = fields.sequence("checks") ?? []
        fields.finish()
        guard let key, let name, let widths, let bandNodes else { return nil }
        guard !bandNodes.isEmpty else {
            fields.node("bands")?.expected(Localized(zh: "至少一段表格", en: "at least one band"), sink)
            return nil
        }
        let errorsBefore = sink.diagnostics.count
        var rowKeys = UniqueKeys()
        var bands: [Band] = []
        for bandNode in bandNodes {
            guard let fields = FieldReader(bandNode, sink) else { continue }
            let reader = BandReader(fields: fields, gridColumns: widths.count, sink: sink)
            if let band = reader.read(rowKeys: &rowKeys) { bands.append(band) }
        }
        // What is said of rows that are wrong themselves would be said of nothing.
        guard bands.count == bandNodes.count, sink.diagnostics.count == errorsBefore else { return nil }
        var table = FormTable(key: key, name: name, widths: widths, bands: bands)
        guard table.rowCount <= FormLimits.rows else {
            sink.error(
                "form.too-large", zh: "表有 \(table.rowCount) 行，最多 \(FormLimits.rows) 行",
                en: "the table has \(table.rowCount) rows, at most \(FormLimits.rows)", at: node.place)
            return nil
        }
        guard figuresAreDistinct(table, at: node.place) else { return nil }
        var checkIDs = UniqueKeys()
        let checks = checkNodes.compactMap { checkNode -> FormCheck? in
            guard let check = FormCheckReader(table: table, sink: sink).read(checkNode) else { return nil }
            checkIDs.insert(check.id, Localized(zh: "勾稽关系", en: "check"), at: checkNode.place, sink)
            return check
        }
        table.checks = checks
        return table
    }

    private func readWidths(_ node: LocatedNode) -> [Double]? {
        guard let items = node.sequence(sink) else { return nil }
        guard (1...FormLimits.gridColumns).contains(items.count) else {
            sink.error(
                "form.too-large", zh: "表格应有 1 到 \(FormLimits.gridColumns) 列，实有 \(items.count) 列",
                en: "a table has 1 to \(FormLimits.gridColumns) columns, not \(items.count)", at: node.place)
            return nil
        }
        let widths = items.compactMap { $0.number(in: 0.001...10_000, sink) }
        return widths.count == items.count ? widths : nil
    }

    /// Two cells for one figure would print it twice and read it ambiguously.
    private func figuresAreDistinct(_ table: FormTable, at place: Place) -> Bool {
        var seen: Set<FigureKey> = []
        let twice = table.figureKeys.filter { !seen.insert($0).inserted }
        for key in twice {
            sink.error(
                "form.duplicate-key", zh: "两个单元格是同一个数“\(key)”", en: "two cells are the same figure “\(key)”",
                at: place)
        }
        return twice.isEmpty
    }
}
