internal import ReportModel

extension Phrase {
    struct Match {
        var range: Range<Int>
        /// Where the phrase has one.
        var number: WrittenNumber?
    }

    /// The match that begins at a position, with the shortest gaps. Tries at most 25³ ways.
    func match(in text: [Unicode.Scalar], at start: Int) -> Match? {
        var number: WrittenNumber?
        guard let end = end(of: 0, in: text, from: start, &number) else { return nil }
        return Match(range: start..<end, number: number)
    }

    func occurs(in text: [Unicode.Scalar]) -> Bool {
        text.indices.contains { beginnings.contains(text[$0]) && match(in: text, at: $0) != nil }
    }

    private func end(
        of index: Int, in text: [Unicode.Scalar], from position: Int, _ number: inout WrittenNumber?
    ) -> Int? {
        guard index < elements.count else { return position }
        switch elements[index] {
        case .choice(let choices):
            for choice in choices where text.holds(choice, at: position) {
                if let end = end(of: index + 1, in: text, from: position + choice.count, &number) {
                    return end
                }
            }
            return nil
        case .gap:
            for length in 0...Phrase.gapLength {
                if let end = end(of: index + 1, in: text, from: position + length, &number) { return end }
                let next = position + length
                guard next < text.count, !text[next].endsClause, !text[next].isDigit else { return nil }
            }
            return nil
        case .number:
            guard let found = WrittenNumber(in: text, at: position) else { return nil }
            number = found
            return end(of: index + 1, in: text, from: found.range.upperBound, &number)
        }
    }
}
