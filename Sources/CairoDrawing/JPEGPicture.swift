internal import CPango
internal import CRsvg

/// A JPEG file, decoded.
struct JPEGPicture: ~Copyable {
    private let picture: OpaquePointer

    /// Nil where the bytes are no whole JPEG.
    init?(_ bytes: [UInt8]) {
        guard let picture = bytes.withUnsafeBytes({ yinfa_jpeg_open($0.baseAddress, gsize($0.count)) }) else {
            return nil
        }
        self.picture = picture
    }

    deinit { yinfa_jpeg_close(picture) }

    /// How many components a pixel has: one for grey, three for colours of light, four for inks.
    static func componentCount(_ bytes: [UInt8]) -> Int? {
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
            } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return Int(bytes[position + 9])
            } else {
                position += 2 + (Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
            }
        }
        return nil
    }

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
