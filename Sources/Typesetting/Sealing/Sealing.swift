/// How a report is sealed and signed (签章).
public struct Sealing: Hashable, Sendable {
    /// Whether everybody who signs the report gets a field for it in the finished file.
    public var hasFields: Bool
    /// Who signs the finished file besides, e.g. whoever has checked it. Their fields are not seen.
    public var countersigners: [String]

    public init(hasFields: Bool = false, countersigners: [String] = []) {
        self.hasFields = hasFields
        self.countersigners = countersigners
    }
}
