internal import ReportModel

/// What the words before a place in a sentence say it is about: found in one pass, whatever the sentence's length.
struct SentenceContext {
    private var topics: [(end: Int, topic: String)] = []
    private var years: [(end: Int, year: Int)]

    /// How far back in a sentence words still tell what a clause is about.
    static let memory = 200

    init(_ text: [Unicode.Scalar], words: [Unicode.Scalar: [(word: [Unicode.Scalar], topic: String)]]) {
        years = text.yearsNamed
        for start in text.indices {
            for (word, topic) in words[text[start]] ?? [] where text.holds(word, at: start) {
                topics.append((start + word.count, topic))
            }
        }
        topics.sort { $0.end < $1.end }
    }

    /// Whether a topic is the nearest one named before a place; of words that end together, any will do.
    func isAbout(_ topic: String, before place: Int) -> Bool {
        let near = Self.before(place, in: topics, end: \.end)
        guard let last = near.last, last.end > place - Self.memory else { return false }
        return near.reversed().prefix { $0.end == last.end }.contains { $0.topic == topic }
    }

    func namesYear(otherThan year: Int, before place: Int) -> Bool {
        Self.before(place, in: years, end: \.end).reversed().prefix { $0.end > place - Self.memory }.contains {
            $0.year != year
        }
    }

    private static func before<Mention>(_ place: Int, in list: [Mention], end: (Mention) -> Int)
        -> ArraySlice<Mention>
    {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if end(list[middle]) <= place { low = middle + 1 } else { high = middle }
        }
        return list[..<low]
    }
}

extension [Unicode.Scalar] {
    /// Whether a word stands at a position.
    func holds(_ word: [Unicode.Scalar], at start: Int) -> Bool {
        guard start + word.count <= count else { return false }
        for index in word.indices where self[start + index] != word[index] { return false }
        return true
    }
}
