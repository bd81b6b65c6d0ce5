internal import ReportForms

/// 避头尾: what may not stand at the edges of a line, by level. ASCII marks go with their full-width fellows.
extension ProhibitionLevel {
    var lineStart: ClassSet {
        switch self {
        case .none: []
        case .basic, .gb: ProhibitionLevel.basicStart
        case .strict: ProhibitionLevel.basicStart.union([.dash, .ellipsis])
        }
    }

    var lineEnd: ClassSet {
        switch self {
        case .none: []
        case .basic: ProhibitionLevel.basicEnd
        case .gb, .strict: ProhibitionLevel.basicEnd.union([.solidus])
        }
    }

    private static let basicStart: ClassSet = [
        .closing, .pause, .colon, .stop, .exclamation, .interpunct, .connector, .solidus, .suffix, .letterMark,
    ]
    private static let basicEnd: ClassSet = [.opening, .letterOpening, .prefix]
}
