public import ReportModel

/// How a report is sealed and signed (签章).
public struct Sealing: Hashable, Sendable {
    /// A picture for each of `Signature.sealBearers`, in their order; empty where none is put on the page.
    public var pictures: [SealPicture]
    /// Of the bodies' seals, in points, whatever the style says; nil takes what it says.
    public var diameter: Double?
    /// Whether everybody who signs the report gets a field for it in the finished file. A seal is then the field's
    /// appearance; else it is drawn on the page.
    public var hasFields: Bool
    /// Who signs the finished file besides, e.g. whoever has checked it. Their fields are not seen.
    public var countersigners: [String]

    public init(
        pictures: [SealPicture] = [], diameter: Double? = nil, hasFields: Bool = false, countersigners: [String] = []
    ) {
        self.pictures = pictures
        self.diameter = diameter
        self.hasFields = hasFields
        self.countersigners = countersigners
    }
}

/// 落款 with the seals that it bears.
public struct ComposedSignature: Hashable, Sendable {
    public var signature: Signature
    /// For each of the bearers; empty where no pictures were given.
    public var seals: [ComposedSeal]
    /// Whether the first signers of the composition are its bearers.
    public var hasFields: Bool

    public init(_ signature: Signature, seals: [ComposedSeal] = [], hasFields: Bool = false) {
        self.signature = signature
        self.seals = seals
        self.hasFields = hasFields
    }
}

public struct ComposedSeal: Hashable, Sendable {
    public var picture: SealPicture
    /// In points.
    public var width: Double
    public var height: Double
    /// What it shows, for those who do not see it.
    public var alternative: String

    public init(picture: SealPicture, width: Double, height: Double, alternative: String) {
        self.picture = picture
        self.width = width
        self.height = height
        self.alternative = alternative
    }
}
