internal import ReportModel

/// Reads what a form says about the wording of claims in the narrative.
struct NarrativeClaimReader {
    let form: Form
    let sink: DiagnosticSink

    func read(_ node: LocatedNode) -> NarrativeClaim? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let figures = fields.requiredSequence("figures")
        let topics = fields.strings("topics") ?? []
        let says = patterns(fields.sequence("says"), needNumber: true)
        let saysNone = patterns(fields.sequence("none"), needNumber: false)
        let unless = patterns(fields.sequence("unless"), needNumber: false)
        fields.finish()
        guard let figures, !figures.isEmpty else {
            fields.node("figures")?.expected(Localized(zh: "至少一个数", en: "at least one figure"), sink)
            return nil
        }
        let keys = figures.compactMap(figureKey)
        guard keys.count == figures.count, let says, let saysNone, let unless else { return nil }
        guard !says.isEmpty || !saysNone.isEmpty else {
            sink.error("value.missing", zh: "缺少“says”或“none”", en: "missing “says” or “none”", at: node.place)
            return nil
        }
        return NarrativeClaim(figures: keys, topics: topics, says: says, saysNone: saysNone, unless: unless)
    }

    private func figureKey(_ node: LocatedNode) -> FigureKey? {
        guard let text = node.string(sink) else { return nil }
        let known = form.tables.flatMap(\.figureKeys)
        if let key = known.first(where: { $0.description == text }) { return key }
        sink.error(
            "form.unknown-figure", zh: "没有“\(text)”这个数（写作 表.行.列）",
            en: "there is no figure “\(text)” (written table.row.column)", at: node.place,
            hint: Spelling.hint(for: text, among: known.map(\.description)))
        return nil
    }

    private func patterns(_ nodes: [LocatedNode]?, needNumber: Bool) -> [String]? {
        guard let nodes else { return [] }
        let patterns = nodes.compactMap { node -> String? in
            guard let text = node.string(sink) else { return nil }
            let pattern = text.replacing("{n}", with: NarrativeClaim.numberPattern)
            do {
                let regex = try Regex(pattern)
                guard needNumber, !regex.contains(captureNamed: "n") else { return pattern }
                sink.error(
                    "form.pattern-without-number", zh: "正则表达式中没有表示数的 {n}",
                    en: "the pattern has no {n} for the number", at: node.place)
            } catch {
                sink.error(
                    "form.bad-pattern", zh: "不是有效的正则表达式：\(error)", en: "not a valid regular expression: \(error)",
                    at: node.place)
            }
            return nil
        }
        return patterns.count == nodes.count ? patterns : nil
    }
}
