internal import FontPrograms

/// Writes a composite font (ISO 32000-1 9.7) with exactly the glyphs of a subset.
struct FontWriter {
    private let font: FontSubset
    /// With the tag that tells subsets of the same font apart.
    private let name: String

    init(_ font: FontSubset) {
        self.font = font
        name = SubsetTag.of(font) + "+" + font.program.name
    }

    /// - Parameter number: of the font's object, which the pages refer to.
    func write(as number: Int, into file: inout PDFFile) {
        let embedded = font.program.subset(font.glyphs.map(\.id), name: name)
        let program = file.addStream(embedded.packed, entries(for: embedded) + "/Filter/FlateDecode")
        let descriptor = file.add(descriptor(program: program))
        let descendant = file.add(descendant(descriptor: descriptor))
        let texts = file.addStream(
            file.deflate.compress(ToUnicodeMap(font.glyphs.map(\.text)).bytes), "/Filter/FlateDecode")
        file.put(
            PDFText(
                "<</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H/DescendantFonts[\(descendant) 0 R]/ToUnicode \(texts) 0 R>>"
            ), as: number)
    }

    private func entries(for embedded: EmbeddedFont) -> String {
        switch font.program.kind {
        case .cff: "/Subtype/CIDFontType0C"
        case .trueType: "/Length1 \(embedded.length)"
        }
    }

    private func descriptor(program: Int) -> PDFText {
        let metrics = font.program.metrics
        let box = metrics.box.map { String(metrics.thousandths($0)) }.joined(separator: " ")
        let ascent = metrics.thousandths(metrics.ascent)
        // The height of capitals and the weight of stems only help to choose another font, which is never needed.
        return PDFText(
            "<</Type/FontDescriptor/FontName/\(name)/Flags 4/FontBBox[\(box)]/ItalicAngle \(metrics.italicAngle)"
                + "/Ascent \(ascent)/Descent \(metrics.thousandths(metrics.descent))/CapHeight \(ascent)/StemV 80"
                + "/FontFile\(font.program.kind == .cff ? 3 : 2) \(program) 0 R>>")
    }

    private func descendant(descriptor: Int) -> PDFText {
        // Codes are the numbers of glyphs, which TrueType fonts have to be told (ISO 19005-2 6.2.11.3.2).
        let kind = font.program.kind == .cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity"
        var text = PDFText(
            "<</Type/Font/Subtype/\(kind)/BaseFont/\(name)/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor \(descriptor) 0 R/DW 1000/W[")
        appendWidths(to: &text)
        text.append("]>>")
        return text
    }

    /// Those that are not an em, in runs (ISO 32000-1 9.7.4.3).
    private func appendWidths(to text: inout PDFText) {
        var isRun = false
        for (index, id) in ([0] + font.glyphs.map(\.id)).enumerated() {
            let width = font.program.metrics.width(of: id)
            if width == 1000 {
                if isRun { text.append("]") }
                isRun = false
                continue
            }
            if isRun {
                text.append(" ")
            } else {
                text.append(" ")
                text.append(index)
                text.append("[")
            }
            isRun = true
            text.append(width)
        }
        if isRun { text.append("]") }
    }
}

/// Six letters before the name of a font that is not whole (ISO 32000-1 9.6.4), made of what it has.
private enum SubsetTag {
    static func of(_ font: FontSubset) -> String {
        // FNV-1a, of the glyphs in their order.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in font.glyphs { hash = (hash ^ UInt64(glyph.id)) &* 0x0000_0100_0000_01B3 }
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(Unicode.Scalar(UInt8(0x41 + hash % 26)))
            hash /= 26
        }
        return tag
    }
}

extension FontMetrics {
    /// In thousandths of an em, as a PDF states it.
    func width(of glyph: UInt32) -> Int { thousandths(Int(advances[min(Int(glyph), advances.count - 1)])) }
}
