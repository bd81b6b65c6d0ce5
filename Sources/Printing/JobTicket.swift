/// How a document is to be printed (RFC 8011 5.2).
public struct JobTicket: Hashable, Sendable {
    public enum Sides: String, Hashable, Sendable, CaseIterable {
        case oneSided = "one-sided"
        case longEdge = "two-sided-long-edge"
        case shortEdge = "two-sided-short-edge"
    }

    /// What lists of jobs show.
    public var name: String
    /// Who prints.
    public var user: String
    public var copies: Int
    public var sides: Sides
    /// The name of the paper’s size (PWG 5101.1), e.g. `iso_a4_210x297mm`.
    public var media: String

    public init(name: String, user: String, copies: Int = 1, sides: Sides, media: String) {
        self.name = name
        self.user = user
        self.copies = copies
        self.sides = sides
        self.media = media
    }
}
