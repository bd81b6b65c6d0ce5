public import ReportModel

extension Form {
    /// Reads a form file (YAML; the keys are explained at the head of `layouts/forms/2021.yaml`).
    ///
    /// - Throws: every error of the file, each with its place, so that one pass tells all.
    public static func parse(_ text: String, file: String) throws(DiagnosticsError) -> Form {
        let root = try LocatedNode.parse(text, file: file)
        let sink = DiagnosticSink()
        let form = FormReader(sink).read(root)
        try sink.check()
        guard var form else { throw DiagnosticsError(sink.diagnostics) }
        form.source = text
        return form
    }
}

/// Reads the whole form; tables and claims have readers of their own.
private struct FormReader {
    let sink: DiagnosticSink

    init(_ sink: DiagnosticSink) { self.sink = sink }

    func read(_ root: LocatedNode) -> Form? {
        guard let fields = FieldReader(root, sink) else { return nil }
        let id = fields.requiredNode("id")?.formKey(FormID.self, sink)
        let name = fields.requiredString("name")
        let document = fields.string("document") ?? ""
        let sectionNodes = fields.requiredSequence("sections") ?? []
        let tableNodes = fields.requiredSequence("tables") ?? []
        let topics = fields.mapping("topics")
        let unlessNodes = fields.sequence("unless") ?? []
        let claimNodes = fields.sequence("claims") ?? []
        fields.finish()
        guard isWithin(FormLimits.sections, sectionNodes), isWithin(FormLimits.tables, tableNodes),
            isWithin(FormLimits.claims, claimNodes)
        else { return nil }
        if sectionNodes.isEmpty { fields.node("sections")?.expected(Localized(zh: "至少一个部分", en: "a section"), sink) }

        var tableKeys = UniqueKeys()
        let tables = tableNodes.compactMap { node -> FormTable? in
            let table = FormTableReader(sink).read(node)
            if let table { tableKeys.insert(table.key.rawValue, Localized(zh: "表", en: "table"), at: node.place, sink) }
            return table
        }
        let allTablesRead = tables.count == tableNodes.count
        let sections = readSections(sectionNodes, tables: tables, allTablesRead: allTablesRead)
        let placed = Set(sections.compactMap(\.table))
        // Where a section names a table that does not exist, it may mean the one that none places.
        if sections.count == sectionNodes.count, placed.allSatisfy({ key in tables.contains { $0.key == key } }) {
            for (table, node) in zip(tables, tableNodes) where allTablesRead && !placed.contains(table.key) {
                sink.error(
                    "form.table-without-section", zh: "没有哪个部分放置表“\(table.key)”，它不会被印出",
                    en: "no section holds table “\(table.key)”; it would never be printed", at: node.place,
                    hint: Localized(
                        zh: "在 sections 的某一项中写 table: \(table.key)", en: "write table: \(table.key) in a section"))
            }
        }
        guard allTablesRead else { return nil }
        let claimReader = NarrativeClaimReader(tables: tables, topics: topics, unless: unlessNodes, sink: sink)
        return Form(
            id: id ?? "", name: name ?? "", document: document, sections: sections, tables: tables,
            topics: claimReader.topics, claims: claimNodes.compactMap(claimReader.read))
    }

    private func readSections(
        _ nodes: [LocatedNode], tables: [FormTable], allTablesRead: Bool
    ) -> [FormSection] {
        var keys = UniqueKeys()
        var placed = UniqueKeys()
        return nodes.compactMap { node in
            guard let fields = FieldReader(node, sink) else { return nil }
            let key = fields.requiredNode("key")?.formKey(SectionKey.self, sink)
            let heading = fields.requiredNode("heading")?.wording(sink)
            let required = fields.boolean("required") ?? true
            let tableNode = fields.node("table")
            let table = tableNode?.formKey(TableKey.self, sink)
            fields.finish()
            if let tableNode, let table {
                placed.insert(table.rawValue, Localized(zh: "放置的表", en: "placed table"), at: tableNode.place, sink)
                if allTablesRead, !tables.contains(where: { $0.key == table }) {
                    sink.error(
                        "form.unknown-table", zh: "tables 中没有表“\(table)”", en: "there is no table “\(table)”",
                        at: tableNode.place, hint: Spelling.hint(for: table.rawValue, among: tables.map(\.key.rawValue))
                    )
                }
            }
            guard let key, let heading else { return nil }
            keys.insert(key.rawValue, Localized(zh: "部分", en: "section"), at: node.place, sink)
            return FormSection(
                key: key, heading: heading.printed, aliases: heading.aliases, required: required, table: table)
        }
    }

    private func isWithin(_ limit: Int, _ nodes: [LocatedNode]) -> Bool {
        guard nodes.count > limit else { return true }
        sink.error(
            "form.too-large", zh: "此处有 \(nodes.count) 项，最多 \(limit) 项", en: "\(nodes.count) items, at most \(limit)",
            at: nodes[limit].place)
        return false
    }
}
