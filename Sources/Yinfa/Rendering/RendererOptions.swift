public import PDFFinishing
public import ReportForms

/// What a renderer needs besides reports.
public struct RendererOptions: Hashable, Sendable {
    public var resources: Resources
    /// Name of a file under `layouts/styles`, without its ending.
    public var style: String
    /// Name of a file under `layouts/copies`, without its ending; `plain` is the style as it is.
    public var layout: String
    /// An official face that is missing is an error.
    public var strictFonts: Bool
    /// What the PDFs promise; nil takes what the layout is made for: PDF/X-4 for a press, else PDF/A-3a.
    public var standard: PDFStandard?
    /// The ICC profile of what a copy for a press is printed on; nil takes the one that the layout names.
    public var profile: String?

    /// Even pages have their margins mirrored, whatever the style says: they will lie opposite odd ones.
    public var mirrorsMargins: Bool

    /// Where the pictures of seals are that the reports bear; nil seals none.
    public var seals: SealSource?
    /// Of the bodies' seals, in points; nil takes what the style says.
    public var sealDiameter: Double?
    /// Whether everybody who signs a report gets a field for it in the PDF, to be signed later.
    public var signatureFields: Bool
    /// Who signs the PDFs besides the bodies; each gets a field that is not seen.
    public var countersigners: [String]

    public init(
        resources: Resources, style: String = "gbt9704", layout: String = CopyLayout.plain, strictFonts: Bool = false,
        standard: PDFStandard? = nil, profile: String? = nil, mirrorsMargins: Bool = false,
        seals: SealSource? = nil, sealDiameter: Double? = nil, signatureFields: Bool = false,
        countersigners: [String] = []
    ) {
        self.resources = resources
        self.style = style
        self.layout = layout
        self.strictFonts = strictFonts
        self.standard = standard
        self.profile = profile
        self.mirrorsMargins = mirrorsMargins
        self.seals = seals
        self.sealDiameter = sealDiameter
        self.signatureFields = signatureFields
        self.countersigners = countersigners
    }
}
