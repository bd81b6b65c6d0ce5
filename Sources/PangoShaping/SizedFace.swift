internal import CPango
internal import Typesetting

/// A face at a size, with what was shaped in it before.
final class SizedFace {
    /// Owns this.
    unowned let open: OpenFace
    let id: FaceID
    let size: Double
    let font: UnsafeMutablePointer<PangoFont>
    var hanGlyphs = HanGlyphs()
    /// Marks, numbers and words come again and again.
    private var pieces: [PieceKey: ShapedText] = [:]

    init(_ open: OpenFace, _ id: FaceID, size: Double, font: UnsafeMutablePointer<PangoFont>) {
        self.open = open
        self.id = id
        self.size = size
        self.font = font
    }

    func has(_ scalar: Unicode.Scalar) -> Bool {
        open.coverage.contains(scalar) { pango_font_has_char(font, $0.value) != 0 }
    }

    /// Adds the clusters of a part of a text that is all in this face.
    func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into result: inout ShapedText) {
        guard !range.isEmpty else { return }
        let key = PieceKey(bytes, range)
        if let key, let known = pieces[key] {
            result.append(known, movedBy: range.lowerBound)
            return
        }
        var piece = ShapedText()
        shapeByPango(UnsafeBufferPointer(rebasing: bytes[range]), into: &piece)
        result.append(piece, movedBy: range.lowerBound)
        if let key {
            if pieces.count == 1024 { pieces.removeAll(keepingCapacity: true) }
            pieces[key] = piece
        }
        for cluster in piece.clusters where cluster.isLoneHan {
            hanGlyphs[cluster.scalar] = HanGlyph(id: cluster.glyph.id, advance: cluster.advance)
        }
    }

    private func shapeByPango(_ bytes: UnsafeBufferPointer<UInt8>, into result: inout ShapedText) {
        guard let base = bytes.baseAddress else { return }
        open.select(size: size)
        base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
            let items = pango_itemize(open.context, characters, 0, Int32(bytes.count), open.attributes, nil)
            var item = items
            while let node = item {
                let pangoItem = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
                pango_shape_with_flags(
                    characters + Int(pangoItem.pointee.offset), pangoItem.pointee.length, characters,
                    Int32(bytes.count), &pangoItem.pointee.analysis, open.glyphs, PANGO_SHAPE_NONE)
                append(open.glyphs.pointee, of: pangoItem.pointee, bytes, to: &result)
                pango_item_free(pangoItem)
                item = node.pointee.next
            }
            g_list_free(items)
        }
    }

    private func append(
        _ glyphs: PangoGlyphString, of item: PangoItem, _ bytes: UnsafeBufferPointer<UInt8>, to result: inout ShapedText
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
                    id: info.glyph, x: x + Double(info.geometry.x_offset) / unit,
                    y: Double(info.geometry.y_offset) / unit)
                if number == index { first = glyph } else { result.furtherGlyphs.append(glyph) }
                x += Double(info.geometry.width) / unit
            }
            let offset = Int(item.offset) + start
            var cluster = ShapedCluster(
                scalar: bytes.scalar(at: offset), offset: offset, length: end - start, face: id, glyph: first,
                furtherGlyphs: firstFurther..<result.furtherGlyphs.count, advance: x)
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
}

/// Some bytes of UTF-8, up to sixteen: most marks, numbers and words.
private struct PieceKey: Hashable {
    private var bytes: SIMD2<UInt64>
    private var count: UInt8

    init?(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard range.count <= 16 else { return nil }
        bytes = .zero
        count = UInt8(range.count)
        for (index, byte) in text[range].enumerated() { bytes[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8) }
    }
}

extension ShapedText {
    fileprivate mutating func append(_ piece: ShapedText, movedBy offset: Int) {
        let further = furtherGlyphs.count
        for cluster in piece.clusters {
            var cluster = cluster
            cluster.offset += offset
            cluster.furtherGlyphs =
                cluster.furtherGlyphs.lowerBound + further..<cluster.furtherGlyphs.upperBound + further
            clusters.append(cluster)
        }
        furtherGlyphs += piece.furtherGlyphs
    }
}
