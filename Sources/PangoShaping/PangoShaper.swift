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

    func openFace(_ index: Int) throws(DiagnosticsError) -> OpenFace {
        if let face = openFaces[index] { return face }
        let face = try OpenFace(faces[index])
        openFaces[index] = face
        return face
    }

    public func shape(_ text: String, in style: TextStyle) throws(DiagnosticsError) -> ShapedText {
        guard !text.isEmpty else { return ShapedText(clusters: []) }
        let key = CacheKey(text: text, face: style.face, size: style.size)
        if let known = cache[key] { return known }
        let shaped = try shapeAnew(text, in: style)
        // Labels, figures and fixed wording come again in every report; long text hardly ever does.
        if text.utf8.count <= 240, shaped.missing.isEmpty, !shaped.usesFallback(from: fallback), cache.count < 8192 { cache[key] = shaped }
        return shaped
    }

    private func shapeAnew(_ text: String, in style: TextStyle) throws(DiagnosticsError) -> ShapedText {
        guard let role = faceOfRole[style.face] else { throw DiagnosticsError(unknownRole(style.face)) }
        var result = ShapedText(clusters: [])
        for piece in try pieces(of: text, role: role, style: style, missing: &result.missing) {
            try shape(piece.text, face: piece.face, size: style.size, into: &result.clusters)
        }
        return result
    }

    /// Begins a new record of substituted characters.
    public func forgetSubstitutions() { substitutions = [:] }

    // MARK: Choice of faces

    /// The text cut where its face changes. We choose the face, not fontconfig: the role's own, else the first
    /// fallback face that has the character.
    private func pieces(
        of text: String, role: Int, style: TextStyle, missing: inout [Unicode.Scalar]
    ) throws(DiagnosticsError) -> [(text: String, face: Int)] {
        var pieces: [(text: String, face: Int)] = []
        for character in text {
            // Never more than ASCII: the quotes and dashes of Chinese text must come from the Chinese face.
            var face = character.isASCII ? latinOfRole[style.face] ?? role : role
            if let lacking = try firstLacking(character, face: face, size: style.size) {
                var found: Int?
                for candidate in fallback {
                    if try firstLacking(character, face: candidate, size: style.size) == nil {
                        found = candidate
                        break
                    }
                }
                if let found {
                    face = found
                    substitutions[style.face, default: [:]][found, default: []].insert(lacking)
                } else if !missing.contains(lacking) {
                    missing.append(lacking)
                }
            }
            if pieces.last?.face == face {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append((String(character), face))
            }
        }
        return pieces
    }

    private func firstLacking(_ character: Character, face: Int, size: Double) throws(DiagnosticsError) -> Unicode.Scalar? {
        let font = try openFace(face).font(size: size)
        return character.unicodeScalars.first {
            pango_font_has_char(font, $0.value) == 0 && !$0.properties.isDefaultIgnorableCodePoint
        }
    }

    // MARK: Shaping

    private func shape(_ text: String, face: Int, size: Double, into clusters: inout [ShapedCluster]) throws(DiagnosticsError) {
        let open = try openFace(face)
        let font = try open.font(size: size)
        open.select(size: size)
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return }
                let attributes = pango_attr_list_new()
                pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
                let items = pango_itemize(open.context, start, 0, Int32(characters.count), attributes, nil)
                pango_attr_list_unref(attributes)
                let glyphs = pango_glyph_string_new()
                var item = items
                while let node = item {
                    let pangoItem = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
                    pango_shape_with_flags(
                        start + Int(pangoItem.pointee.offset), pangoItem.pointee.length, start,
                        Int32(characters.count), &pangoItem.pointee.analysis, glyphs, PANGO_SHAPE_NONE)
                    if let glyphs {
                        append(glyphs.pointee, of: pangoItem.pointee, bytes, face, font, to: &clusters)
                    }
                    pango_item_free(pangoItem)
                    item = node.pointee.next
                }
                pango_glyph_string_free(glyphs)
                g_list_free(items)
            }
        }
    }

    private func append(
        _ glyphs: PangoGlyphString, of item: PangoItem, _ bytes: UnsafeBufferPointer<UInt8>, _ face: Int,
        _ font: UnsafeMutablePointer<PangoFont>, to clusters: inout [ShapedCluster]
    ) {
        let unit = Double(PANGO_SCALE)
        let count = Int(glyphs.num_glyphs)
        var index = 0
        while index < count {
            let start = Int(glyphs.log_clusters[index])
            var next = index + 1
            while next < count, Int(glyphs.log_clusters[next]) == start { next += 1 }
            let end = next < count ? Int(glyphs.log_clusters[next]) : Int(item.length)
            var x = 0.0
            var placed: [ShapedCluster.Glyph] = []
            for number in index..<next {
                let info = glyphs.glyphs[number]
                placed.append(
                    ShapedCluster.Glyph(
                        id: info.glyph, x: x + Double(info.geometry.x_offset) / unit,
                        y: Double(info.geometry.y_offset) / unit))
                x += Double(info.geometry.width) / unit
            }
            let offset = Int(item.offset)
            let text = String(decoding: bytes[offset + start..<offset + end], as: UTF8.self)
            var cluster = ShapedCluster(
                text: text, face: FaceID(index: face), glyph: placed[0], furtherGlyphs: Array(placed.dropFirst()),
                advance: x)
            if let scalar = text.unicodeScalars.first, CharacterClass(scalar).isFullWidthMark {
                var ink = PangoRectangle()
                pango_font_get_glyph_extents(font, placed[0].id, &ink, nil)
                cluster.inkLeft = Double(ink.x) / unit
                cluster.inkRight = Double(ink.x + ink.width) / unit
            }
            clusters.append(cluster)
            index = next
        }
    }

    private func unknownRole(_ role: FontRole) -> Diagnostic {
        Diagnostic(
            "fonts.unknown-role", .error,
            Localized(zh: "样式使用的字体用途“\(role)”不在字体簿中", en: "the style names a role “\(role)” that the font book does not have"),
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
