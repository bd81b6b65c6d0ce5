/// Writes a font of CIDs 0, 1, 2 … in the form that PDF embeds as CIDFontType0C: everything up to the glyphs'
/// charstrings, which are last and are joined to it.
struct CFFWriter {
    private var bytes: [UInt8] = []

    /// - Parameters:
    ///   - name: the font's PostScript name.
    ///   - fontDicts: of each glyph, its place in the table's; at least one glyph, .notdef first.
    ///   - lengths: of the glyphs' charstrings.
    static func head(name: String, table: CFFTable, fontDicts: [Int], lengths: [Int]) -> [UInt8] {
        var writer = CFFWriter()
        writer.write(name, table, fontDicts, lengths)
        return writer.bytes
    }

    private mutating func write(_ name: String, _ table: CFFTable, _ fontDicts: [Int], _ lengths: [Int]) {
        let used = Set(fontDicts).sorted()
        // Header: version 1.0, its own size, offsets of four bytes.
        bytes += [1, 0, 4, 4]
        append(index: [Array(name.utf8)])
        let dictStart = bytes.count
        append(index: [topDict(table, [0, 0, 0, 0], glyphs: lengths.count)])
        append(index: [Array("Adobe".utf8), Array("Identity".utf8)])
        // No global subroutines.
        append(0, size: 2)
        let charset = bytes.count
        // Format 2: one range, of all glyphs but .notdef.
        bytes.append(2)
        append(1, size: 2)
        append(max(lengths.count - 2, 0), size: 2)
        let select = bytes.count
        appendSelection(fontDicts.map { number in used.firstIndex(of: number) ?? 0 })
        let privateDicts = used.map { privateDict(table.fontDicts[$0]) }
        var offsets: [Int] = []
        for dict in privateDicts {
            offsets.append(bytes.count)
            bytes += dict
        }
        let fontDictIndex = bytes.count
        append(
            index: zip(used, zip(privateDicts, offsets)).map { number, dict in
                fontDict(table.fontDicts[number], size: dict.0.count, offset: dict.1)
            })
        let charStrings = bytes.count
        appendOffsets(lengths)
        // The offsets are known only now; numbers of a fixed size keep everything in its place.
        var rewritten = CFFWriter()
        rewritten.append(
            index: [rewritten.topDict(table, [charset, select, charStrings, fontDictIndex], glyphs: lengths.count)])
        bytes.replaceSubrange(dictStart..<dictStart + rewritten.bytes.count, with: rewritten.bytes)
    }

    // MARK: Dicts

    /// - Parameter offsets: of charset, FDSelect, CharStrings and FDArray.
    private func topDict(_ table: CFFTable, _ offsets: [Int], glyphs: Int) -> [UInt8] {
        // The two strings of the font's own come after the 391 that are known to everyone.
        var dict = number(391) + number(392) + number(0) + [12, 30]
        if let matrix = table.fontMatrix { dict += Array(matrix) + [12, 7] }
        dict += number(glyphs) + [12, 34]
        dict += number(offsets[0]) + [15]
        dict += number(offsets[1]) + [12, 37]
        dict += number(offsets[2]) + [17]
        dict += number(offsets[3]) + [12, 36]
        return dict
    }

    private func fontDict(_ dict: CFFTable.FontDict, size: Int, offset: Int) -> [UInt8] {
        (dict.fontMatrix.map { Array($0) + [12, 7] } ?? []) + number(size) + number(offset) + [18]
    }

    private func privateDict(_ dict: CFFTable.FontDict) -> [UInt8] {
        dict.privateEntries.flatMap { entry in
            let code = entry.key.code
            return Array(entry.bytes)
                + (code > 255
                    ? [UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)]
                    : [UInt8(truncatingIfNeeded: code)])
        }
    }

    /// Always five bytes long.
    private func number(_ value: Int) -> [UInt8] {
        [29] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    // MARK: Structures

    private mutating func append(index strings: [[UInt8]]) {
        appendOffsets(strings.map(\.count))
        for string in strings { bytes += string }
    }

    /// An INDEX up to its data.
    private mutating func appendOffsets(_ lengths: [Int]) {
        append(lengths.count, size: 2)
        bytes.append(4)
        var offset = 1
        append(offset, size: 4)
        for length in lengths {
            offset += length
            append(offset, size: 4)
        }
    }

    /// FDSelect, format 3: ranges of glyphs that follow each other.
    private mutating func appendSelection(_ fontDicts: [Int]) {
        let starts = fontDicts.indices.filter { $0 == 0 || fontDicts[$0] != fontDicts[$0 - 1] }
        bytes.append(3)
        append(starts.count, size: 2)
        for start in starts {
            append(start, size: 2)
            append(fontDicts[start], size: 1)
        }
        append(fontDicts.count, size: 2)
    }

    private mutating func append(_ value: Int, size: Int) {
        for shift in stride(from: 8 * (size - 1), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
