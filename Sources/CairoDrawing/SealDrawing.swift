internal import CPango
public import PangoShaping
public import ReportModel
public import Typesetting

/// Pictures of seals, drawn by themselves.
public struct SealDrawing {
    private let shaper: PangoShaper

    /// - Parameter shaper: its faces are those of letters in drawings (SVG).
    public init(shaper: PangoShaper) { self.shaper = shaper }

    /// A PDF file of one page, which the picture fills: the appearance of a field.
    /// - Parameters:
    ///   - width: in points, as `height`.
    /// - Throws: `DiagnosticsError` where the picture is damaged or Cairo fails.
    public func pdf(_ image: ImageSource, width: Double, height: Double) throws(DiagnosticsError) -> [UInt8] {
        let surface = try CairoSurface.pdf(width: width, height: height)
        cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
        try draw(image, width: width, height: height, on: surface.context)
        cairo_show_page(surface.context)
        return try surface.finish()
    }

    /// What the picture is made of.
    /// - Throws: as `pdf`.
    public func survey(_ image: ImageSource) throws(DiagnosticsError) -> SealSurvey {
        let side = SealSurvey.side
        let surface = try CairoSurface.transparentImage(width: side, height: side)
        try draw(image, width: Double(side), height: Double(side), on: surface.context)
        return SealSurvey(try surface.pixels())
    }

    private func draw(
        _ image: ImageSource, width: Double, height: Double, on context: OpaquePointer
    ) throws(DiagnosticsError) {
        let frame = Rectangle(x: 0, y: 0, width: width, height: height)
        try PagePainter(context: context, shaper: shaper).draw([
            PageItem(.image(PlacedImage(image: image, frame: frame)))
        ])
    }
}

/// What a picture of a seal shows of what is below it, and of which colour it is. Shares of its area, 0 … 1.
public struct SealSurvey: Hashable, Sendable {
    /// Pixels, of the picture that is looked at.
    static let side = 256

    /// What is white and hides the text below.
    public let paper: Double
    /// What is of any other colour, and not transparent.
    public let ink: Double
    /// What of the ink is red.
    public let red: Double

    /// - Parameter pixels: alpha, red, green, blue in eight bits each, the colours multiplied by alpha.
    init(_ pixels: [UInt32]) {
        var (paper, ink, red) = (0, 0, 0)
        for pixel in pixels {
            let alpha = Int(pixel >> 24)
            guard alpha >= 128 else { continue }
            let colour = [16, 8, 0].map { Int(pixel >> UInt32($0) & 0xFF) * 255 / alpha }
            if (colour.min() ?? 0) > 200 {
                paper += 1
            } else {
                ink += 1
                if colour[0] > colour[1] + 60, colour[0] > colour[2] + 60 { red += 1 }
            }
        }
        let all = Double(max(1, pixels.count))
        (self.paper, self.ink, self.red) = (Double(paper) / all, Double(ink) / all, Double(red) / all)
    }
}

extension LaidOutDocument {
    /// The seals of a page's fields, from 0, as they are seen.
    func fieldSeals(onPage page: Int) -> [PageItem] {
        signatureFields.filter { $0.page == page }.compactMap { field in
            field.seal.map { PageItem(.image(PlacedImage(image: $0.picture.image, frame: $0.frame))) }
        }
    }
}
