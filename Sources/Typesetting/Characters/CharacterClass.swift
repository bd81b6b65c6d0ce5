/// What a character is to the rules of line setting (clreq §3, GB/T 15834-2011).
public enum CharacterClass: UInt8, Hashable, Sendable, CaseIterable {
    /// Han characters, and everything else that is set in a cell of its own.
    case ideograph
    /// “ ‘ 「 『 （ 〔 【 《 〈
    case opening
    /// ” ’ 」 』 ） 〕 】 》 〉
    case closing
    /// 、 ， ；
    case pause
    /// ：
    case colon
    /// 。 ．
    case stop
    /// ？ ！
    case exclamation
    /// ·
    case interpunct
    /// ～ – - and a single —
    case connector
    /// / ／
    case solidus
    /// —
    case dash
    /// …
    case ellipsis
    case digit
    /// Latin and other alphabetic letters.
    case letter
    /// . , ; : ! ? and ASCII closing brackets, which belong to the word before them.
    case letterMark
    /// ( [ {
    case letterOpening
    /// ¥ $ № + − ±: belongs to the number after it.
    case prefix
    /// % ‰ ℃: belongs to the number before it.
    case suffix
    case space
    /// A space at which no line ends.
    case fixedSpace

    /// The class of a cluster is that of its first character.
    public init(_ scalar: Unicode.Scalar) {
        if (0x4E00...0x9FFF).contains(scalar.value) {
            self = .ideograph
        } else if let known = CharacterClass.table[scalar.value] {
            self = known
        } else if scalar.isASCII {
            self = .letter
        } else if (0xFF10...0xFF19).contains(scalar.value) {
            self = .digit
        } else if scalar.properties.isAlphabetic, !CharacterClass.isSetInCells(scalar) {
            self = .letter
        } else {
            self = .ideograph
        }
    }

    /// A full-width mark with ink in one half of its cell and a half to spare.
    public var isFullWidthMark: Bool {
        switch self {
        case .opening, .closing, .pause, .colon, .stop, .exclamation: true
        default: false
        }
    }

    /// Set with the proportional letters of a word or the digits of a number.
    var isWestern: Bool { self == .digit || self == .letter }

    private static func isSetInCells(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
            0x1F000...0x3FFFF:
            true
        default: false
        }
    }

    private static let table: [UInt32: CharacterClass] = {
        let sets: [(CharacterClass, String)] = [
            (.opening, "“‘「『（〔【［｛〖《〈"), (.closing, "”’」』）〕】］｝〗》〉"), (.pause, "、，；"), (.colon, "："),
            (.stop, "。．｡"), (.exclamation, "？！‼⁇⁈⁉"), (.interpunct, "·・‧•"), (.connector, "–-～〜~－‐‑"),
            (.solidus, "/／"), (.dash, "—⸺"), (.ellipsis, "…"), (.digit, "0123456789"), (.letterMark, ".,;:!?)]}"),
            (.letterOpening, "([{"), (.prefix, "¥￥$＄№+±＋−"), (.suffix, "%％‰°℃′″"),
            (.space, " \u{2002}\u{2003}\u{2009}\t"),
            (.fixedSpace, "\u{A0}\u{202F}\u{3000}"),
        ]
        var table: [UInt32: CharacterClass] = [:]
        for (characterClass, members) in sets {
            for scalar in members.unicodeScalars { table[scalar.value] = characterClass }
        }
        return table
    }()
}
