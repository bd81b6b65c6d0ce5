internal import ReportForms
internal import ReportModel

extension StructuredReader {
    /// The form named, else the one whose keys the tables use.
    func chooseForm(named node: LocatedNode?, tables: LocatedNode?, at root: Place) -> Form? {
        guard let newest = forms.max(by: { $0.id < $1.id }) else {
            sink.error("form.none", zh: "没有可用的格式文件", en: "there are no forms", at: root)
            return nil
        }
        if let node { return namedForm(node) }
        if let wanted { return forms.first { $0.id == wanted } }
        guard let tables, case .mapping(let entries) = tables.content, !entries.isEmpty else {
            sink.add(
                Diagnostic(
                    "form.assumed", .note,
                    Localized(
                        zh: "报告没有表格数据，按最新的\(newest.name)格式处理",
                        en: "the report has no tables; taken to be in the newest form, \(newest.id)"),
                    at: root))
            return newest
        }
        let counts = forms.map { misfits(of: entries, in: $0) }
        let fewest = counts.min() ?? 0
        let best = zip(forms, counts).filter { $0.1 == fewest }.map(\.0)
        if fewest == 0, best.count > 1 {
            let names = best.map { "\"\($0.id)\"" }.joined(separator: "、")
            sink.error(
                "form.ambiguous", zh: "表格中的键在几版格式（\(names)）中都有，无法判断用的是哪一版",
                en: "the keys of the tables fit several forms (\(names))", at: tables.place,
                hint: Localized(
                    zh: "写明格式，例如 form: \"\(newest.id)\"", en: "say which, e.g. form: \"\(newest.id)\""))
            return nil
        }
        return best.max { $0.id < $1.id }
    }

    private func namedForm(_ node: LocatedNode) -> Form? {
        note(node, "form")
        guard let name = node.string(sink) else { return nil }
        if let form = forms.first(where: { $0.id.rawValue == name }) {
            guard let wanted, wanted != form.id else { return form }
            sink.error(
                "form.contradicted", zh: "报告写明用“\(name)”版格式，而要求的是“\(wanted)”版（--form），二者矛盾",
                en: "the report says it is in form “\(name)”, but “\(wanted)” is asked for (--form)", at: node.place,
                hint: Localized(zh: "去掉 --form；若报告写错了，改这里", en: "leave --form out, or correct this line"))
            return nil
        }
        let known = forms.map { "\"\($0.id)\"（\($0.name)）" }.joined(separator: "、")
        sink.error(
            "form.unknown", zh: "没有“\(name.prefix(40))”版格式；现有：\(known)",
            en:
                "no form “\(name.prefix(40))”; known are: \(forms.map { "\"\($0.id)\"" }.joined(separator: ", "))",
            at: node.place)
        return nil
    }

    /// How many rows and columns of the file a form does not have.
    private func misfits(of tables: [LocatedNode.Entry], in form: Form) -> Int {
        tables.reduce(0) { sum, entry in
            guard case .mapping(let rows) = entry.value.content else { return sum }
            guard let table = form.table(TableKey(rawValue: entry.key)) else { return sum + 1 + rows.count }
            let known = table.formRows
            return rows.reduce(sum) { sum, row in
                guard let formRow = known.first(where: { $0.key.rawValue == row.key }) else { return sum + 1 }
                return sum + misfits(of: row.value, in: formRow)
            }
        }
    }

    private func misfits(of row: LocatedNode, in formRow: FormRow) -> Int {
        switch row.content {
        case .mapping(let columns):
            columns.count { column in !formRow.columns.contains { $0.key.rawValue == column.key } }
        case .sequence(let items): items.count == formRow.columns.count ? 0 : 1
        case .scalar, .null: formRow.columns.count == 1 ? 0 : 1
        }
    }
}
