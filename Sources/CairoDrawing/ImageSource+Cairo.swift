internal import CPango
public import ReportModel
public import Typesetting

extension ImageSource {
    /// Reads the whole image, not only its header.
    /// - Throws: `DiagnosticsError` where the file is cut off or damaged.
    public func checkReadable() throws(DiagnosticsError) {
        cairo_surface_destroy(try cairoSurface())
        guard format == .png || isWholeJPEG else { throw DiagnosticsError(damaged) }
    }

    /// Whether the end mark follows the picture data; one in a preview that the file carries in its head does not count.
    private var isWholeJPEG: Bool {
        var position = 2
        while position + 4 <= bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            if marker == 0xDA {
                let data = bytes[position...]
                return zip(data, data.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
            }
            position += marker == 0xFF ? 1 : 2 + Int(bytes[position + 2]) << 8 + Int(bytes[position + 3])
        }
        return false
    }

    /// A surface with the image; the caller destroys it.
    /// - Throws: `DiagnosticsError` where the file is damaged.
    func cairoSurface() throws(DiagnosticsError) -> OpaquePointer {
        switch format {
        case .png: try pngSurface()
        case .jpeg: try jpegSurface()
        }
    }

    private func pngSurface() throws(DiagnosticsError) -> OpaquePointer {
        let reader = ByteReader(bytes)
        let surface = cairo_image_surface_create_from_png_stream(
            ByteReader.read, Unmanaged.passUnretained(reader).toOpaque())
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw DiagnosticsError(damaged)
        }
        return surface
    }

    /// JPEG data goes into a PDF as it is: the surface carries it, and has no pixels of its own.
    private func jpegSurface() throws(DiagnosticsError) -> OpaquePointer {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        let status = cairo_surface_set_mime_data(
            surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(bytes.count),
            { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }, copy)
        guard let surface, status == CAIRO_STATUS_SUCCESS else {
            copy.deallocate()
            cairo_surface_destroy(surface)
            throw DiagnosticsError(damaged)
        }
        return surface
    }

    private var damaged: Diagnostic {
        Diagnostic("figure.damaged", .error, Localized(zh: "图片文件已损坏", en: "the image file is damaged"))
    }
}

private final class ByteReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    static let read: cairo_read_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
        let reader = Unmanaged<ByteReader>.fromOpaque(closure).takeUnretainedValue()
        guard reader.rest.count >= Int(length) else { return CAIRO_STATUS_READ_ERROR }
        for offset in 0..<Int(length) { data[offset] = reader.rest[reader.rest.startIndex + offset] }
        reader.rest = reader.rest.dropFirst(Int(length))
        return CAIRO_STATUS_SUCCESS
    }
}
