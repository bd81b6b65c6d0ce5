/// A chart in the narrative, drawn from figures.
public struct Chart: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 柱形图: a group of bars for each category.
        case bar
        /// 折线图: a line for each series.
        case line
        /// 饼图: shares of a whole; one series.
        case pie
    }

    /// Values are printed divided by this. Only where the author asks for it.
    public enum Scale: String, Hashable, Sendable, Codable, CaseIterable {
        case tenThousand = "万"
        case hundredMillion = "亿"

        /// Decimal places the point moves by.
        public var places: Int {
            switch self {
            case .tenThousand: 4
            case .hundredMillion: 8
            }
        }
    }

    public enum Value: Hashable, Sendable {
        case amount(DecimalAmount)
        /// The report's own figure, so that a chart cannot contradict the tables.
        case figure(FigureKey)
    }

    public struct Series: Hashable, Sendable, Codable {
        /// Stands in the legend; may be left out where there is only one series.
        public var name: String?
        /// One for each category.
        public var values: [Value]

        public init(name: String? = nil, values: [Value]) {
            self.name = name
            self.values = values
        }
    }

    public var kind: Kind
    public var caption: String?
    /// What the chart shows, for those who do not see it; nil makes one of the figures.
    public var alternative: String?
    /// What is counted, e.g. 件.
    public var unit: String?
    public var scale: Scale?
    public var categories: [String]
    public var series: [Series]
    /// Height in millimetres; nil takes the style's.
    public var height: Double?

    public init(
        kind: Kind, caption: String? = nil, alternative: String? = nil, unit: String? = nil, scale: Scale? = nil,
        categories: [String], series: [Series], height: Double? = nil
    ) {
        self.kind = kind
        self.caption = caption
        self.alternative = alternative
        self.unit = unit
        self.scale = scale
        self.categories = categories
        self.series = series
        self.height = height
    }
}

extension Chart.Value {
    /// Reads a number, or the key of a figure: `applications.new.total`.
    public init?(text: String) {
        if let amount = DecimalAmount(text) {
            self = .amount(amount)
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ $0.first?.isLetter == true }) else { return nil }
        self = .figure(
            FigureKey(TableKey(rawValue: parts[0]), RowKey(rawValue: parts[1]), ColumnKey(rawValue: parts[2])))
    }

    /// As `init(text:)` reads it.
    public var text: String {
        switch self {
        case .amount(let amount): amount.text
        case .figure(let key): key.description
        }
    }

    /// The number; nil where the figure is not reported, blank or not applicable.
    public func amount(in figures: Figures) -> DecimalAmount? {
        switch self {
        case .amount(let amount): amount
        case .figure(let key): figures[key]?.value
        }
    }
}

extension Chart.Value: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Chart.Value(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is no number and no figure")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
