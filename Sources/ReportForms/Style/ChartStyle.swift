/// Charts in the narrative.
public struct ChartStyle: Hashable, Sendable {
    /// Of their labels.
    public var text: TextStyle
    /// Width of the axes.
    public var rule: Double
    /// Where the report does not say.
    public var height: Double
}
