internal import CPango
internal import ReportModel
public import Typesetting

extension ImageSource {
    /// Whether the whole file can be read, not its header alone. JPEG goes into a PDF as it is, and is not decoded.
    public var canBeDrawn: Bool {
        switch format {
        case .png:
            guard let surface = try? pngSurface() else { return false }
            cairo_surface_destroy(surface)
            return true
        case .jpeg: return true
        case .svg: return SVGDocument(bytes) != nil
        }
    }

    /// A surface with a picture of pixels; the caller destroys it.
    /// - Parameter undecoded: whether the target takes JPEG data as it is.
    /// - Throws: `DiagnosticsError` where the file is damaged.
    func cairoSurface(undecoded: Bool) throws(DiagnosticsError) -> OpaquePointer {
        guard format == .jpeg else { return try pngSurface() }
        guard !undecoded || isForPrinting else { return try jpegSurface() }
        guard let picture = JPEGPicture(bytes), let surface = picture.surface() else {
            throw DiagnosticsError(ImageSource.damaged)
        }
        return surface
    }

    /// JPEG data in four inks. The colours of a document are those of screens (sRGB), so that it is decoded.
    private var isForPrinting: Bool { format == .jpeg && JPEGPicture.componentCount(bytes) == 4 }

    private func pngSurface() throws(DiagnosticsError) -> OpaquePointer {
        let reader = ByteReader(bytes)
        let surface = cairo_image_surface_create_from_png_stream(
            ByteReader.read, Unmanaged.passUnretained(reader).toOpaque())
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw DiagnosticsError(ImageSource.damaged)
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
            throw DiagnosticsError(ImageSource.damaged)
        }
        return surface
    }

    static var damaged: Diagnostic {
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
