/// Web addresses break at their joints: after the mark, or before it where that is much the better line; a long part
/// also within, where the line would be full of holes. No hyphen is ever added.
enum WebAddress {
    static func mark(in characters: [LineBreakRules.Character], _ breaks: inout [BreakQuality]) {
        var start = 0
        while start < characters.count {
            guard isPart(characters[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < characters.count, isPart(characters[end]) { end += 1 }
            if isAddress(characters[start..<end]) { mark(start..<end, characters, &breaks) }
            start = end
        }
    }

    private static func isPart(_ character: LineBreakRules.Character) -> Bool {
        character.scalar.isASCII && character.kind != .space
    }

    private static func isAddress(_ run: ArraySlice<LineBreakRules.Character>) -> Bool {
        guard run.count > 5 else { return false }
        let text = String(String.UnicodeScalarView(run.map(\.scalar)))
        return text.contains("://") || text.hasPrefix("www.") || text.contains("@") && text.contains(".")
            || domains.contains { text.hasSuffix($0) || text.contains($0 + "/") }
    }

    private static let domains = [".cn", ".com", ".net", ".org"]

    private static func mark(
        _ run: Range<Int>, _ characters: [LineBreakRules.Character], _ breaks: inout [BreakQuality]
    ) {
        for index in run.dropFirst() {
            let before = characters[index - 1].scalar
            let after = characters[index].scalar
            let isNearEdge = index - run.lowerBound < 4 || run.upperBound - index < 3
            if joints.contains(before), !joints.contains(after), !isNearEdge {
                breaks[index] = .poor
            } else if ".?&=#@".unicodeScalars.contains(after), !joints.contains(before), !isNearEdge {
                breaks[index] = .insideWord
            } else if isInsideLongPart(index, run, characters) {
                breaks[index] = .insideWord
            } else {
                // A part longer than a line must break somewhere, and then without a hyphen.
                breaks[index] = isNearEdge || joints.contains(before) || joints.contains(after) ? .number : .word
            }
        }
    }

    /// Whether the break leaves four letters on each side, of a part of ten at least.
    private static func isInsideLongPart(
        _ index: Int, _ run: Range<Int>, _ characters: [LineBreakRules.Character]
    ) -> Bool {
        // No further than ten letters: an address may be as long as a page.
        let left = characters[run.lowerBound..<index].suffix(10).reversed().prefix(while: isLetter).count
        let right = characters[index..<run.upperBound].prefix(10).prefix(while: isLetter).count
        return left >= 4 && right >= 4 && left + right >= 10
    }

    private static func isLetter(_ character: LineBreakRules.Character) -> Bool {
        character.scalar.properties.isAlphabetic
    }

    private static let joints = Set("/.?&=#@-_:".unicodeScalars)
}
