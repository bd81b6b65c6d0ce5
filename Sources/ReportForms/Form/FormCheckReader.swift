internal import ReportModel

/// Reads a check of a table and binds its equation to the rows and columns that there are.
struct FormCheckReader {
    let table: FormTable
    let sink: DiagnosticSink

    private enum Every: String, CaseIterable {
        case row, column

        var direction: FormCheck.Direction { self == .row ? .everyRow : .everyColumn }
    }

    func read(_ node: LocatedNode) -> FormCheck? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let id = fields.requiredString("id")
        let every = fields.requiredNode("every").flatMap { $0.choice(Every.self, sink) }
        let equationNode = fields.requiredNode("equation")
        let only = fields.sequence("only") ?? []
        let severity = fields.node("severity").map { $0.choice(CheckSeverity.self, sink) } ?? .error
        let message = fields.requiredMapping("message").flatMap { message -> Localized? in
            let zh = message.requiredString("zh")
            let en = message.requiredString("en")
            message.finish()
            guard let zh, let en else { return nil }
            return Localized(zh: zh, en: en)
        }
        fields.finish()
        guard let id, let every, let equationNode, let severity, let message,
            let equation = readEquation(equationNode)
        else { return nil }
        let check = FormCheck(
            id: id, direction: every.direction, left: equation.left, right: equation.right,
            only: only.compactMap { readLine($0, every) }, severity: severity.severity, message: message)
        guard namesExist(in: check, at: equationNode.place), check.only.count == only.count else { return nil }
        guard !table.lines(of: check).isEmpty else {
            sink.error(
                "form.check-binds-nothing", zh: "勾稽关系“\(id)”的各项没有共同的行或列，什么也约束不了",
                en: "the terms of check “\(id)” share no row or column; it binds nothing", at: equationNode.place)
            return nil
        }
        return check
    }

    private enum CheckSeverity: String, CaseIterable {
        case error, warning, note

        var severity: Diagnostic.Severity {
            switch self {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        }
    }

    private func readEquation(_ node: LocatedNode) -> Equation? {
        guard case .scalar(let text, _) = node.content else {
            node.expected(Localized(zh: "等式", en: "an equation"), sink)
            return nil
        }
        do {
            return try Equation(text)
        } catch {
            sink.error(
                "form.bad-equation", zh: "等式有误：\(error.message.zh)", en: "bad equation: \(error.message.en)",
                at: node.place(ofScalar: error.offset),
                hint: Localized(
                    zh: "写成：键 + 键 = 键 - previous(键)", en: "write: key + key = key - previous(key)"))
            return nil
        }
    }

    private func namesExist(in check: FormCheck, at place: Place) -> Bool {
        let known =
            switch check.direction {
            case .everyColumn: (table.rowKeys + table.groupKeys).map(\.rawValue)
            case .everyRow: table.columnKeys.map(\.rawValue)
            }
        let unknown = (check.left + check.right).map(\.key).filter { !known.contains($0) }.withoutRepeats
        for key in unknown {
            let what: Localized =
                check.direction == .everyColumn ? Localized(zh: "行", en: "row") : Localized(zh: "列", en: "column")
            sink.error(
                "form.unknown-figure", zh: "\(table.name)没有\(what.zh)“\(key)”",
                en: "table \(table.key) has no \(what.en) “\(key)”", at: place,
                hint: Spelling.hint(for: key, among: known))
        }
        return unknown.isEmpty
    }

    /// A row or column that the check is limited to.
    private func readLine(_ node: LocatedNode, _ every: Every) -> String? {
        guard let text = node.string(sink) else { return nil }
        let known = every == .row ? table.rowKeys.map(\.rawValue) : table.columnKeys.map(\.rawValue)
        if known.contains(text) { return text }
        let what = every == .row ? Localized(zh: "行", en: "row") : Localized(zh: "列", en: "column")
        sink.error(
            "form.unknown-figure", zh: "\(table.name)没有\(what.zh)“\(text)”",
            en: "table \(table.key) has no \(what.en) “\(text)”", at: node.place,
            hint: Spelling.hint(for: text, among: known))
        return nil
    }
}
