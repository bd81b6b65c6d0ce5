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
    ///   - tagged: a page of the file is then one of the document's sheets, and tints tell the marks.
    ///   - bleed: of pages for a press, in points: they are drawn that much larger on each side. Pictures then come so
    ///     that their colours can become inks: JPEG in colours of screens decoded, JPEG in inks as it is.
    /// - Throws: `DiagnosticsError` where an image is damaged, a face must not be embedded, a page has more marks than can
    ///   be told apart, or Cairo fails.
    public func pdf(tagged: Bool, bleed: Double? = nil) throws(DiagnosticsError) -> DrawnPages {
        try requireEmbeddableFaces()
        let first = document.pages.first
        let surface = try CairoSurface.pdf(width: first?.width ?? 0, height: first?.height ?? 0)
        // A later version would let newer releases of Cairo pack objects into streams.
        cairo_pdf_surface_restrict_to_version(surface.surface, CAIRO_PDF_VERSION_1_4)
        let ledger = try GlyphLedger(document, shaper: shaper)
        let painter = PagePainter(context: surface.context, shaper: shaper, ledger: ledger, isForPress: bleed != nil)
        if tagged {
            for sheet in document.sheets {
                cairo_pdf_surface_set_size(
                    surface.surface, document.pages[sheet.pages.lowerBound].width, document.height(of: sheet))
                try painter.draw(document.pages[sheet.pages], pitch: sheet.pitch)
            }
        } else {
            let beyond = bleed ?? 0
            for page in document.pages {
                cairo_pdf_surface_set_size(surface.surface, page.width + 2 * beyond, page.height + 2 * beyond)
                try painter.draw(page, beyond: beyond)
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
    /// A page as a page of the file.
    fileprivate func draw(_ page: Page, beyond: Double) throws(DiagnosticsError) {
        cairo_set_source_rgb(context, 0, 0, 0)
        cairo_translate(context, beyond, beyond)
        try draw(page.items)
        cairo_translate(context, -beyond, -beyond)
        cairo_show_page(context)
    }

    /// A sheet as a page of the file: its pages one below the other, each mark in a tint of its own.
    fileprivate func draw(_ pages: ArraySlice<Page>, pitch: Double) throws(DiagnosticsError) {
        var number = 0
        for page in pages {
            for mark in page.marks {
                try draw(mark.items.map { page.items[$0] }, as: number)
                number += 1
            }
            try draw(page.artifacts, as: number)
            number += 1
            guard number <= MarkTint.limit else { throw DiagnosticsError(tooManyMarks) }
            cairo_translate(context, 0, pitch)
        }
        cairo_identity_matrix(context)
        cairo_show_page(context)
    }

    private func draw(_ items: [PageItem], as number: Int) throws(DiagnosticsError) {
        guard !items.isEmpty else { return }
        let isBlack = items.allSatisfy(\.isBlack)
        let colour = MarkTint(number: number, use: isBlack ? .ink : .sign).colour
        cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
        if !isBlack {
            cairo_rectangle(context, 0, 0, 1, 1)
            cairo_fill(context)
            cairo_set_source_rgb(context, 0, 0, 0)
        }
        try draw(items)
    }

    private var tooManyMarks: Diagnostic {
        Diagnostic(
            "drawing.too-many-marks", .error,
            Localized(
                zh: "报告的内容太多，无法分别标记（超过 \(MarkTint.limit) 处）",
                en: "the report has too much on its pages to be marked (more than \(MarkTint.limit) places)"))
    }
}

extension PageItem {
    /// Whether nothing of it has a colour of its own.
    fileprivate var isBlack: Bool {
        switch content {
        case .glyphs, .rule: ink == .black
        case .shape, .image: false
        }
    }
}
