/// Whether a line may end between two characters.
enum BreakQuality: UInt8, Hashable, Sendable, Comparable {
    /// After the number of a label, （三）: where lines run free, the best place of all.
    case afterNumber
    case free
    /// Allowed, but not loved: before —— and ……, between the parts of a citation, at the joints of a URL.
    case poor
    /// Inside a word of official language, where text is broken by sense.
    case insideWord
    /// Parts a number from its unit, or a date (数字、单位不分家).
    case parting
    /// Before the third of several closing marks: the rule may be dropped there (clreq 3.1.4).
    case remedy
    /// Inside a word, where it is least bad.
    case word
    /// Against 避头尾.
    case prohibited
    /// Inside a number, or next to the end of a word.
    case number
    case never

    /// The worst that breaks no rule.
    static let withinRules = BreakQuality.insideWord

    static func < (a: BreakQuality, b: BreakQuality) -> Bool { a.rawValue < b.rawValue }

    /// Demerits in the choice of breaks.
    var cost: Double {
        switch self {
        case .afterNumber, .free: 0
        case .poor: 2_000
        case .insideWord: 10_000
        case .parting: 1e8
        case .remedy: 3e8
        case .word: 1e9
        case .prohibited: 1e10
        case .number: 1e11
        case .never: .infinity
        }
    }

    /// As `cost`, for lines that need not fill their measure.
    var raggedCost: Double { self == .afterNumber ? -200 : cost }
}
