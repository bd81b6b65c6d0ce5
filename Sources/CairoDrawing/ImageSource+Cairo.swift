internal import CPango
internal import ReportModel
public import Typesetting

extension ImageSource {
    /// Whether the whole file can be read, not its header alone. JPEG and PDF go into a PDF as they are, and are not
    /// decoded.
    public var canBeDrawn: Bool {
        switch format {
        case .png:
            guard let surface = try? pngSurface() else { return false }
            cairo_surface_destroy(surface)
            return true
        case .jpeg: return true
        case .svg: return SVGDocument(bytes) != nil
        case .pdf: return true
        }
    }

    /// A surface with a picture of pixels; the caller destroys it.
    /// - Throws: `DiagnosticsError` where the file is damaged.
    func cairoSurface(for target: ImageTarget) throws(DiagnosticsError) -> OpaquePointer {
        if format == .pdf {
            guard target == .document else { throw DiagnosticsError(PDFStandIn.notAsPixels) }
            return try PDFStandIn(image: self).surface()
        }
        guard format == .jpeg else { return try pngSurface() }
        if target.takes(componentCount: JPEGPicture.componentCount(bytes)) {
            return try ImageSource.jpegSurface(bytes, width: width, height: height)
        }
        guard let picture = JPEGPicture(bytes), let surface = picture.surface() else {
            throw DiagnosticsError(ImageSource.damaged)
        }
        return surface
    }

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
    static func jpegSurface(
        _ bytes: [UInt8], width: Double, height: Double
    ) throws(DiagnosticsError) -> OpaquePointer {
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

/// What a picture is drawn on.
enum ImageTarget {
    case pixels
    /// A PDF whose colours are those of screens (sRGB).
    case document
    /// A PDF whose colours will be inks.
    case press

    /// Whether it takes JPEG data of so many components a pixel as they are: one is grey, three are light, four are inks.
    fileprivate func takes(componentCount: Int?) -> Bool {
        switch self {
        case .pixels: false
        case .document: componentCount != 4
        case .press: componentCount != 3
        }
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
