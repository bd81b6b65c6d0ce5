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

    /// The whole document as PDF 1.5. The same document gives the same bytes.
    /// - Throws: `DiagnosticsError` where an image is damaged or Cairo fails.
    public func pdf() throws(DiagnosticsError) -> [UInt8] {
        let first = document.pages.first
        let surface = try CairoSurface.pdf(width: first?.width ?? 0, height: first?.height ?? 0)
        cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_5)
        writeMetadata(on: surface.surface)
        let painter = PagePainter(context: surface.context, shaper: shaper)
        for page in document.pages {
            cairo_pdf_surface_set_size(surface.surface, page.width, page.height)
            cairo_pdf_surface_set_page_label(surface.surface, page.label)
            cairo_set_source_rgb(surface.context, 0, 0, 0)
            try painter.draw(page)
            cairo_show_page(surface.context)
        }
        writeOutline(on: surface.surface)
        return PageLabelTree.repaired(try surface.finish())
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
                    Localized(zh: "没有第 \(index + 1) 页，或分辨率不在 10 到 1200 之间", en: "no page \(index + 1), or a resolution outside 10 … 1200")))
        }
        let page = document.pages[index]
        let scale = dpi / 72
        let surface = try CairoSurface.image(
            width: Int((page.width * scale).rounded()), height: Int((page.height * scale).rounded()))
        cairo_set_source_rgb(surface.context, 1, 1, 1)
        cairo_paint(surface.context)
        cairo_set_source_rgb(surface.context, 0, 0, 0)
        cairo_scale(surface.context, scale, scale)
        try PagePainter(context: surface.context, shaper: shaper).draw(page)
        return try surface.png()
    }

    private func writeMetadata(on surface: OpaquePointer) {
        let metadata = document.metadata
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, metadata.author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, metadata.subject)
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords.joined(separator: ", "))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Yinfa")
        // Cairo would take the clock. A report without a date takes the epoch of its format's first year: the
        // bytes must not depend on when it was typeset.
        let day = metadata.date?.isoText ?? "2000-01-01"
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day + "T00:00:00+08:00")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, day + "T00:00:00+08:00")
    }

    private func writeOutline(on surface: OpaquePointer) {
        var parents: [Int: Int32] = [:]
        for entry in document.outline {
            let target = "page=\(entry.page + 1) pos=[\(tenths(entry.position.x)) \(tenths(entry.position.y))]"
            let parent = parents[entry.level - 1] ?? Int32(CAIRO_PDF_OUTLINE_ROOT)
            parents[entry.level] = cairo_pdf_surface_add_outline(
                surface, parent, entry.title, target, cairo_pdf_outline_flags_t(CAIRO_PDF_OUTLINE_FLAG_OPEN.rawValue))
        }
    }

    private func tenths(_ length: Double) -> String {
        let tenths = Int((length * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
