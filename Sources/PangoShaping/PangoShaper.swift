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

    func openFace(_ index: Int) throws(DiagnosticsError) -> OpenFace {
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
        if text.utf8.count <= 240, shaped.missing.isEmpty, !shaped.usesFallback(from: fallback), cache.count < 8192 { cache[key] = shaped }
        return shaped
    }

    private func shapeAnew(_ text: String, in style: TextStyle) throws(DiagnosticsError) -> ShapedText {
        guard let role = faceOfRole[style.face] else { throw DiagnosticsError(unknownRole(style.face)) }
        var result = ShapedText()
        for piece in try pieces(of: text, role: role, style: style, missing: &result.missing) {
            try shape(text, piece.range, face: piece.face, size: style.size, into: &result)
        }
        return result
    }

    /// Begins a new record of substituted characters.
    public func forgetSubstitutions() { substitutions = [:] }

    // MARK: Choice of faces

    /// The text cut where its face changes, as ranges of its UTF-8. We choose the face, not fontconfig: the role's own,
    /// else the first fallback face that has the character.
    private func pieces(
        of text: String, role: Int, style: TextStyle, missing: inout [Unicode.Scalar]
    ) throws(DiagnosticsError) -> [(range: Range<Int>, face: Int)] {
        var pieces: [(range: Range<Int>, face: Int)] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            // Never more than ASCII: the quotes and dashes of Chinese text must come from the Chinese face.
            var face = scalar.isASCII ? latinOfRole[style.face] ?? role : role
            if joinsPrevious(scalar), let last = pieces.last {
                face = last.face
            } else if try !has(scalar, face: face, size: style.size) {
                if let found = try fallbackFace(for: scalar, size: style.size) {
                    face = found
                    substitutions[style.face, default: [:]][found, default: []].insert(scalar)
                } else if !missing.contains(scalar) {
                    missing.append(scalar)
                }
            }
            if let last = pieces.last, last.face == face {
                pieces[pieces.count - 1].range = last.range.lowerBound..<end
            } else {
                pieces.append((offset..<end, face))
            }
            offset = end
        }
        return pieces
    }

    /// Variation selectors, joiners and combining marks go with the character before them.
    private func joinsPrevious(_ scalar: Unicode.Scalar) -> Bool {
        // Nothing below combining marks, and no Han character, is asked for its properties.
        guard scalar.value >= 0x300, !(0x2E80...0xFAFF).contains(scalar.value) else { return false }
        return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .nonspacingMark
    }

    private func fallbackFace(for scalar: Unicode.Scalar, size: Double) throws(DiagnosticsError) -> Int? {
        for candidate in fallback where try has(scalar, face: candidate, size: size) { return candidate }
        return nil
    }

    private func has(_ scalar: Unicode.Scalar, face: Int, size: Double) throws(DiagnosticsError) -> Bool {
        let open = try openFace(face)
        let font = try open.font(size: size)
        return open.coverage.contains(scalar) { pango_font_has_char(font, $0.value) != 0 }
    }

    // MARK: Shaping

    /// Shapes a piece. A Han character stands for itself wherever it is: its glyph is asked for once a face and size;
    /// only what may depend on its neighbours goes through Pango each time.
    private func shape(
        _ text: String, _ range: Range<Int>, face: Int, size: Double, into result: inout ShapedText
    ) throws(DiagnosticsError) {
        let open = try openFace(face)
        let font = try open.font(size: size)
        open.select(size: size)
        var text = text
        text.withUTF8 { bytes in
            var start = range.lowerBound
            var position = start
            while position < range.upperBound {
                guard let scalar = HanScalar.decode(bytes, at: position), position + 3 <= range.upperBound else {
                    position += 1
                    continue
                }
                if let known = open.hanGlyphs[HanGlyphKey(scalar: scalar, size: size)] {
                    shapeByPango(bytes, start..<position, open, face, font, into: &result)
                    result.clusters.append(
                        ShapedCluster(
                            scalar: scalar, offset: position, length: 3, face: FaceID(index: face),
                            glyph: ShapedGlyph(id: known.id), advance: known.advance))
                    start = position + 3
                }
                position += 3
            }
            let first = result.clusters.count
            shapeByPango(bytes, start..<range.upperBound, open, face, font, into: &result)
            for cluster in result.clusters[first...] where cluster.isLoneHan {
                open.hanGlyphs[HanGlyphKey(scalar: cluster.scalar, size: size)] = HanGlyph(
                    id: cluster.glyph.id, advance: cluster.advance)
            }
        }
    }

    private func shapeByPango(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ open: OpenFace, _ face: Int,
        _ font: UnsafeMutablePointer<PangoFont>, into result: inout ShapedText
    ) {
        guard !range.isEmpty, let base = bytes.baseAddress else { return }
        base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
            let items = pango_itemize(
                open.context, characters, Int32(range.lowerBound), Int32(range.count), open.attributes, nil)
            var item = items
            while let node = item {
                let pangoItem = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
                pango_shape_with_flags(
                    characters + Int(pangoItem.pointee.offset), pangoItem.pointee.length, characters,
                    Int32(bytes.count), &pangoItem.pointee.analysis, open.glyphs, PANGO_SHAPE_NONE)
                append(open.glyphs.pointee, of: pangoItem.pointee, bytes, face, font, to: &result)
                pango_item_free(pangoItem)
                item = node.pointee.next
            }
            g_list_free(items)
        }
    }

    private func append(
        _ glyphs: PangoGlyphString, of item: PangoItem, _ bytes: UnsafeBufferPointer<UInt8>, _ face: Int,
        _ font: UnsafeMutablePointer<PangoFont>, to result: inout ShapedText
    ) {
        let unit = Double(PANGO_SCALE)
        let count = Int(glyphs.num_glyphs)
        var index = 0
        while index < count {
            let start = Int(glyphs.log_clusters[index])
            var next = index + 1
            while next < count, Int(glyphs.log_clusters[next]) == start { next += 1 }
            let end = next < count ? Int(glyphs.log_clusters[next]) : Int(item.length)
            let firstFurther = result.furtherGlyphs.count
            var x = 0.0
            var first = ShapedGlyph(id: 0)
            for number in index..<next {
                let info = glyphs.glyphs[number]
                let glyph = ShapedGlyph(
                    id: info.glyph, x: x + Double(info.geometry.x_offset) / unit, y: Double(info.geometry.y_offset) / unit)
                if number == index { first = glyph } else { result.furtherGlyphs.append(glyph) }
                x += Double(info.geometry.width) / unit
            }
            let offset = Int(item.offset) + start
            var cluster = ShapedCluster(
                scalar: bytes.scalar(at: offset), offset: offset, length: end - start, face: FaceID(index: face),
                glyph: first, furtherGlyphs: firstFurther..<result.furtherGlyphs.count, advance: x)
            if CharacterClass(cluster.scalar).isFullWidthMark {
                var ink = PangoRectangle()
                pango_font_get_glyph_extents(font, first.id, &ink, nil)
                cluster.inkLeft = Double(ink.x) / unit
                cluster.inkRight = Double(ink.x + ink.width) / unit
            }
            result.clusters.append(cluster)
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
