package import ReportModel

/// “Did you mean …?”
package enum Spelling {
    package static func hint(for word: String, among known: [String]) -> Localized? {
        guard let nearest = nearest(to: word, among: known) else { return nil }
        return Localized(zh: "是不是“\(nearest)”？", en: "did you mean “\(nearest)”?")
    }

    /// The known word at the smallest edit distance, if at most a third of the word differs.
    package static func nearest(to word: String, among known: [String]) -> String? {
        guard word.count <= 64 else { return nil }
        return known.map { ($0, distance(word.lowercased(), $0.lowercased())) }
            .filter { $0.1 <= max(1, max(word.count, $0.0.count) / 3) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    private static func distance(_ a: String, _ b: String) -> Int {
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, character) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let substitution = diagonal + (character == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
