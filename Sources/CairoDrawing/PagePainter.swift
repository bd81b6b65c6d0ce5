internal import CPango
internal import PangoShaping
internal import ReportModel
internal import Typesetting

/// Draws the frames of a page, on white; never measures. Between items the source is black.
struct PagePainter {
    let context: OpaquePointer
    let shaper: PangoShaper
    /// Whether the target will be turned into inks.
    var isForPress = false

    func draw(_ items: [PageItem]) throws(DiagnosticsError) {
        var strokes = RuleStrokes(context: context)
        for item in items {
            // What is drawn together is drawn before anything else is.
            switch item.content {
            case .rule(let rule) where item.ink == .black:
                strokes.add(rule)
            default:
                strokes.draw()
                try draw(item)
            }
        }
        strokes.draw()
    }

    private func draw(_ item: PageItem) throws(DiagnosticsError) {
        take(item.ink)
        try draw(item.content, in: item.ink)
        take(.black)
    }

    private func draw(_ content: PageItem.Content, in ink: Ink) throws(DiagnosticsError) {
        switch content {
        case .glyphs(let run): try draw(run)
        case .rule(let rule): draw(rule)
        case .shape(let shape): draw(shape, in: ink)
        case .image(let image): try draw(image)
        }
    }

    private func take(_ ink: Ink) {
        switch ink {
        case .black: cairo_set_source_rgb(context, 0, 0, 0)
        case .red: cairo_set_source_rgb(context, 1, 0, 0)
        }
    }

    private func draw(_ run: GlyphRun) throws(DiagnosticsError) {
        cairo_set_scaled_font(context, try shaper.scaledFont(run.face, size: run.size))
        let glyphs = run.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
        let clusters = run.clusters.map {
            cairo_text_cluster_t(num_bytes: Int32($0.utf8Count), num_glyphs: Int32($0.glyphCount))
        }
        var text = run.text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                cairo_show_text_glyphs(
                    context, characters.baseAddress, Int32(characters.count), glyphs, Int32(glyphs.count), clusters,
                    Int32(clusters.count), cairo_text_cluster_flags_t(0))
            }
        }
    }

    private func draw(_ rule: Rule) {
        var strokes = RuleStrokes(context: context)
        strokes.add(rule)
        strokes.draw()
    }

    private func draw(_ shape: Shape, in ink: Ink) {
        append(shape.segments)
        switch shape.fill {
        case .gray(let level)?: fill(level)
        case .pattern(let pattern)?:
            // White below it, so that nothing behind the shape is taken for a part of its pattern.
            fill(1)
            draw(pattern)
            append(shape.segments)
        case nil: break
        }
        if let stroke = shape.stroke {
            if shape.fill != nil, ink != .black { take(ink) }
            cairo_set_line_width(context, stroke.width)
            cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
            cairo_stroke_preserve(context)
            cairo_set_dash(context, nil, 0, 0)
        }
        cairo_new_path(context)
    }

    private func append(_ segments: [Shape.Segment]) {
        cairo_new_path(context)
        for segment in segments {
            switch segment {
            case .move(let point): cairo_move_to(context, point.x, point.y)
            case .line(let point): cairo_line_to(context, point.x, point.y)
            case .curve(let a, let b, let end): cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
            case .close: cairo_close_path(context)
            }
        }
    }

    private func fill(_ gray: Double) {
        cairo_set_source_rgb(context, gray, gray, gray)
        cairo_fill_preserve(context)
        cairo_set_source_rgb(context, 0, 0, 0)
    }

    private func draw(_ placed: PlacedImage) throws(DiagnosticsError) {
        let (image, frame) = (placed.image, placed.frame)
        guard image.format != .svg else {
            shaper.offerFacesToDrawings()
            guard let document = SVGDocument(image.bytes) else { throw DiagnosticsError(ImageSource.damaged) }
            cairo_save(context)
            defer { cairo_restore(context) }
            // It stays within its frame, whatever it says of overflow: what it covered on the page, Cairo would leave out.
            cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
            cairo_clip(context)
            guard document.draw(on: context, x: frame.x, y: frame.y, width: frame.width, height: frame.height) else {
                throw DiagnosticsError(ImageSource.damaged)
            }
            return
        }
        let isPDF = cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF
        let surface = try image.cairoSurface(for: isForPress ? .press : isPDF ? .document : .pixels)
        defer { cairo_surface_destroy(surface) }
        let (width, height) = image.format == .pdf ? (1, 1) : (image.width, image.height)
        cairo_save(context)
        cairo_translate(context, frame.x, frame.y)
        cairo_scale(context, frame.width / width, frame.height / height)
        cairo_set_source_surface(context, surface, 0, 0)
        // Any better filter makes Cairo ask the reader to interpolate, which PDF/A forbids; on paper it changes nothing.
        if isPDF { cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST) }
        cairo_rectangle(context, 0, 0, width, height)
        cairo_fill(context)
        cairo_restore(context)
    }
}
