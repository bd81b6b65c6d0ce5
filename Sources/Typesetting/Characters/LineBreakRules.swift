internal import ReportForms

/// Where a line may end (clreq 3.1.4 and 3.1.5, GB/T 15834-2011 5.1, and the custom of official documents that numbers
/// keep their units).
enum LineBreakRules {
    struct Character: Hashable, Sendable {
        var scalar: Unicode.Scalar
        var kind: CharacterClass
    }

    /// The quality of a break before each character, and one more for the end of the text.
    static func breaks(before characters: [Character], level: ProhibitionLevel) -> [BreakQuality] {
        var result = [BreakQuality](repeating: .free, count: characters.count + 1)
        guard !characters.isEmpty else { return result }
        result[0] = .never
        let (lineStart, lineEnd) = (level.lineStart, level.lineEnd)
        var closings = 0
        for index in characters.indices.dropFirst() {
            let a = characters[index - 1].kind
            let b = characters[index].kind
            var quality = BreakQuality.joint(a, b)
            closings = a.isClosingMark ? closings + 1 : 0
            if lineStart.contains(b) {
                quality = max(quality, closings >= 2 && b.isClosingMark ? .remedy : .prohibited)
            }
            if lineEnd.contains(a) { quality = max(quality, .prohibited) }
            result[index] = quality
        }
        favourNumber(in: characters, &result)
        keepPairs(of: .dash, in: characters, &result)
        keepPairs(of: .ellipsis, in: characters, &result)
        if level != .none { keepSingleDash(in: characters, &result) }
        allowAfterHyphens(in: characters, &result)
        UnbreakableUnits(characters).mark(&result)
        WebAddress.mark(in: characters, &result)
        return result
    }

    /// The number of a label that begins with one in brackets.
    private static func favourNumber(in characters: [Character], _ result: inout [BreakQuality]) {
        guard characters.first?.scalar == "（", let end = characters.prefix(5).firstIndex(where: { $0.scalar == "）" }),
            end > 1, end + 1 < characters.count,
            characters[1..<end].allSatisfy({ UnbreakableUnits.isNumeral($0.scalar) || $0.kind == .digit })
        else { return }
        result[end + 1] = .afterNumber
    }

    /// —— and …… stay whole; longer rows part between pairs. What is left of an odd row stays with it.
    private static func keepPairs(of kind: CharacterClass, in characters: [Character], _ result: inout [BreakQuality]) {
        var run = 0
        for index in characters.indices {
            run = characters[index].kind == kind ? run + 1 : 0
            guard run > 1 else { continue }
            let isLast = index + 1 == characters.count || characters[index + 1].kind != kind
            if run.isMultiple(of: 2) || isLast { result[index] = .never }
        }
    }

    /// state-of-the-art: a line may end with a word's own hyphen where letters enough stand on both sides.
    private static func allowAfterHyphens(in characters: [Character], _ result: inout [BreakQuality]) {
        for index in characters.indices where characters[index].scalar == "-" || characters[index].scalar == "‐" {
            guard index >= 2, index + 2 < characters.count else { continue }
            let neighbours = [
                characters[index - 2], characters[index - 1], characters[index + 1], characters[index + 2],
            ]
            if neighbours.allSatisfy({ $0.kind == .letter }) { result[index + 1] = .poor }
        }
    }

    /// A single — is a connector (一字线), not at the start of a line.
    private static func keepSingleDash(in characters: [Character], _ result: inout [BreakQuality]) {
        for index in characters.indices.dropFirst() where characters[index].scalar == "—" {
            let before = characters[index - 1].scalar == "—"
            let after = index + 1 < characters.count && characters[index + 1].scalar == "—"
            if !before, !after { result[index] = max(result[index], .prohibited) }
        }
    }
}

extension CharacterClass {
    fileprivate var isClosingMark: Bool {
        switch self {
        case .closing, .pause, .colon, .stop, .exclamation: true
        default: false
        }
    }
}

extension BreakQuality {
    /// What two classes make of the joint between them, whatever the level.
    fileprivate static func joint(_ a: CharacterClass, _ b: CharacterClass) -> BreakQuality {
        switch (a, b) {
        case (_, .space), (.fixedSpace, _), (_, .fixedSpace): .never
        case (.space, _): .free
        case (.digit, .digit), (.letterMark, .digit), (.connector, .digit), (.prefix, .digit), (.digit, .suffix):
            .number
        case (.digit, .letterMark), (.digit, .connector): .number
        case (.letter, .letter), (.letterMark, .letter), (.connector, .letter): .word
        case (.letter, .digit), (.digit, .letter), (.letter, .letterMark), (.letter, .connector), (.letterOpening, _):
            .word
        case (.solidus, .digit), (.solidus, .letter): .poor
        case (.suffix, .letter), (.suffix, .digit), (_, .dash), (_, .ellipsis): .poor
        default: .free
        }
    }
}
