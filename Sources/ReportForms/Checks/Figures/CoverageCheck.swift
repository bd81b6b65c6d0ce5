internal import ReportModel

/// Figures that were not reported: left out of the file, left blank, or struck out.
///
/// Each is told once a table, with its cells, and with how many relations cannot be checked for it.
struct CoverageCheck {
    let table: FormTable
    let subject: CheckedReport
    let keys: [FigureKey]
    let relations: [Relation]

    /// More cells than this are counted, not listed.
    private static let listed = 12

    var findings: [Diagnostic] {
        let figures = subject.report.figures
        let missing = keys.filter { figures[$0] == nil }
        if missing.count == keys.count {
            let isRequired = subject.form.sections.contains { $0.table == table.key && $0.required }
            return isRequired ? [tableMissing] : []
        }
        let blank = keys.filter { figures[$0] == .blank }
        let struck = keys.filter { if case .notApplicable = figures[$0] { true } else { false } }
        return [
            finding(
                missing, "figures.missing", .error, cell: Localized(zh: "没有填报", en: "not reported"),
                Localized(
                    zh: "\(table.name)有 \(missing.count) 个数没有填报",
                    en: "\(table.name): \(missing.count) figures are missing"),
                hint: Localized(zh: "没有发生的填 0", en: "where there was nothing, write 0")),
            finding(
                blank, "figures.blank", .warning, cell: Localized(zh: "空白", en: "blank"),
                Localized(
                    zh: "\(table.name)有 \(blank.count) 个空白单元格",
                    en: "\(table.name): \(blank.count) cells are blank"),
                hint: Localized(
                    zh: "空白不当作 0；没有发生的填 0", en: "a blank is not taken for 0; where there was nothing, write 0"
                )),
            finding(
                struck, "figures.struck-out", .note, cell: Localized(zh: "划去", en: "struck out"),
                Localized(
                    zh: "\(table.name)有 \(struck.count) 个单元格以“/”等符号代替数",
                    en: "\(table.name): \(struck.count) cells have a mark like “/” instead of a figure"),
                hint: nil),
        ].compactMap { $0 }
    }

    private var tableMissing: Diagnostic {
        Diagnostic(
            "table.missing", .error,
            Localized(zh: "报告没有\(table.name)的数据", en: "the report has no figures of \(table.name)"),
            at: subject.place(of: "tables.\(table.key)"),
            hint: Localized(
                zh: "若原文有这张表，请从 Word 或网页重新复制：单元格之间应有制表符（Tab）或各占一行",
                en:
                    "where the source has it, copy it again from Word or the web page: cells have a tab between them or a line each"
            ))
    }

    private func finding(
        _ keys: [FigureKey], _ id: Diagnostic.ID, _ severity: Diagnostic.Severity, cell: Localized,
        _ message: Localized, hint: Localized?
    ) -> Diagnostic? {
        guard let first = keys.first else { return nil }
        let set = Set(keys)
        let unchecked = relations.count { $0.operands.contains { $0.keys.contains(where: set.contains) } }
        var message = message
        if unchecked > 0 {
            message.zh += "，含有它们的 \(unchecked) 条勾稽关系未核对"
            message.en += "; \(unchecked) relations that need them were not checked"
        }
        var notes = keys.dropFirst().prefix(Self.listed - 1).map {
            Diagnostic.Note(cell, at: subject.place(of: $0, in: table))
        }
        if keys.count > Self.listed {
            let rest = keys.count - Self.listed
            notes.append(.init(Localized(zh: "另有 \(rest) 个", en: "and \(rest) more")))
        }
        return Diagnostic(
            id, severity, message, at: subject.place(of: first, in: table), notes: notes, hint: hint)
    }
}
