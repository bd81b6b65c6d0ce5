internal import ReportModel

/// Reads one file of `layouts/copies/`.
struct CopyLayoutReader {
    let sink = DiagnosticSink()

    func read(_ root: LocatedNode) throws(DiagnosticsError) -> CopyLayout {
        guard let fields = FieldReader(root, sink) else { throw DiagnosticsError(sink.diagnostics) }
        let id = fields.requiredString("copy")
        let name = fields.requiredString("name")
        let pdfAOnly = fields.boolean("pdf_a_only") ?? false
        let changes = fields.node("style")
        let stamp = fields.mapping("stamp").flatMap(readStamp)
        fields.finish()
        guard !sink.hasErrors, let id, let name else { throw DiagnosticsError(sink.diagnostics) }
        return CopyLayout(id: id, name: name, pdfAOnly: pdfAOnly, stamp: stamp, styleChanges: changes)
    }

    // MARK: The stamp

    private func readStamp(_ fields: FieldReader) -> StampStyle? {
        defer { fields.finish() }
        let width = length("width", fields)
        let height = length("height", fields)
        let top = length("top", fields)
        let outer = length("outer_rule", fields)
        let inner = length("inner_rule", fields)
        let padding = length("padding", fields)
        let label = fields.requiredMapping("label").flatMap(readLabel)
        let value = fields.requiredMapping("value").flatMap(readValue)
        let rows = readRows(fields)
        guard let width, let height, let top, let outer, let inner, let padding, let label, let value, let rows else {
            return nil
        }
        let stamp = StampStyle(
            width: width, height: height, top: top, outerRule: outer, innerRule: inner, padding: padding, label: label,
            valueFace: value.face, valueSizes: value.sizes, rows: rows, place: fields.node.place)
        let leastHeight = label.size + (value.sizes.last ?? 0) + 2 * padding
        if stamp.cellHeight < leastHeight || stamp.cellWidth < label.size + 2 * padding {
            sink.error(
                "layout.stamp-cells", zh: "归档章的格子放不下项目名和所填内容", en: "the cells of the stamp have no room for a name and what is filled in",
                at: fields.node.place)
        }
        return stamp
    }

    private func readLabel(_ fields: FieldReader) -> TextStyle? {
        defer { fields.finish() }
        let face = fields.requiredString("face")
        guard let size = fields.requiredNode("size").flatMap(size), let face else { return nil }
        return TextStyle(face: FontRole(rawValue: face), size: size)
    }

    private func readValue(_ fields: FieldReader) -> (face: FontRole, sizes: [Double])? {
        defer { fields.finish() }
        let face = fields.requiredString("face")
        let sizes = fields.requiredNode("sizes")?.sizes(sink, size) ?? []
        guard let face, !sizes.isEmpty else { return nil }
        return (FontRole(rawValue: face), sizes)
    }

    /// Rows of the same number of cells, each field at most once.
    private func readRows(_ fields: FieldReader) -> [[StampStyle.Cell]]? {
        guard let nodes = fields.requiredSequence("rows") else { return nil }
        let rows = nodes.compactMap(readRow)
        guard rows.count == nodes.count else { return nil }
        let cells = rows.joined().map(\.field)
        guard let first = rows.first, !first.isEmpty, rows.allSatisfy({ $0.count == first.count }),
            Set(cells).count == cells.count
        else {
            sink.error(
                "layout.stamp-rows", zh: "归档章各行的格数应相同，每个项目只出现一次",
                en: "the rows of a stamp have the same number of cells, and no field comes twice", at: fields.node.place)
            return nil
        }
        return rows
    }

    /// Nil where any of its cells is wrong.
    private func readRow(_ node: LocatedNode) -> [StampStyle.Cell]? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let entries = fields.allEntries
        let cells: [StampStyle.Cell] = entries.compactMap { entry in
            guard let field = ArchiveRecord.Field(rawValue: entry.key) else {
                let known = ArchiveRecord.Field.allCases.map(\.rawValue)
                sink.error(
                    "value.unknown-key", zh: "归档章没有项目“\(entry.key)”", en: "a stamp has no field “\(entry.key)”",
                    at: Place(entry.keyLocation, path: "\(node.path).\(entry.key)"),
                    hint: Spelling.hint(for: entry.key, among: known)
                        ?? Localized(zh: "可用的项目：\(known.joined(separator: "、"))", en: "fields: \(known.joined(separator: ", "))"))
                return nil
            }
            return entry.value.string(sink).map { StampStyle.Cell(field: field, label: $0) }
        }
        return cells.count == entries.count ? cells : nil
    }

    // MARK: Lengths

    private func size(_ node: LocatedNode) -> Double? {
        guard let size = length(node) else { return nil }
        guard TextStyle.sizes.contains(size) else {
            TextStyle.reportSize(node, sink)
            return nil
        }
        return size
    }

    private func length(_ key: String, _ fields: FieldReader) -> Double? { fields.requiredNode(key).flatMap(length) }

    /// A copy goes with any style, so that it knows of no grid.
    private func length(_ node: LocatedNode) -> Double? {
        guard let length = node.length(sink) else { return nil }
        guard length.unit == .points else {
            node.expected(Localized(zh: "以 mm、pt 或字号写的长度", en: "a length in mm, pt or by the name of a size"), sink)
            return nil
        }
        return length.value
    }
}
