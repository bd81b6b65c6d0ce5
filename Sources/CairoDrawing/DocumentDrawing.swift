internal import CPango
public import PangoShaping
public import ReportModel
public import Typesetting

/// Frames → PDF or PNG through Cairo.
public struct DocumentDrawing {
    let document: LaidOutDocument
    let shaper: PangoShaper

    /// - Parameter shaper: the one the document was laid out with; it holds the faces.
    public init(_ document: LaidOutDocument, shaper: PangoShaper) {
        self.document = document
        self.shaper = shaper
    }

    /// One page as a PNG file.
    /// - Parameters:
    ///   - page: from 0.
    ///   - dpi: pixels an inch, 10 … 1200.
    /// - Throws: `DiagnosticsError` where there is no such page or Cairo fails.
    public func png(page index: Int, dpi: Double) throws(DiagnosticsError) -> [UInt8] {
        guard document.pages.indices.contains(index), (10...1200).contains(dpi) else {
            throw DiagnosticsError(
                Diagnostic(
                    "drawing.page", .error,
                    Localized(
                        zh: "没有第 \(index + 1) 页，或分辨率不在 10 到 1200 之间",
                        en: "no page \(index + 1), or a resolution outside 10 … 1200")))
        }
        let page = document.pages[index]
        let scale = dpi / 72
        let surface = try CairoSurface.image(
            width: Int((page.width * scale).rounded()), height: Int((page.height * scale).rounded()))
        cairo_set_source_rgb(surface.context, 1, 1, 1)
        cairo_paint(surface.context)
        cairo_set_source_rgb(surface.context, 0, 0, 0)
        cairo_scale(surface.context, scale, scale)
        try PagePainter(context: surface.context, shaper: shaper).draw(page.items + document.fieldSeals(onPage: index))
        return try surface.png()
    }
}
