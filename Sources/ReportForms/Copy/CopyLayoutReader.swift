internal import ReportModel

/// Reads one file of `layouts/copies/`.
struct CopyLayoutReader {
    private let sink = DiagnosticSink()
    /// What the font book has; nil takes any.
    private let roles: Set<FontRole>?

    init(roles: Set<FontRole>?) { self.roles = roles }

    /// - Parameter id: the name of the file, which the layout has to bear.
    func read(_ root: LocatedNode, id wanted: String?) throws(DiagnosticsError) -> CopyLayout {
        guard let fields = FieldReader(root, sink) else { throw DiagnosticsError(sink.diagnostics) }
        let id = fields.requiredNode("copy").flatMap { readID($0, wanted) }
        let name = fields.requiredString("name")
        let pdfAOnly = fields.boolean("pdf_a_only") ?? false
        let changes = fields.node("style")
        let stamp = fields.mapping("stamp").flatMap(readStamp)
        let press = fields.mapping("press").flatMap(PressStyleReader(sink: sink).read)
        if pdfAOnly, let node = fields.node("press") {
            sink.error(
                "layout.press-and-archive", zh: "只出 PDF/A 的本子不能同时是印厂稿（PDF/X）",
                en: "a copy that is issued as PDF/A alone is none for a press (PDF/X)", at: node.place,
                hint: Localized(zh: "去掉 pdf_a_only，或分成两个版式文件", en: "leave out pdf_a_only, or make two layouts"))
        }
        fields.finish()
        guard !sink.hasErrors, let id, let name else { throw DiagnosticsError(sink.diagnostics) }
        return CopyLayout(
            id: id, name: name, pdfAOnly: pdfAOnly, stamp: stamp, press: press, styleChanges: changes)
    }

    private func readID(_ node: LocatedNode, _ wanted: String?) -> String? {
        guard let id = node.string(sink) else { return nil }
        if let wanted, wanted != id {
            sink.error(
                "layout.other-name", zh: "版式名“\(id)”与文件名“\(wanted).yaml”不一致",
                en: "the layout is called “\(id)”, its file “\(wanted).yaml”", at: node.place,
                hint: Localized(zh: "改成 copy: \(wanted)", en: "write copy: \(wanted)"))
        }
        return id
    }

    // MARK: The stamp

    private func readStamp(_ fields: FieldReader) -> StampStyle? {
        defer { fields.finish() }
        let width = length("width", fields, 5...200)
        let height = length("height", fields, 5...200)
        let top = length("top", fields, 0...200)
        let outer = length("outer_rule", fields, 0...5)
        let inner = length("inner_rule", fields, 0...5)
        let padding = length("padding", fields, 0...20)
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
                "layout.stamp-cells", zh: "归档章的格子放不下项目名和所填内容",
                en: "the cells of the stamp have no room for a name and what is filled in",
                at: fields.node.place)
        }
        return stamp
    }

    private func readLabel(_ fields: FieldReader) -> TextStyle? {
        defer { fields.finish() }
        let face = fields.requiredNode("face")?.role(among: roles, sink)
        let size = fields.requiredNode("size").flatMap(size)
        guard let face, let size else { return nil }
        return TextStyle(face: face, size: size)
    }

    private func readValue(_ fields: FieldReader) -> (face: FontRole, sizes: [Double])? {
        defer { fields.finish() }
        let face = fields.requiredNode("face")?.role(among: roles, sink)
        let nodes = fields.requiredSequence("sizes")
        let sizes = nodes?.compactMap(size) ?? []
        if nodes?.isEmpty == true {
            fields.node("sizes")?.expected(Localized(zh: "至少一个字号", en: "at least one size"), sink)
        }
        guard let face, !sizes.isEmpty else { return nil }
        return (face, sizes)
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
                en: "the rows of a stamp have the same number of cells, and no field comes twice", at: fields.node.place
            )
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
                        ?? Localized(
                            zh: "可用的项目：\(known.joined(separator: "、"))", en: "fields: \(known.joined(separator: ", "))")
                )
                return nil
            }
            return entry.value.string(sink).map { StampStyle.Cell(field: field, label: $0) }
        }
        return cells.count == entries.count ? cells : nil
    }

    // MARK: Lengths. A copy goes with any style, so that it knows of no grid.

    private func size(_ node: LocatedNode) -> Double? { node.length(in: TextStyle.sizes, inPoints: true, sink) }

    private func length(_ key: String, _ fields: FieldReader, _ millimetres: ClosedRange<Double>) -> Double? {
        fields.requiredNode(key)?.length(
            in: Length.millimetres(millimetres.lowerBound, millimetres.upperBound), sink)
    }
}
