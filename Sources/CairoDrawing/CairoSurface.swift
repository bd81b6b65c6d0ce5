internal import CPango
internal import PangoShaping
internal import ReportModel

/// Owns a Cairo surface and the context that draws on it. `finish()` consumes it, so that nobody reads its bytes
/// before they are complete.
struct CairoSurface: ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer
    /// What Cairo has written, for surfaces that write to a stream.
    private let sink: ByteSink?

    /// A PDF surface. Version 1.5, page size in points.
    static func pdf(width: Double, height: Double) throws(DiagnosticsError) -> CairoSurface {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height)
        return try make(surface, sink: sink)
    }

    /// A white image surface in pixels.
    static func image(width: Int, height: Int) throws(DiagnosticsError) -> CairoSurface {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        return try make(surface, sink: nil)
    }

    /// An image surface in pixels on which nothing is yet, not even white.
    static func transparentImage(width: Int, height: Int) throws(DiagnosticsError) -> CairoSurface {
        try make(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)), sink: nil)
    }

    private static func make(_ surface: OpaquePointer?, sink: ByteSink?) throws(DiagnosticsError) -> CairoSurface {
        guard let surface, let context = cairo_create(surface) else {
            throw DiagnosticsError(failure("out of memory"))
        }
        let made = CairoSurface(surface: surface, context: context, sink: sink)
        try made.check()
        return made
    }

    private init(surface: OpaquePointer, context: OpaquePointer, sink: ByteSink?) {
        self.surface = surface
        self.context = context
        self.sink = sink
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// - Throws: what Cairo recorded as its first error.
    func check() throws(DiagnosticsError) {
        for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw DiagnosticsError(CairoSurface.failure(String(cString: cairo_status_to_string(status))))
        }
    }

    /// Completes the PDF file.
    consuming func finish() throws(DiagnosticsError) -> [UInt8] {
        cairo_surface_finish(surface)
        try check()
        return sink?.bytes ?? []
    }

    /// The pixels of an image, row by row: alpha, red, green, blue, the colours multiplied by alpha.
    consuming func pixels() throws(DiagnosticsError) -> [UInt32] {
        cairo_surface_flush(surface)
        try check()
        guard let data = cairo_image_surface_get_data(surface) else { return [] }
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        let stride = Int(cairo_image_surface_get_stride(surface))
        return (0..<height).flatMap { row in
            (0..<width).map { column in
                UnsafeRawPointer(data).loadUnaligned(fromByteOffset: row * stride + 4 * column, as: UInt32.self)
            }
        }
    }

    /// The image as a PNG file.
    consuming func png() throws(DiagnosticsError) -> [UInt8] {
        cairo_surface_flush(surface)
        try check()
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw DiagnosticsError(CairoSurface.failure(String(cString: cairo_status_to_string(status))))
        }
        return sink.bytes
    }

    private static func failure(_ reason: String) -> Diagnostic {
        Diagnostic(
            "drawing.library", .error, Localized(zh: "Cairo 绘制失败：\(reason)", en: "Cairo failed: \(reason)"),
            fault: .machine)
    }
}

/// Takes what Cairo writes.
private final class ByteSink {
    var bytes: [UInt8] = []

    /// Valid as long as the sink lives.
    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
