/// Where the pictures of bodies’ seals (印章) are put (GB/T 9704-2012 7.3.5.1), and how large they are. Lengths in points.
public struct SealStyle: Hashable, Sendable {
    /// From the body to the seal’s upper edge, at the most.
    public var top: Double
    /// How far the middle of name and date is below the seal’s centre.
    public var drop: Double
    /// Between the seals of a joint report, at the least.
    public var gap: Double
    /// By the endings of bodies’ names; the first that fits counts.
    public var sizes: [Size]

    public struct Size: Hashable, Sendable {
        public var names: [String]
        public var diameter: Double
    }

    /// The diameter prescribed for a body; nil where none is.
    public func diameter(of name: String) -> Double? {
        sizes.first { $0.names.contains { name.hasSuffix($0) } }?.diameter
    }

    /// What a seal’s diameter may be, far beyond those in use.
    public static let diameters = Length.millimetres(5, 100)

    /// A diameter as people write it, e.g. `42mm`; nil where it is none.
    public static func diameter(_ text: String) -> Double? {
        guard let length = Length(text), length.unit == .points, diameters.contains(length.value) else { return nil }
        return length.value
    }
}

/// 签发人签名章 (GB/T 9704-2012 7.3.5.3). Lengths in points.
public struct NameSealStyle: Hashable, Sendable {
    /// Between the body and the first seal.
    public var blankLines: Int
    /// 右空
    public var right: Double
    /// Between the post’s title and the seal.
    public var gap: Double
    public var height: Double
    /// Between the last seal and the date.
    public var dateBlankLines: Int
}
