public import ReportModel

/// Words that name what a text is about. A number belongs to the topic named last before it.
public struct NarrativeTopic: Hashable, Sendable {
    public var name: String
    public var words: [String]

    public init(name: String, words: [String]) {
        self.name = name
        self.words = words
    }
}

/// A way in which the narrative speaks of figures.
public struct NarrativeClaim: Hashable, Sendable {
    /// The figures whose sum is spoken of.
    public var figures: [FigureKey]
    /// Other sums that the same words may mean: 收到申请 may count those carried in.
    public var alternatives: [[FigureKey]]
    /// The topic of the form that the text must be about; nil means any text.
    public var topic: String?
    /// Phrases with a number.
    public var says: [Phrase]
    /// Phrases that claim zero, e.g. `未收到…政府信息公开申请`.
    public var saysNone: [Phrase]
    /// Phrases of clauses that speak of something else after all, e.g. `同比`.
    public var unless: [Phrase]

    public init(
        figures: [FigureKey], alternatives: [[FigureKey]] = [], topic: String? = nil,
        says: [Phrase], saysNone: [Phrase] = [], unless: [Phrase] = []
    ) {
        self.figures = figures
        self.alternatives = alternatives
        self.topic = topic
        self.says = says
        self.saysNone = saysNone
        self.unless = unless
    }
}
