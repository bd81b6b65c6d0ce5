internal import CPango
public import FontPrograms
internal import PangoShaping
public import ReportModel
internal import Typesetting

/// The pages as Cairo writes them, and the fonts that they lack: glyphs are drawn with stand-ins.
public struct DrawnPages {
    public var pdf: [UInt8]
    public var fonts: [FontSubset]
}

extension DocumentDrawing {
    /// The pages as PDF, without anything that describes them: `PDFFinishing` makes the finished file of it.
    /// - Parameters:
    ///   - tagged: a page then comes as two. The first holds what belongs to the structure tree; each of
    ///     `Page.marks` is a marked-content sequence whose identifier is its place. The second holds the artifacts, which
    ///     Cairo 1.16 has no mark for.
    ///   - bleed: of pages for a press, in points: they are drawn that much larger on each side. Pictures then come so
    ///     that their colours can become inks: JPEG in colours of screens decoded, JPEG in inks as it is.
    /// - Throws: `DiagnosticsError` where an image is damaged, a face must not be embedded, or Cairo fails.
    public func pdf(tagged: Bool, bleed: Double? = nil) throws(DiagnosticsError) -> DrawnPages {
        try requireEmbeddableFaces()
        let first = document.pages.first
        let surface = try CairoSurface.pdf(width: first?.width ?? 0, height: first?.height ?? 0)
        // A later version would let newer releases of Cairo pack objects into streams.
        cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
        let ledger = try GlyphLedger(document, shaper: shaper)
        let painter = PagePainter(context: surface.context, shaper: shaper, ledger: ledger, isForPress: bleed != nil)
        for page in document.pages {
            let beyond = bleed ?? 0
            cairo_pdf_surface_set_size(surface.surface, page.width + 2 * beyond, page.height + 2 * beyond)
            try painter.drawAsOnePage(beyond: beyond) { painter throws(DiagnosticsError) in
                if tagged { try painter.drawMarked(page) } else { try painter.draw(page.items) }
            }
            if tagged {
                try painter.drawAsOnePage(beyond: beyond) { painter throws(DiagnosticsError) in
                    try painter.draw(page.artifacts)
                }
            }
        }
        return DrawnPages(pdf: try surface.finish(), fonts: ledger.subsets)
    }

    /// Licences of type speak through the file itself (OpenType, OS/2 fsType).
    private func requireEmbeddableFaces() throws(DiagnosticsError) {
        var sizes: [FaceID: Double] = [:]
        for page in document.pages {
            for case .glyphs(let run) in page.items.lazy.map(\.content) { sizes[run.face] = run.size }
        }
        var problems: [Diagnostic] = []
        for (face, size) in sizes.sorted(by: { $0.key < $1.key }) where try !shaper.mayBeEmbedded(face, size: size) {
            problems.append(embeddingForbidden(shaper.faces[face.index].path))
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    private func embeddingForbidden(_ path: String) -> Diagnostic {
        Diagnostic(
            "fonts.embedding-forbidden", .error,
            Localized(
                zh: "字体文件“\(path)”的许可不准把它（或它的子集）嵌入文件",
                en: "the font file “\(path)” does not allow itself, or a subset, to be embedded"),
            hint: Localized(
                zh: "在 fonts/official/ 换一个准许嵌入的版本，或移走这个文件，用自由字体代替",
                en:
                    "put a version that allows it into fonts/official/, or move the file away: a free face then serves instead"
            ),
            fault: .machine)
    }
}

extension PagePainter {
    /// Each mark is a leaf in Cairo's eyes; what it is to be called is written by the finishing.
    fileprivate func drawMarked(_ page: Page) throws(DiagnosticsError) {
        for mark in page.marks {
            cairo_tag_begin(context, "Span", nil)
            try draw(mark.items.map { page.items[$0] })
            cairo_tag_end(context, "Span")
        }
    }

    /// - Parameter distance: from the edge of what is drawn to that of the page.
    fileprivate func drawAsOnePage(
        beyond distance: Double, _ draw: (PagePainter) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) {
        cairo_translate(context, distance, distance)
        cairo_set_source_rgb(context, 0, 0, 0)
        try draw(self)
        cairo_show_page(context)
        // Not by saving and restoring, which would take the font back, too.
        cairo_translate(context, -distance, -distance)
    }
}
