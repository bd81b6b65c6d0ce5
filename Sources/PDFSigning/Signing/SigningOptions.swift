/// How far a signature can be checked later on (EN 319 142-1 6).
public enum SignatureLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    /// B-B: the signature.
    case basic = "b"
    /// B-T: and a time stamp, which proves when it was there.
    case timeStamped = "t"
    /// B-LT: and the certificates and revocation data that checking it needs.
    case longTerm = "lt"
    /// B-LTA: and a time stamp of the whole document, which can be renewed.
    case archival = "lta"

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (a: SignatureLevel, b: SignatureLevel) -> Bool { a.rank < b.rank }
}

/// What is signed, as what.
public struct SigningOptions: Hashable, Sendable {
    /// The field’s name; nil for the first that is empty.
    public var field: String?
    /// Certifies the document: after it, only signatures in the fields that are there are allowed (ISO 32000-1 12.8.2.2,
    /// P = 2). Only the first signature can.
    public var certifies: Bool
    public var reason: String?
    public var location: String?

    public init(field: String? = nil, certifies: Bool = false, reason: String? = nil, location: String? = nil) {
        self.field = field
        self.certifies = certifies
        self.reason = reason
        self.location = location
    }
}
