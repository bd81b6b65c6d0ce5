public import ReportModel

/// A way in which the narrative speaks of a figure.
///
/// All patterns are tried on one clause of the text at a time.
public struct NarrativeClaim: Hashable, Sendable {
    /// The figures whose sum the clause claims.
    public var figures: [FigureKey]
    /// Words of which the clause must contain one; empty means any clause.
    public var topics: [String]
    /// Regular expressions with a group `n` for the number.
    public var says: [String]
    /// Regular expressions of clauses that claim zero, e.g. `未收到.{0,16}申请`.
    public var saysNone: [String]
    /// Regular expressions of clauses that speak of something else after all, e.g. `信息处理费`.
    public var unless: [String]

    public init(
        figures: [FigureKey], topics: [String] = [], says: [String], saysNone: [String] = [],
        unless: [String] = []
    ) {
        self.figures = figures
        self.topics = topics
        self.says = says
        self.saysNone = saysNone
        self.unless = unless
    }

    /// What `{n}` stands for in a form file: a number in Arabic or Chinese digits, as the group `n`.
    package static let numberPattern = "(?<n>[0-9０-９][0-9０-９,，]*|[〇零一二两三四五六七八九十百千万亿]+)"
}
