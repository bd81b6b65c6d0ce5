internal import CPango
package import ReportModel
package import Typesetting

extension PangoShaper {
    /// The face as Cairo draws it. Owned by the font map.
    package func scaledFont(_ face: FaceID, size: Double) throws(DiagnosticsError) -> OpaquePointer? {
        pango_cairo_font_get_scaled_font(yinfa_cairo_font(try openFace(face.index).font(size: size)))
    }

    /// Whether the face's licence, as its file states it, lets a subset of it go into a document. A face that does not
    /// open is told of when it is drawn.
    package func mayBeEmbedded(_ face: FaceID) -> Bool {
        (try? openFace(face.index).embeddingLicence.allowsSubset) ?? true
    }
}
