internal import ReportModel

/// What the text says of figures, held against the tables.
///
/// A claim is left alone where the text is about something else (the topic word nearest before it is another topic's,
/// or a year that is not the report's stands before it), where it is rounded (近, 约), or where a figure it is about was
/// not reported: a clerk should not have to read warnings that are none.
struct ClaimCheck {
    let subject: CheckedReport
    /// Phrases by what they can begin with.
    private var phrases: [Unicode.Scalar: [(claim: Int, phrase: Phrase)]] = [:]

    /// How far back in a sentence words still tell what a clause is about.
    private static let memory = 200

    init(subject: CheckedReport) {
        self.subject = subject
        for (index, claim) in subject.form.claims.enumerated() {
            for phrase in claim.says + claim.saysNone {
                for scalar in phrase.beginnings { phrases[scalar, default: []].append((index, phrase)) }
            }
        }
    }

    func findings(in passages: [Passage]) -> [Diagnostic] {
        guard !phrases.isEmpty else { return [] }
        return passages.flatMap { passage in
            passage.sentences.flatMap { sentence in findings(in: sentence, at: passage.path) }
        }
    }

    private func findings(in sentence: Sentence, at path: String) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        // A claim is told once for each number (or denial) in a sentence.
        var told: Set<[Int]> = []
        for start in sentence.scalars.indices {
            for (index, phrase) in phrases[sentence.scalars[start]] ?? [] {
                guard let match = phrase.match(in: sentence.scalars, at: start) else { continue }
                let claim = subject.form.claims[index]
                let tellsNumber = match.number?.range.lowerBound ?? -1
                guard !told.contains([index, tellsNumber]), isAbout(claim, match, in: sentence.scalars),
                    let finding = contradiction(of: claim, match.number, sentence, path)
                else { continue }
                told.insert([index, tellsNumber])
                findings.append(finding)
            }
        }
        return findings
    }

    private func isAbout(_ claim: NarrativeClaim, _ match: Phrase.Match, in text: [Unicode.Scalar]) -> Bool {
        let before = text[max(0, match.range.upperBound - Self.memory)..<match.range.upperBound]
        if !claim.topic.isEmpty {
            let own = claim.topic.compactMap { before.end(ofLast: Array($0.unicodeScalars)) }.max()
            let other = claim.otherTopics.compactMap { before.end(ofLast: Array($0.unicodeScalars)) }.max()
            guard let own, own >= other ?? own else { return false }
        }
        if String(String.UnicodeScalarView(before)).yearsNamed.contains(where: { $0 != subject.report.year }) { return false }
        let clauseStart = text[..<match.range.lowerBound].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
        let clauseEnd = text[match.range.upperBound...].firstIndex(where: \.endsClause) ?? text.endIndex
        let clause = text[max(clauseStart, match.range.lowerBound - Self.memory)..<min(clauseEnd, match.range.upperBound + Self.memory)]
        return !claim.unless.contains { $0.occurs(in: clause) }
    }

    private func contradiction(
        of claim: NarrativeClaim, _ number: WrittenNumber?, _ sentence: Sentence, _ path: String
    ) -> Diagnostic? {
        let sums = ([claim.figures] + claim.alternatives).map { $0.map { subject.report.figures[$0]?.value }.sum }
        guard let chief = sums[0], !sums.contains(nil) else { return nil }
        let fits = sums.compactMap { $0 }.contains { $0.fits(number) }
        guard !fits else { return nil }
        let cells = claim.figures.compactMap { key in subject.form.table(key.table)?.cellName(of: key) }
        let cellText = cells.map { "「\($0)」" }.joined(separator: "与") + (cells.count > 1 ? "之和" : "")
        let said = number.map(\.value.text)
        return Diagnostic(
            "narrative.contradicts-table", .warning,
            Localized(
                zh: "正文与表不符：正文说\(said.map { "是 \($0)" } ?? "没有")，\(cellText)是 \(chief.text)：“\(sentence.quoted)”",
                en: "the text says \(said ?? "none"), but \(cellText) is \(chief.text): “\(sentence.quoted)”"),
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

extension ArraySlice<Unicode.Scalar> {
    fileprivate func end(ofLast word: [Unicode.Scalar]) -> Int? {
        guard let first = word.first, count >= word.count else { return nil }
        for start in (startIndex...(endIndex - word.count)).reversed() where self[start] == first {
            if self[start...].starts(with: word) { return start + word.count }
        }
        return nil
    }
}
