public import PDFFinishing

/// What a renderer needs besides reports.
public struct RendererOptions: Hashable, Sendable {
    public var resources: Resources
    /// Name of a file under `layouts/styles`, without its ending.
    public var style: String
    /// An official face that is missing is an error.
    public var strictFonts: Bool
    /// What the PDFs promise.
    public var standard: PDFStandard

    public init(
        resources: Resources, style: String = "gbt9704", strictFonts: Bool = false, standard: PDFStandard = .archive3a
    ) {
        self.resources = resources
        self.style = style
        self.strictFonts = strictFonts
        self.standard = standard
    }
}
