internal import CPango
public import FontPrograms
internal import PangoShaping
public import ReportModel
public import Typesetting

/// What Cairo has drawn of a document, and the fonts of the text that it has not.
public struct DrawnPages {
    /// Of each page up to two, if there is something on them: what belongs to the structure tree, each of
    /// `PageLayers.drawnMarks` a marked-content sequence; then the rest, which Cairo 1.16 has no mark for; then one for
    /// each of its overlays. Empty where nothing is drawn at all.
    public var pdf: [UInt8]
    /// Of the faces whose text is still to be written.
    public var fonts: [FaceID: FontProgram]
    /// What the pages show of PDF files, by the data of the pictures that stand in for it.
    public var pictures: [[UInt8]: ImageSource]
}

extension DocumentDrawing {
    /// Draws all but the text of faces that `PDFFinishing` embeds; it makes the finished file of it.
    /// - Parameters:
    ///   - tagged: whether there is a structure tree.
    ///   - bleed: of pages for a press, in points: they are drawn that much larger on each side. Pictures then come so
    ///     that their colours can become inks: JPEG in colours of screens decoded, JPEG in inks as it is.
    /// - Throws: `DiagnosticsError` where an image is damaged, a face must not be embedded, or Cairo fails.
    public func pdf(tagged: Bool, bleed: Double? = nil) throws(DiagnosticsError) -> DrawnPages {
        try requireEmbeddableFaces()
        let fonts = try writableFonts()
        let faces = Set(fonts.keys)
        let layers = document.pages.map { PageLayers($0, isTagged: tagged, writing: faces) }
        guard layers.contains(where: { !$0.drawnMarks.isEmpty || !$0.drawnRest.isEmpty || !$0.overlays.isEmpty }) else {
            return DrawnPages(pdf: [], fonts: fonts, pictures: [:])
        }
        let surface = try CairoSurface.pdf(width: 0, height: 0)
        // A later version would let newer releases of Cairo pack objects into streams.
        cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
        let painter = PagePainter(context: surface.context, shaper: shaper, isForPress: bleed != nil)
        for (page, layers) in zip(document.pages, layers) {
            let beyond = bleed ?? 0
            cairo_pdf_surface_set_size(surface.surface, page.width + 2 * beyond, page.height + 2 * beyond)
            let marks = layers.drawnMarks
            if !marks.isEmpty {
                try painter.drawAsOnePage(beyond: beyond) { painter throws(DiagnosticsError) in
                    try painter.drawMarked(marks, on: page)
                }
            }
            if !layers.drawnRest.isEmpty {
                try painter.drawAsOnePage(beyond: beyond) { painter throws(DiagnosticsError) in
                    try painter.draw(layers.drawnRest.map { page.items[$0] })
                }
            }
            for overlay in layers.overlays {
                try painter.drawAsOnePage(beyond: beyond) { painter throws(DiagnosticsError) in
                    try painter.draw([page.items[overlay.item]])
                }
            }
        }
        return DrawnPages(pdf: try surface.finish(), fonts: fonts, pictures: PDFStandIn.all(in: document))
    }

    /// The fonts of faces all of whose glyphs, as far as the document shows them, can be embedded by us.
    private func writableFonts() throws(DiagnosticsError) -> [FaceID: FontProgram] {
        var fonts: [FaceID: FontProgram] = [:]
        var drawnFaces: Set<FaceID> = []
        for page in document.pages {
            for case .glyphs(let run) in page.items.lazy.map(\.content) where !drawnFaces.contains(run.face) {
                if fonts[run.face] == nil { fonts[run.face] = try shaper.program(of: run.face, size: run.size) }
                if let font = fonts[run.face], run.glyphs.allSatisfy({ font.prepare($0.id) }) { continue }
                fonts[run.face] = nil
                drawnFaces.insert(run.face)
            }
        }
        return fonts
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
    fileprivate func drawMarked(_ marks: [PageMark], on page: Page) throws(DiagnosticsError) {
        for mark in marks {
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
