internal import ReportModel

extension Phrase {
    struct Match {
        var range: Range<Int>
        /// Where the phrase has one.
        var number: WrittenNumber?
    }

    /// The match that begins at a position, with the shortest gaps.
    ///
    /// All ways are followed side by side, each place once, so that the time does not grow with their number.
    func match(in text: [Unicode.Scalar], at start: Int) -> Match? {
        var ways = [Match(range: start..<start)]
        for element in elements {
            var next: [Match] = []
            func follow(_ way: Match, to end: Int, _ number: WrittenNumber? = nil) {
                guard !next.contains(where: { $0.range.upperBound == end }) else { return }
                next.append(Match(range: start..<end, number: number ?? way.number))
            }
            for way in ways {
                let position = way.range.upperBound
                switch element {
                case .choice(let choices):
                    for choice in choices where text.holds(choice, at: position) {
                        follow(way, to: position + choice.count)
                    }
                case .gap:
                    follow(way, to: position)
                    for end in position..<min(position + Phrase.gapLength, text.count) {
                        if text[end].endsClause || text[end].isDigit { break }
                        follow(way, to: end + 1)
                    }
                case .number:
                    if let number = WrittenNumber(in: text, at: position) {
                        follow(way, to: number.range.upperBound, number)
                    }
                }
            }
            if next.isEmpty { return nil }
            ways = next
        }
        return ways.first
    }

    func occurs(in text: [Unicode.Scalar]) -> Bool {
        text.indices.contains { beginnings.contains(text[$0]) && match(in: text, at: $0) != nil }
    }
}
