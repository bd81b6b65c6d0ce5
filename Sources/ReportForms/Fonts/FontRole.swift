/// What a face is for (正文, 标题 …). Styles name roles; the font book says which files serve them.
public struct FontRole: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (a: FontRole, b: FontRole) -> Bool { a.rawValue < b.rawValue }
}
