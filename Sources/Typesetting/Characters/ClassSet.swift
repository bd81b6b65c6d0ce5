/// A set of character classes; asked some thousand times a paragraph.
struct ClassSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt32

    init(arrayLiteral classes: CharacterClass...) { bits = classes.reduce(0) { $0 | 1 << $1.rawValue } }

    func contains(_ characterClass: CharacterClass) -> Bool { bits & 1 << characterClass.rawValue != 0 }

    func union(_ other: ClassSet) -> ClassSet {
        var result = self
        result.bits |= other.bits
        return result
    }
}
