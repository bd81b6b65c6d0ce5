public import ReportModel

/// A way in which the narrative speaks of figures.
public struct NarrativeClaim: Hashable, Sendable {
    /// The figures whose sum is spoken of.
    public var figures: [FigureKey]
    /// Other sums that the same words may mean: 收到申请 may count those carried in.
    public var alternatives: [[FigureKey]]
    /// Words that name what the claim is about; the nearest one before it must be of these. Empty means any text.
    public var topic: [String]
    /// Words of all other topics.
    public var otherTopics: [String]
    /// Phrases with a number.
    public var says: [Phrase]
    /// Phrases that claim zero, e.g. `未收到…政府信息公开申请`.
    public var saysNone: [Phrase]
    /// Phrases of clauses that speak of something else after all, e.g. `同比`.
    public var unless: [Phrase]

    public init(
        figures: [FigureKey], alternatives: [[FigureKey]] = [], topic: [String] = [], otherTopics: [String] = [],
        says: [Phrase], saysNone: [Phrase] = [], unless: [Phrase] = []
    ) {
        self.figures = figures
        self.alternatives = alternatives
        self.topic = topic
        self.otherTopics = otherTopics
        self.says = says
        self.saysNone = saysNone
        self.unless = unless
    }
}
