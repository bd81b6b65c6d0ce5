internal import ReportForms
internal import ReportModel

/// How sure an import is of each statutory table, and what makes it doubt.
struct TableDoubts {
    let file: String
    let form: Form
    let readings: [TableReading]

    /// One for each table of the form, in its order; what is doubted is told to the sink.
    func tables(of report: SourcedReport, _ sink: DiagnosticSink) -> [ImportLog.Table] {
        let checked = ReportChecker.check(report.report, form: form, sources: report.sources)
        return form.tables.map { table in
            guard let reading = readings.first(where: { $0.table.key == table.key }) else {
                return missing(table, report, sink)
            }
            let place = Place(file: file, line: reading.line, path: "tables.\(table.key)")
            let isWhole = tellMissing(table, report.report.figures, at: place, sink)
            let isPlain = tellPartlyBlank(table, report, sink)
            let balances = tellBalance(table, checked, at: place, sink)
            var confidence =
                switch reading.basis {
                case .labelsAndOrder, .keys: 1.0
                case .labels: 0.9
                case .order: 0.7
                }
            for isSure in [isWhole, isPlain, balances] where !isSure { confidence *= 0.9 }
            return ImportLog.Table(
                table: table.key, name: table.name, place: place, figures: reading.count,
                expected: table.figureKeys.count, basis: reading.basis,
                confidence: reading.count == 0 ? 0 : (confidence * 100).rounded() / 100)
        }
    }

    private func missing(_ table: FormTable, _ report: SourcedReport, _ sink: DiagnosticSink) -> ImportLog.Table {
        let section = form.sections.first { $0.table == table.key }
        sink.warning(
            "import.table-missing", zh: "没有找到\(table.name)（\(section?.heading ?? "")）",
            en: "\(table.name) was not found", at: report.sources.place(of: "tables.\(table.key)"),
            hint: Localized(
                zh: "原件中的表可能是图片，请把数填入报告文件",
                en: "it may be a picture in the source; write its figures into the report file"))
        return ImportLog.Table(
            table: table.key, name: table.name, place: nil, figures: 0, expected: table.figureKeys.count, basis: nil,
            confidence: 0)
    }

    private func tellMissing(
        _ table: FormTable, _ figures: Figures, at place: Place, _ sink: DiagnosticSink
    ) -> Bool {
        let rows = table.formRows.filter { row in
            row.columns.contains { figures[table.key, row.key, $0.key] == nil }
        }
        guard !rows.isEmpty else { return true }
        let names = rows.prefix(5).map(\.fullLabel).joined(separator: "；")
        sink.warning(
            "import.figures-missing", zh: "\(table.name)有 \(rows.count) 行的数不全：\(names)\(rows.count > 5 ? "……" : "")",
            en: "\(table.name): \(rows.count) rows lack figures: \(names)\(rows.count > 5 ? "…" : "")", at: place)
        return false
    }

    /// A blank among figures may be a zero that nobody wrote, or a figure that lies elsewhere.
    private func tellPartlyBlank(_ table: FormTable, _ report: SourcedReport, _ sink: DiagnosticSink) -> Bool {
        let figures = report.report.figures
        var isPlain = true
        for row in table.formRows {
            let keys = row.columns.map { FigureKey(table.key, row.key, $0.key) }
            let blank = keys.filter { figures[$0] == .blank }
            guard !blank.isEmpty, keys.contains(where: { figures[$0]?.value != nil }) else { continue }
            isPlain = false
            sink.warning(
                "import.row-partly-blank", zh: "这一行有 \(blank.count) 格空白，其余有数；空白照空白保留，没有当作 0",
                en: "\(blank.count) cells of this row are blank, others are not; blank stays blank and is not 0",
                at: Place(
                    file: file, line: report.sources.locations[blank[0].path]?.line, path: blank[0].path,
                    cell: "\(table.name) \(row.fullLabel)"))
        }
        return isPlain
    }

    /// 勾稽关系 that do not hold are a mistake of the source, or of the import.
    private func tellBalance(
        _ table: FormTable, _ checked: [Diagnostic], at place: Place, _ sink: DiagnosticSink
    ) -> Bool {
        let errors = checked.filter {
            $0.severity == .error && $0.place?.path?.hasPrefix("tables.\(table.key).") == true
        }
        guard let first = errors.first else { return true }
        sink.warning(
            "import.table-does-not-balance",
            zh: "\(table.name)有 \(errors.count) 处不符合勾稽关系，原件有误或者读错了，请与原件核对。例如：\(first.message.zh)",
            en:
                "\(table.name): \(errors.count) checks do not hold; the source is wrong or was misread. For one: \(first.message.en)",
            at: place)
        return false
    }
}
