internal import CPango
internal import ReportModel

/// A font map that knows the book's faces and no others. One a worker; it is never shared or passed on.
final class FontMap {
    let map: UnsafeMutablePointer<PangoFontMap>
    let context: OpaquePointer
    private let config: OpaquePointer
    private var fonts: [FontKey: UnsafeMutablePointer<PangoFont>] = [:]

    private struct FontKey: Hashable {
        var face: Int
        var size: Double
    }

    /// - Throws: `DiagnosticsError`, of the machine's fault, where fontconfig, Pango or a font file fails.
    init(_ faces: [LocatedFace]) throws(DiagnosticsError) {
        _ = FontMap.emptyDefault
        guard let config = FcConfigCreate(), let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw DiagnosticsError(FontMap.failure(Localized(zh: "字体系统无法启动", en: "the font system does not start")))
        }
        self.config = config
        self.map = map
        for (number, face) in faces.enumerated() {
            // The first file makes the configuration's own set of fonts; its entries are then named by us.
            if number == 0 { FcConfigAppFontAddFile(config, face.path) }
            guard let file = FontFile(path: face.path, index: face.index),
                file.register(in: config, family: FontMap.family(number))
            else {
                throw DiagnosticsError(
                    FontMap.failure(
                        Localized(zh: "字体文件“\(face.path)”无法读取", en: "the font file “\(face.path)” cannot be read")))
            }
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
        for font in fonts.values { g_object_unref(font) }
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
        FcConfigDestroy(config)
    }

    /// The face at a size; loaded once.
    func font(_ face: Int, size: Double) throws(DiagnosticsError) -> UnsafeMutablePointer<PangoFont> {
        let key = FontKey(face: face, size: size)
        if let font = fonts[key] { return font }
        let description = description(face, size: size)
        defer { pango_font_description_free(description) }
        guard let font = pango_font_map_load_font(map, context, description) else {
            throw DiagnosticsError(FontMap.failure(Localized(zh: "字体无法打开", en: "a font does not open")))
        }
        fonts[key] = font
        return font
    }

    func description(_ face: Int, size: Double) -> OpaquePointer {
        let description = pango_font_description_new()!
        pango_font_description_set_family(description, FontMap.family(face))
        pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
        return description
    }

    /// Pango starts fontconfig's default configuration, whatever it is used for, which reads every font of the
    /// machine's. One that is there already, and empty, it leaves alone.
    private static let emptyDefault: Bool = FcConfigSetCurrent(FcConfigCreate()) != 0

    private static func family(_ number: Int) -> String { "yinfa-\(number)" }

    private static func failure(_ message: Localized) -> Diagnostic {
        Diagnostic("fonts.library", .error, message, fault: .machine)
    }
}
