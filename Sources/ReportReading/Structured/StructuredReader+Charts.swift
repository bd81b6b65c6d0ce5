internal import ReportForms
internal import ReportModel

extension StructuredReader {
    func chart(_ value: LocatedNode, _ fields: FieldReader, _ path: String) -> Block? {
        let kind = value.choice(Chart.Kind.self, sink)
        let caption = fields.node("caption").flatMap { text($0, "\(path).caption", limit: 200) }
        let alternative = fields.node("alternative").flatMap { text($0, "\(path).alternative") }
        let unit = fields.node("unit").flatMap { text($0, "\(path).unit", limit: 20) }
        let scale = fields.node("scale").flatMap { $0.choice(Chart.Scale.self, sink) }
        let height = fields.number("height", in: Chart.heights)
        note(fields.node("categories"), "\(path).categories")
        let categories = (fields.requiredSequence("categories") ?? []).enumerated().compactMap {
            text($1, "\(path).categories[\($0)]", limit: 40)
        }
        note(fields.node("series"), "\(path).series")
        let series = (fields.requiredSequence("series") ?? []).enumerated().compactMap {
            self.series($1, "\(path).series[\($0)]")
        }
        guard let kind else { return nil }
        let chart = Chart(
            kind: kind, caption: caption, alternative: alternative, unit: unit, scale: scale, categories: categories,
            series: series, height: height)
        charts.append((chart, path))
        return .chart(chart)
    }

    private func series(_ node: LocatedNode, _ path: String) -> Chart.Series? {
        note(node, path)
        guard let fields = FieldReader(node, sink) else { return nil }
        let name = fields.node("name").flatMap { text($0, "\(path).name", limit: 24) }
        note(fields.node("values"), "\(path).values")
        let values = (fields.requiredSequence("values") ?? []).enumerated().compactMap {
            self.value($1, "\(path).values[\($0)]")
        }
        fields.finish()
        return Chart.Series(name: name, values: values)
    }

    private func value(_ node: LocatedNode, _ path: String) -> Chart.Value? {
        note(node, path)
        guard case .scalar(let text, _) = node.content, let value = Chart.Value(text: text) else {
            node.expected(
                Localized(
                    zh: "一个数，或表中的数的键（如 applications.new.total）",
                    en: "a number, or the key of a figure (such as applications.new.total)"), sink)
            return nil
        }
        return value
    }

    /// Whether the charts can be drawn is known when the tables are read.
    func checkCharts(_ figures: Figures, form: Form?) {
        // What is not even read has been told of; a chart without it is not worth a second complaint.
        guard let form, !sink.hasErrors else { return }
        for (chart, path) in charts {
            let unknown = unknownFigures(of: chart, path, form)
            guard unknown.isEmpty else {
                for problem in unknown { sink.add(problem) }
                continue
            }
            for var problem in chart.problems(with: figures, path: path) {
                problem.place = problem.place?.path.map { sources.place(of: $0) }
                sink.add(problem)
            }
        }
    }

    private func unknownFigures(of chart: Chart, _ path: String, _ form: Form) -> [Diagnostic] {
        let known = form.tables.flatMap(\.figureKeys)
        var problems: [Diagnostic] = []
        for (index, series) in chart.series.enumerated() {
            for (number, value) in series.values.enumerated() {
                guard case .figure(let key) = value, !known.contains(key) else { continue }
                problems.append(
                    Diagnostic(
                        "chart.unknown-figure", .error,
                        Localized(zh: "\(form.name)格式中没有“\(key)”这个数", en: "form \(form.id) has no figure “\(key)”"),
                        at: sources.place(of: "\(path).series[\(index)].values[\(number)]"),
                        hint: Spelling.hint(for: key.description, among: known.map(\.description))))
            }
        }
        return problems
    }
}
