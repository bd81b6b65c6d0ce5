/// A rule of line setting that a paragraph could not keep: its measure is too narrow for something in it.
public struct RuleViolation: Hashable, Sendable {
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// A number and its unit, or a date, stand on two lines.
        case partedUnit
        /// A word or a number is broken.
        case brokenWord
        /// A line begins or ends with a mark that may not stand there (避头尾).
        case prohibitedEdge
        /// The last line has too few characters (孤字).
        case lonelyCharacter
        /// A line is wider than its measure.
        case overfull
    }

    public var rule: Rule
    /// The characters about the place.
    public var excerpt: String

    static func list(
        in text: ParagraphText, ends: [Int], _ lines: [SetLine], _ shape: ParagraphShape
    ) -> [RuleViolation] {
        var result: [RuleViolation] = []
        for end in ends.dropLast() {
            let rule: Rule
            switch text.breaks[end] {
            case .afterNumber, .free, .poor, .insideWord: continue
            case .parting: rule = .partedUnit
            case .remedy, .prohibited: rule = .prohibitedEdge
            case .word, .number, .never: rule = .brokenWord
            }
            result.append(RuleViolation(rule: rule, excerpt: text.excerpt(end - 6..<end + 6)))
        }
        for (number, line) in lines.enumerated()
        where line.width > shape.width - shape.indent(ofLine: number) + 0.05 {
            result.append(RuleViolation(rule: .overfull, excerpt: line.text))
        }
        if lines.count > 1, let last = ends.dropLast().last {
            let characters = text.boxes[last...].count {
                $0.characterClass == .ideograph || $0.characterClass.isWestern
            }
            if characters < shape.lastLineCharacters {
                result.append(RuleViolation(rule: .lonelyCharacter, excerpt: text.excerpt(last - 6..<text.boxes.count)))
            }
        }
        return result
    }
}
