internal import ReportModel

/// Reads what a form says about the wording of claims in the narrative.
struct NarrativeClaimReader {
    let tables: [FormTable]
    private let known: Set<FigureKey>
    let topics: [NarrativeTopic]
    /// Phrases that unmake any claim of the form.
    let unless: [Phrase]
    let sink: DiagnosticSink

    /// - Parameters:
    ///   - topics: a mapping of names to words.
    ///   - unless: phrases for all claims.
    init(tables: [FormTable], topics: FieldReader?, unless: [LocatedNode], sink: DiagnosticSink) {
        self.tables = tables
        known = Set(tables.flatMap(\.figureKeys))
        self.sink = sink
        self.topics = (topics?.allEntries ?? []).map { entry in
            let words = (entry.value.sequence(sink) ?? []).compactMap { node -> String? in
                guard let word = node.string(sink) else { return nil }
                if word.isEmpty { node.expected(Localized(zh: "词语", en: "a word"), sink) }
                return word
            }
            return NarrativeTopic(name: entry.key, words: words)
        }
        self.unless = NarrativeClaimReader.phrases(unless, withNumber: nil, sink)
    }

    func read(_ node: LocatedNode) -> NarrativeClaim? {
        guard let fields = FieldReader(node, sink) else { return nil }
        let figures = fields.requiredNode("figures").flatMap(sum)
        let alternatives = (fields.sequence("or") ?? []).map(sum)
        let topic = fields.node("topic").flatMap(topicName)
        let says = Self.phrases(fields.sequence("says") ?? [], withNumber: true, sink)
        let saysNone = Self.phrases(fields.sequence("none") ?? [], withNumber: false, sink)
        let unless = Self.phrases(fields.sequence("unless") ?? [], withNumber: nil, sink)
        fields.finish()
        if fields.node("says") == nil, fields.node("none") == nil {
            sink.error("value.missing", zh: "缺少“says”或“none”", en: "missing “says” or “none”", at: node.place)
        }
        guard let figures else { return nil }
        return NarrativeClaim(
            figures: figures, alternatives: alternatives.compactMap { $0 }, topic: topic, says: says,
            saysNone: saysNone, unless: self.unless + unless)
    }

    private func topicName(_ node: LocatedNode) -> String? {
        guard let name = node.string(sink) else { return nil }
        let known = topics.map(\.name)
        if known.contains(name) { return name }
        sink.error(
            "form.unknown-topic", zh: "topics 中没有“\(name)”", en: "topics has no “\(name)”", at: node.place,
            hint: Spelling.hint(for: name, among: known))
        return nil
    }

    /// A list of figures; a group of rows stands for its rows.
    private func sum(_ node: LocatedNode) -> [FigureKey]? {
        guard let nodes = node.sequence(sink) else { return nil }
        guard !nodes.isEmpty else {
            node.expected(Localized(zh: "至少一个数", en: "at least one figure"), sink)
            return nil
        }
        let keys = nodes.map(figureKeys)
        return keys.contains { $0.isEmpty } ? nil : keys.flatMap { $0 }
    }

    private func figureKeys(_ node: LocatedNode) -> [FigureKey] {
        guard let text = node.string(sink) else { return [] }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, let table = tables.first(where: { $0.key.rawValue == parts[0] }) {
            let keys = (table.rows(named: RowKey(rawValue: parts[1])) ?? []).map {
                FigureKey(table.key, $0, ColumnKey(rawValue: parts[2]))
            }
            if !keys.isEmpty, keys.allSatisfy(known.contains) { return keys }
        }
        sink.error(
            "form.unknown-figure", zh: "没有“\(text)”这个数（写作 表.行.列）",
            en: "there is no figure “\(text)” (written table.row.column)", at: node.place,
            hint: Spelling.hint(for: text, among: known.sorted().map(\.description)))
        return []
    }

    /// - Parameter withNumber: whether each must have its `{n}`, or must not; nil takes either.
    private static func phrases(
        _ nodes: [LocatedNode], withNumber: Bool?, _ sink: DiagnosticSink
    ) -> [Phrase] {
        nodes.compactMap { node in
            guard let text = node.string(sink) else { return nil }
            do throws(Phrase.Problem) {
                let phrase = try Phrase(text)
                if let withNumber, phrase.hasNumber != withNumber {
                    sink.error(
                        "form.phrase-number", zh: withNumber ? "这种说法中没有表示数的 {n}" : "表示“没有”的说法不应有 {n}",
                        en: withNumber
                            ? "the phrase has no {n} for the number" : "a phrase for none has no {n}",
                        at: node.place)
                }
                return phrase
            } catch {
                sink.error(
                    "form.bad-phrase", zh: "说法有误：\(error.message.zh)", en: "bad phrase: \(error.message.en)",
                    at: node.place(ofScalar: error.offset))
                return nil
            }
        }
    }
}
