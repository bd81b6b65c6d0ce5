internal import CPango
internal import ReportForms

extension PangoShaper {
    /// Makes the faces of the book the only ones that drawings made elsewhere (SVG) find, under their own family names;
    /// the body face answers to every other name too. Of this thread.
    package func offerFacesToDrawings() {
        guard let map = pango_cairo_font_map_get_default() else { return }
        pango_fc_font_map_set_config(yinfa_fc_font_map(map), drawingFaces.config)
    }
}

/// A configuration of fontconfig with the faces of a font book under their own names.
final class DrawingFaces {
    let config: OpaquePointer?

    init(_ faces: [LocatedFace]) {
        config = FcConfigCreate()
        guard let config else { return }
        // A configuration has no set of fonts until something is added.
        FcConfigAppFontAddFile(config, "")
        // Of faces that are equally near to what is asked for, fontconfig takes the first.
        let body = faces.filter { $0.role == "body" && $0.part == .all }
        var known: Set<String> = []
        for face in body + faces where known.insert("\(face.path)#\(face.index)").inserted {
            guard let file = FontFile(path: face.path, index: face.index) else { continue }
            _ = file.register(in: config, alsoAs: face.role == "body" ? ["serif", "sans-serif", "Sans", "Serif"] : [])
        }
    }

    deinit { if let config { FcConfigDestroy(config) } }
}
