internal import ReportModel

/// What the text says of figures, held against the tables.
///
/// A claim is left alone where the text is about something else (the topic word nearest before it is another topic's,
/// or a year that is not the report's stands before it), where it is rounded (近, 约), or where a figure it is about was
/// not reported: a clerk should not have to read warnings that are none. In one sentence a claim is told once.
struct ClaimCheck {
    let subject: CheckedReport
    private let claims: [NarrativeClaim]
    /// The sums that each claim may mean; nil where one of them is unknown.
    private let sums: [[DecimalAmount]?]
    /// Phrases, and words of topics, by what they can begin with.
    private var phrases: [Unicode.Scalar: [(claim: Int, phrase: Phrase)]] = [:]
    private var topicWords: [Unicode.Scalar: [(word: [Unicode.Scalar], topic: String)]] = [:]

    init(subject: CheckedReport) {
        self.subject = subject
        claims = subject.form.claims
        sums = claims.map { claim in
            let sums = ([claim.figures] + claim.alternatives).map {
                $0.map { subject.report.figures[$0]?.value }.sum
            }
            return sums.contains(nil) ? nil : sums.compactMap { $0 }
        }
        for (index, claim) in claims.enumerated() where sums[index] != nil {
            for phrase in claim.says + claim.saysNone {
                for scalar in phrase.beginnings { phrases[scalar, default: []].append((index, phrase)) }
            }
        }
        for topic in subject.form.topics {
            for word in topic.words.map({ Array($0.unicodeScalars) }) {
                if let first = word.first { topicWords[first, default: []].append((word, topic.name)) }
            }
        }
    }

    func findings(in passages: [Passage]) -> [Diagnostic] {
        passages.flatMap { passage in
            passage.sentences.flatMap { findings(in: $0, at: passage.path) }
        }
    }

    private func findings(in sentence: Sentence, at path: String) -> [Diagnostic] {
        let text = sentence.scalars
        var findings: [Diagnostic] = []
        var told: Set<Int> = []
        var context: SentenceContext?
        for start in text.indices {
            guard let candidates = phrases[text[start]] else { continue }
            for (index, phrase) in candidates where !told.contains(index) {
                guard let match = phrase.match(in: text, at: start), let sums = sums[index],
                    !sums.contains(where: { $0.fits(match.number) })
                else { continue }
                let known = context ?? SentenceContext(text, words: topicWords)
                context = known
                guard speaks(of: claims[index], match, in: text, known) else { continue }
                told.insert(index)
                findings.append(contradiction(of: claims[index], sums[0], match.number, sentence, path))
            }
        }
        return findings
    }

    private func speaks(
        of claim: NarrativeClaim, _ match: Phrase.Match, in text: [Unicode.Scalar], _ context: SentenceContext
    ) -> Bool {
        if let topic = claim.topic, !context.isAbout(topic, before: match.range.upperBound) { return false }
        if context.namesYear(otherThan: subject.report.year, before: match.range.upperBound) { return false }
        let furthest = max(0, match.range.lowerBound - SentenceContext.memory)
        let last = min(text.count, match.range.upperBound + SentenceContext.memory)
        let start =
            text[furthest..<match.range.lowerBound].lastIndex(where: \.endsClause).map { $0 + 1 } ?? furthest
        let end = text[match.range.upperBound..<last].firstIndex(where: \.endsClause) ?? last
        let clause = Array(text[start..<end])
        return !claim.unless.contains { $0.occurs(in: clause) }
    }

    private func contradiction(
        of claim: NarrativeClaim, _ sum: DecimalAmount, _ number: WrittenNumber?, _ sentence: Sentence,
        _ path: String
    ) -> Diagnostic {
        let cells = claim.figures.compactMap { key in subject.form.table(key.table)?.cellName(of: key) }
        let cellText = cells.map { "「\($0)」" }.joined(separator: "与") + (cells.count > 1 ? "之和" : "")
        let said = number.map(\.value.text)
        return Diagnostic(
            "narrative.contradicts-table", .warning,
            Localized(
                zh:
                    "正文与表不符：正文说\(said.map { "是 \($0)" } ?? "没有")，\(cellText)是 \(sum.text)：“\(sentence.quoted)”",
                en: "the text says \(said ?? "none"), but \(cellText) is \(sum.text): “\(sentence.quoted)”"),
            at: subject.place(of: path),
            notes: claim.figures.compactMap { key in
                guard let table = subject.form.table(key.table) else { return nil }
                let text = subject.report.figures[key]?.text ?? ""
                return .init(
                    Localized(zh: "表中的数是 \(text)", en: "the figure in the table is \(text)"),
                    at: subject.place(of: key, in: table))
            })
    }
}

extension DecimalAmount {
    /// Whether a text may say that of this amount. “None” claims zero; 余 claims as many or somewhat more.
    fileprivate func fits(_ number: WrittenNumber?) -> Bool {
        guard let number else { return units == 0 }
        switch number.precision {
        case .exact: return isEqual(to: number.value)
        case .andMore: return number.interval.contains(self)
        case .about: return true
        }
    }
}
