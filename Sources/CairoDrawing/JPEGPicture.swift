internal import CPango
internal import CRsvg

/// A JPEG file, decoded.
struct JPEGPicture: ~Copyable {
    private let picture: OpaquePointer

    /// Nil where the bytes are no whole JPEG.
    init?(_ bytes: [UInt8]) {
        guard let picture = bytes.withUnsafeBytes({ yinfa_jpeg_open($0.baseAddress, gsize($0.count)) }) else { return nil }
        self.picture = picture
    }

    deinit { yinfa_jpeg_close(picture) }

    /// A surface with its pixels; the caller destroys it. Nil where memory is short.
    func surface() -> OpaquePointer? {
        let (width, height) = (Int(gdk_pixbuf_get_width(picture)), Int(gdk_pixbuf_get_height(picture)))
        let channels = Int(gdk_pixbuf_get_n_channels(picture))
        guard let source = gdk_pixbuf_read_pixels(picture),
            let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
            let target = cairo_image_surface_get_data(surface)
        else { return nil }
        let sourceStride = Int(gdk_pixbuf_get_rowstride(picture))
        let targetStride = Int(cairo_image_surface_get_stride(surface))
        for y in 0..<height {
            target.advanced(by: y * targetStride).withMemoryRebound(to: UInt32.self, capacity: width) { row in
                var pixel = source.advanced(by: y * sourceStride)
                for x in 0..<width {
                    row[x] = UInt32(pixel[0]) << 16 | UInt32(pixel[1]) << 8 | UInt32(pixel[2])
                    pixel += channels
                }
            }
        }
        cairo_surface_mark_dirty(surface)
        return surface
    }
}
