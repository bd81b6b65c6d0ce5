internal import CPango
public import ReportForms
public import ReportModel
public import Typesetting

/// `TextShaper` by Pango and HarfBuzz. Bound to one worker: it holds C objects and is not `Sendable`.
public final class PangoShaper: TextShaper {
    public let faces: [LocatedFace]
    /// Characters that fell to a fallback face, under the role they were asked in and the face's place in `faces`.
    public private(set) var substitutions: [FontRole: [Int: Set<Unicode.Scalar>]] = [:]
    /// Opened when a character first asks for them: most reports need no fallback face.
    private var openFaces: [Int: OpenFace] = [:]
    lazy var drawingFaces = DrawingFaces(faces)
    private let faceOfRole: [FontRole: Int]
    private let latinOfRole: [FontRole: Int]
    private let fallback: [Int]
    private var cache: [CacheKey: ShapedText] = [:]

    private struct CacheKey: Hashable {
        var text: String
        var face: FontRole
        var size: Double
    }

    public init(_ located: LocatedFonts) {
        faces = located.faces
        var roles: [FontRole: Int] = [:]
        var latin: [FontRole: Int] = [:]
        for (index, face) in located.faces.enumerated() {
            guard let role = face.role else { continue }
            // A file that serves several roles is one face, and goes into a PDF once.
            let index = located.faces.firstIndex { $0.path == face.path && $0.index == face.index } ?? index
            switch face.part {
            case .all: roles[role] = index
            case .latin: latin[role] = index
            }
        }
        faceOfRole = roles
        latinOfRole = latin
        fallback = located.faces.indices.filter { located.faces[$0].role == nil }
    }

    /// The face as Cairo draws it. Owned by the font map.
    package func scaledFont(_ face: FaceID, size: Double) throws(DiagnosticsError) -> OpaquePointer? {
        pango_cairo_font_get_scaled_font(yinfa_cairo_font(try sizedFace(face.index, size: size).font))
    }

    /// Whether the face's licence, as its file states it, lets a subset of it go into a document.
    package func mayBeEmbedded(_ face: FaceID, size: Double) throws(DiagnosticsError) -> Bool {
        EmbeddingLicence(pango_font_get_hb_font(try sizedFace(face.index, size: size).font)).allowsSubset
    }

    private func openFace(_ index: Int) throws(DiagnosticsError) -> OpenFace {
        if let face = openFaces[index] { return face }
        let face = try OpenFace(faces[index])
        openFaces[index] = face
        return face
    }

    public func shape(_ text: String, in style: TextStyle) throws(DiagnosticsError) -> ShapedText {
        guard !text.isEmpty else { return ShapedText() }
        let key = CacheKey(text: text, face: style.face, size: style.size)
        if let known = cache[key] { return known }
        let shaped = try shapeAnew(text, in: style)
        // Labels, figures and fixed wording come again in every report; long text hardly ever does.
        if text.utf8.count <= 240, shaped.missing.isEmpty, !shaped.usesFallback(from: fallback) {
            // What does not come again fills it in time; what does is soon there again.
            if cache.count == 1024 { cache.removeAll(keepingCapacity: true) }
            cache[key] = shaped
        }
        return shaped
    }

    /// A Han character stands for itself wherever it is: its glyph is asked for once a face and size. Only what may
    /// depend on its neighbours is shaped together.
    private func shapeAnew(_ text: String, in style: TextStyle) throws(DiagnosticsError) -> ShapedText {
        guard let role = faceOfRole[style.face] else { throw DiagnosticsError(unknownRole(style.face)) }
        let main = try sizedFace(role, size: style.size)
        // Never more than ASCII: the quotes and dashes of Chinese text must come from the Chinese face.
        let latin = try latinOfRole[style.face].map { index throws(DiagnosticsError) in
            try sizedFace(index, size: style.size)
        }
        return try Array(text.utf8).withUnsafeBufferPointer { bytes throws(DiagnosticsError) in
            var result = ShapedText()
            result.clusters.reserveCapacity(bytes.count / 3 + 8)
            var start = 0
            var position = 0
            // The face of what stands between `start` and `position`.
            var face = main
            while position < bytes.count {
                if let scalar = HanScalar.decode(bytes, at: position), let known = main.hanGlyphs[scalar],
                    position + 3 == bytes.count || !bytes.scalar(at: position + 3).joinsPrevious
                {
                    face.shape(bytes, start..<position, into: &result)
                    result.clusters.append(
                        ShapedCluster(
                            scalar: scalar, offset: position, length: 3, face: main.id,
                            glyph: ShapedGlyph(id: known.id),
                            advance: known.advance))
                    position += 3
                    start = position
                    continue
                }
                let scalar = bytes.scalar(at: position)
                if position == start || !scalar.joinsPrevious {
                    let next = try self.face(
                        for: scalar, preferring: scalar.isASCII ? latin ?? main : main, style, missing: &result.missing)
                    if next !== face {
                        face.shape(bytes, start..<position, into: &result)
                        start = position
                        face = next
                    }
                }
                position += UTF8.width(scalar)
            }
            face.shape(bytes, start..<position, into: &result)
            return result
        }
    }

    /// Begins a new record of substituted characters.
    public func forgetSubstitutions() { substitutions = [:] }

    // MARK: Choice of faces

    /// We choose the face, not fontconfig: the role's own, else the first fallback face that has the character.
    private func face(
        for scalar: Unicode.Scalar, preferring preferred: SizedFace, _ style: TextStyle, missing: inout [Unicode.Scalar]
    ) throws(DiagnosticsError) -> SizedFace {
        if preferred.has(scalar) { return preferred }
        for candidate in fallback {
            let face = try sizedFace(candidate, size: style.size)
            guard face.has(scalar) else { continue }
            substitutions[style.face, default: [:]][candidate, default: []].insert(scalar)
            return face
        }
        if !missing.contains(scalar) { missing.append(scalar) }
        return preferred
    }

    func sizedFace(_ index: Int, size: Double) throws(DiagnosticsError) -> SizedFace {
        let open = try openFace(index)
        if let known = open.sizes[size] { return known }
        let face = SizedFace(open, FaceID(index: index), size: size, font: try open.loadFont(size: size))
        open.sizes[size] = face
        return face
    }

    private func unknownRole(_ role: FontRole) -> Diagnostic {
        Diagnostic(
            "fonts.unknown-role", .error,
            Localized(
                zh: "样式使用的字体用途“\(role)”不在字体簿中", en: "the style names a role “\(role)” that the font book does not have"),
            hint: Localized(
                zh: "字体簿中的用途：\(faceOfRole.keys.sorted().map(\.rawValue).joined(separator: "、"))",
                en: "roles of the book: \(faceOfRole.keys.sorted().map(\.rawValue).joined(separator: ", "))"))
    }
}

extension ShapedText {
    /// Text with substituted characters is shaped anew each time, so that each report's record is complete.
    fileprivate func usesFallback(from faces: [Int]) -> Bool {
        clusters.contains { faces.contains($0.face.index) }
    }
}
