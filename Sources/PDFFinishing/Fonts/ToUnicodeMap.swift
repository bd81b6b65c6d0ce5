/// What each code of a font says (ISO 32000-1 9.10.3).
struct ToUnicodeMap {
    let bytes: [UInt8]

    /// - Parameter texts: of the codes 1, 2, 3 …; an empty one is of a glyph that says nothing by itself.
    init(_ texts: [String]) {
        var map = PDFText(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <ffff>
            endcodespacerange

            """)
        let ranges = ToUnicodeMap.ranges(count: texts.count)
        // As many as an operator may have (Adobe Technical Note 5014).
        for start in stride(from: 0, to: ranges.count, by: 100) {
            let part = ranges[start..<min(start + 100, ranges.count)]
            map.append(part.count)
            map.append(" beginbfrange\n")
            for range in part { ToUnicodeMap.append(range, texts, to: &map) }
            map.append("endbfrange\n")
        }
        map.append(
            """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end

            """)
        bytes = map.bytes
    }

    /// The codes from 1, in ranges of which each has one first byte.
    private static func ranges(count: Int) -> [Range<Int>] {
        stride(from: 0, through: count, by: 256).compactMap { start in
            let range = max(start, 1)..<min(start + 256, count + 1)
            return range.isEmpty ? nil : range
        }
    }

    private static func append(_ codes: Range<Int>, _ texts: [String], to map: inout PDFText) {
        for code in [codes.lowerBound, codes.upperBound - 1] {
            map.append("<")
            map.append(code: UInt16(code))
            map.append(">")
        }
        map.append("[")
        for code in codes {
            let text = texts[code - 1].isEmpty ? "\u{FFFD}" : texts[code - 1]
            map.append(utf16: text)
        }
        map.append("]\n")
    }
}
