/// Whether a line may end between two characters.
enum BreakQuality: UInt8, Hashable, Sendable, Comparable {
    /// After the number of a label, （三）: where lines run free, the best place of all.
    case afterNumber
    case free
    /// Allowed, but not loved: before —— and ……, inside a date, after a solidus.
    case poor
    /// Parts a number from its unit (数字、单位不分家).
    case parting
    /// Inside a number or word, or against 避头尾: only where a line cannot be made otherwise.
    case lastResort
    case never

    static func < (a: BreakQuality, b: BreakQuality) -> Bool { a.rawValue < b.rawValue }

    /// Demerits in the choice of breaks.
    var cost: Double {
        switch self {
        case .afterNumber, .free: 0
        case .poor: 2_000
        case .parting: 20_000
        case .lastResort: 1e7
        case .never: .infinity
        }
    }

    /// As `cost`, for lines that need not fill their measure.
    var raggedCost: Double { self == .afterNumber ? -200 : cost }
}

enum LineBreakRules {
    /// The quality of a break before each cluster, and one more for the end of the text. Sets of
    /// line start and line end: GB/T 15834-2011 5.1.
    static func breaks(before characters: [(scalar: Unicode.Scalar, class: CharacterClass)]) -> [BreakQuality] {
        var result = [BreakQuality](repeating: .free, count: characters.count + 1)
        guard let first = result.indices.first else { return result }
        result[first] = .never
        for index in characters.indices.dropFirst() {
            result[index] = quality(between: characters[index - 1].class, and: characters[index].class)
        }
        favourNumber(in: characters, &result)
        keepPairs(of: .dash, in: characters, &result)
        keepPairs(of: .ellipsis, in: characters, &result)
        keepNumbers(in: characters, &result)
        return result
    }

    private static func quality(between a: CharacterClass, and b: CharacterClass) -> BreakQuality {
        switch (a, b) {
        case (_, .space), (.fixedSpace, _), (_, .fixedSpace): .never
        case (.space, _): .free
        case (_, .closing), (_, .pause), (_, .colon), (_, .stop), (_, .exclamation), (_, .interpunct),
            (_, .connector), (_, .suffix), (_, .letterMark), (_, .solidus):
            .lastResort
        case (.opening, _), (.letterOpening, _), (.prefix, _): .lastResort
        case (.solidus, _): b.isWestern ? .poor : .lastResort
        case (.letter, .letter), (.digit, .digit), (.letter, .digit), (.digit, .letter): .lastResort
        case (.letterMark, .letter), (.letterMark, .digit): .lastResort
        case (.connector, .digit), (.connector, .letter): .lastResort
        case (.suffix, .letter), (.suffix, .digit): .poor
        case (_, .dash), (_, .ellipsis): .poor
        default: .free
        }
    }

    /// The number of a label that begins with one in brackets.
    private static func favourNumber(
        in characters: [(scalar: Unicode.Scalar, class: CharacterClass)], _ result: inout [BreakQuality]
    ) {
        guard characters.first?.scalar == "（", let end = characters.prefix(5).firstIndex(where: { $0.scalar == "）" }),
            end > 1, end + 1 < characters.count,
            characters[1..<end].allSatisfy({ numerals.contains($0.scalar) || $0.class == .digit })
        else { return }
        result[end + 1] = .afterNumber
    }

    /// —— and …… stay whole; longer rows part between pairs.
    private static func keepPairs(
        of kind: CharacterClass, in characters: [(scalar: Unicode.Scalar, class: CharacterClass)],
        _ result: inout [BreakQuality]
    ) {
        var run = 0
        for index in characters.indices {
            run = characters[index].class == kind ? run + 1 : 0
            if run > 0, run.isMultiple(of: 2) { result[index] = .never }
        }
    }

    /// A number keeps what it counts: 12件, 2712余条, 第20条, 〔2021〕30号, and dates keep together.
    private static func keepNumbers(
        in characters: [(scalar: Unicode.Scalar, class: CharacterClass)], _ result: inout [BreakQuality]
    ) {
        func scalar(_ index: Int) -> Unicode.Scalar? { characters.indices.contains(index) ? characters[index].scalar : nil }
        func isDigit(_ index: Int) -> Bool { characters.indices.contains(index) && characters[index].class == .digit }
        for index in characters.indices.dropFirst() {
            let previous = characters[index - 1]
            let current = characters[index]
            if isDigit(index - 1), counters.contains(current.scalar) {
                result[index] = max(result[index], .parting)
                if approximations.contains(current.scalar), let next = scalar(index + 1), counters.contains(next) {
                    result[index + 1] = max(result[index + 1], .parting)
                }
            }
            if previous.scalar == "第", current.class == .digit || numerals.contains(current.scalar) {
                result[index] = max(result[index], .parting)
            }
            if previous.scalar == "〕", current.class == .digit {
                result[index] = max(result[index], .parting)
            }
            if previous.scalar == "年" || previous.scalar == "月", current.class == .digit, isDigit(index - 2) {
                result[index] = max(result[index], .parting)
            }
            if previous.class == .letterMark, current.class == .ideograph, isDigit(index - 2) {
                result[index] = max(result[index], .poor)
            }
        }
    }

    private static let approximations: Set<Unicode.Scalar> = Set("余多万亿千百几".unicodeScalars)
    private static let numerals: Set<Unicode.Scalar> = Set("一二三四五六七八九十百千零〇两".unicodeScalars)
    private static let counters: Set<Unicode.Scalar> = approximations.union(
        "年月日时分秒件条项次个人名份号元家户场期篇届章节款处位批类天周岁级层页点只台部辆座套米吨亩里公平起宗例例批倍版轮组种".unicodeScalars)
}
