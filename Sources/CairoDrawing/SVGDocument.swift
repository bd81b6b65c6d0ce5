internal import CRsvg

/// An SVG file, read. Draws lines and text; what is outside of the file it never sees.
struct SVGDocument: ~Copyable {
    private let handle: UnsafeMutablePointer<RsvgHandle>

    /// Nil where the bytes are no SVG.
    init?(_ bytes: [UInt8]) {
        let drawing = SVGLinks.removed(from: bytes)
        guard let handle = drawing.withUnsafeBytes({ yinfa_rsvg_open($0.baseAddress, gsize($0.count)) }) else {
            return nil
        }
        self.handle = handle
    }

    deinit { yinfa_rsvg_close(handle) }

    /// Draws it into a rectangle of a Cairo context; false where the library cannot.
    func draw(on context: OpaquePointer, x: Double, y: Double, width: Double, height: Double) -> Bool {
        yinfa_rsvg_draw(handle, UnsafeMutableRawPointer(context), x, y, width, height) != 0
    }
}
