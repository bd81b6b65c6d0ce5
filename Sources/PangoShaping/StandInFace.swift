internal import CPango
internal import FontPrograms

/// A `StandInFont` as Cairo draws with it.
final class StandInFace {
    private let face: OpaquePointer
    private var sizes: [Double: OpaquePointer] = [:]

    /// Nil where FreeType or Cairo fails.
    init?(_ metrics: FontMetrics, name: String, in library: FreeTypeLibrary) {
        let font = MemoryFont(StandInFont.make(metrics, name: name), in: library)
        guard let opened = font.face,
            let face = cairo_ft_font_face_create_for_ft_face(opened, Int32(FT_LOAD_NO_HINTING))
        else { return nil }
        self.face = face
        // Cairo keeps fonts for a while after they were given back.
        let status = cairo_font_face_set_user_data(face, MemoryFont.key, Unmanaged.passRetained(font).toOpaque()) {
            pointer in
            if let pointer { Unmanaged<MemoryFont>.fromOpaque(pointer).release() }
        }
        guard status == CAIRO_STATUS_SUCCESS else { return nil }
    }

    deinit {
        for font in sizes.values { cairo_scaled_font_destroy(font) }
        cairo_font_face_destroy(face)
    }

    /// Owned by this object.
    func scaledFont(size: Double) -> OpaquePointer? {
        if let known = sizes[size] { return known }
        var matrix = cairo_matrix_t(xx: size, yx: 0, xy: 0, yy: size, x0: 0, y0: 0)
        var identity = cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        let font = cairo_scaled_font_create(face, &matrix, &identity, options)
        sizes[size] = font
        return font
    }
}

/// FreeType, which every face that is opened by us alone belongs to.
final class FreeTypeLibrary {
    let library: FT_Library?

    init() {
        var library: FT_Library?
        self.library = FT_Init_FreeType(&library) == 0 ? library : nil
    }

    deinit { if let library { FT_Done_FreeType(library) } }
}

/// A font file in memory, open.
private final class MemoryFont {
    private(set) var face: FT_Face?
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    /// Outlives its faces.
    private let library: FreeTypeLibrary
    /// Only its address counts.
    nonisolated(unsafe) static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)

    init(_ font: [UInt8], in library: FreeTypeLibrary) {
        self.library = library
        bytes = .allocate(capacity: font.count)
        _ = bytes.initialize(from: font)
        var face: FT_Face?
        let status = FT_New_Memory_Face(library.library, bytes.baseAddress, FT_Long(bytes.count), 0, &face)
        self.face = status == 0 ? face : nil
    }

    deinit {
        if let face { FT_Done_Face(face) }
        bytes.deallocate()
    }
}
