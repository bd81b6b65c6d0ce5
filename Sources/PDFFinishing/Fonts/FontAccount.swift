internal import FontPrograms

/// Counts the glyphs that a document shows in a face, and gives each its code.
struct FontAccount {
    /// A glyph that stands for several texts has a code in a copy of the font for each of them, since readers take the
    /// text from the code.
    private(set) var copies: [Copy] = []
    private let program: FontProgram

    struct Copy {
        var subset: FontSubset
        /// Of each glyph of the font: its code, from 1.
        fileprivate var codes: [UInt16]
        /// Of each code: its text, as far as it fits a number.
        fileprivate var texts: [UInt64] = [0]
    }

    struct Code {
        var copy: Int
        var number: UInt16
        /// In thousandths of an em.
        var width: Int
    }

    init(_ program: FontProgram) { self.program = program }

    /// - Parameters:
    ///   - glyph: one that is prepared in the program.
    ///   - text: in UTF-8; empty for a glyph that says nothing by itself.
    mutating func code(of glyph: UInt32, for text: UnsafeBufferPointer<UInt8>) -> Code {
        let key = FontAccount.key(text)
        for index in copies.indices {
            let number = copies[index].codes[Int(glyph)]
            if number == 0 { return enter(glyph, text, key, in: index) }
            if copies[index].says(number, text, key) { return code(glyph, number, in: index) }
        }
        copies.append(
            Copy(subset: FontSubset(program: program), codes: Array(repeating: 0, count: program.glyphCount)))
        return enter(glyph, text, key, in: copies.count - 1)
    }

    private mutating func enter(
        _ glyph: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ key: UInt64, in copy: Int
    ) -> Code {
        copies[copy].subset.glyphs.append(FontSubset.Glyph(id: glyph, text: String(decoding: text, as: UTF8.self)))
        copies[copy].texts.append(key)
        // A copy has no more codes than the font has glyphs.
        let number = UInt16(copies[copy].subset.glyphs.count)
        copies[copy].codes[Int(glyph)] = number
        return code(glyph, number, in: copy)
    }

    private func code(_ glyph: UInt32, _ number: UInt16, in copy: Int) -> Code {
        Code(copy: copy, number: number, width: program.metrics.width(of: glyph))
    }

    /// Up to seven bytes and their count; 0 for a text that is longer.
    private static func key(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard text.count < 8 else { return 0 }
        return text.reduce(UInt64(text.count) + 1) { $0 << 8 | UInt64($1) }
    }
}

extension FontAccount.Copy {
    fileprivate func says(_ number: UInt16, _ text: UnsafeBufferPointer<UInt8>, _ key: UInt64) -> Bool {
        guard texts[Int(number)] == key else { return false }
        return key != 0 || subset.glyphs[Int(number) - 1].text.utf8.elementsEqual(text)
    }
}
