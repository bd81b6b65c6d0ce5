package import ReportModel

/// “Did you mean …?”
package enum Spelling {
    package static func hint(for word: String, among known: [String]) -> Localized? {
        guard let nearest = nearest(to: word, among: known) else { return nil }
        return Localized(zh: "是不是“\(nearest)”？", en: "did you mean “\(nearest)”?")
    }

    /// All that there is to choose from.
    package static func choice(of known: [String]) -> Localized {
        Localized(zh: "可用的有：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
    }

    /// The known word at the smallest edit distance, if at most a third of the word differs.
    package static func nearest(to word: String, among known: [String]) -> String? {
        guard word.count <= 64 else { return nil }
        return known.map { ($0, distance(word.lowercased(), $0.lowercased())) }
            .filter { $0.1 <= max(1, max(word.count, $0.0.count) / 3) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Letters put in, left out, changed, or swapped with their neighbour.
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, rows[i][j + 1] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
