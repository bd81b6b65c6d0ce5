internal import CPango
internal import ReportModel

/// A face of the book, opened: a font map of its own that knows this face and no other. Never shared or passed on.
final class OpenFace {
    let context: OpaquePointer
    /// No fallback: the face was chosen by us.
    let attributes: OpaquePointer?
    /// Reused for every piece of text.
    let glyphs: UnsafeMutablePointer<PangoGlyphString>
    var coverage = CharacterCoverage()
    var sizes: [Double: SizedFace] = [:]
    /// As it goes into PDFs; asked for once, and nil in itself where Cairo has to embed it.
    var embeddable: EmbeddableFace??
    private var selected = 0.0
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let config: OpaquePointer

    /// - Throws: `DiagnosticsError`, of the machine's fault, where fontconfig, Pango or the font file fails.
    init(_ face: LocatedFace) throws(DiagnosticsError) {
        _ = OpenFace.emptyDefault
        guard let config = FcConfigCreate(), let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT),
            let glyphs = pango_glyph_string_new()
        else {
            throw DiagnosticsError(OpenFace.failure(Localized(zh: "字体系统无法启动", en: "the font system does not start")))
        }
        self.config = config
        self.map = map
        self.glyphs = glyphs
        attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
        // A configuration has no set of fonts until something is added; what is no font leaves the set empty, and
        // the one face is then described by us. (Adding the file would scan every face of a collection.)
        FcConfigAppFontAddFile(config, "")
        guard let file = FontFile(path: face.path, index: face.index),
            file.register(in: config, family: OpenFace.family)
        else {
            pango_attr_list_unref(attributes)
            pango_glyph_string_free(glyphs)
            g_object_unref(map)
            FcConfigDestroy(config)
            throw DiagnosticsError(
                OpenFace.failure(
                    Localized(zh: "字体文件“\(face.path)”无法读取", en: "the font file “\(face.path)” cannot be read")))
        }
        pango_fc_font_map_set_config(yinfa_fc_font_map(map), config)
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        context = pango_font_map_create_context(map)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    deinit {
        pango_attr_list_unref(attributes)
        pango_glyph_string_free(glyphs)
        for face in sizes.values { g_object_unref(face.font) }
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
        FcConfigDestroy(config)
    }

    /// The face at a size, to be released with this object.
    func loadFont(size: Double) throws(DiagnosticsError) -> UnsafeMutablePointer<PangoFont> {
        let description = description(size: size)
        defer { pango_font_description_free(description) }
        guard let font = pango_font_map_load_font(map, context, description) else {
            throw DiagnosticsError(OpenFace.failure(Localized(zh: "字体无法打开", en: "a font does not open")))
        }
        return font
    }

    /// The caller frees it.
    private func description(size: Double) -> OpaquePointer? {
        let description = pango_font_description_new()
        pango_font_description_set_family(description, OpenFace.family)
        pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
        return description
    }

    /// Makes the text of the context come in this size.
    func select(size: Double) {
        guard size != selected else { return }
        selected = size
        let description = description(size: size)
        pango_context_set_font_description(context, description)
        pango_font_description_free(description)
    }

    /// Nothing else is in the map, so one name does for all.
    private static let family = "yinfa"

    /// Pango starts fontconfig's default configuration, whatever it is used for, which reads every font of the
    /// machine's. One that is there already, and empty, it leaves alone.
    private static let emptyDefault: Bool = FcConfigSetCurrent(FcConfigCreate()) != 0

    static func failure(_ message: Localized) -> Diagnostic {
        Diagnostic("fonts.library", .error, message, fault: .machine)
    }
}
