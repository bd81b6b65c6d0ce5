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
        // As many as an operator may have (Adobe Technical Note 5014).
        for start in stride(from: 0, to: texts.count, by: 100) {
            let part = start..<min(start + 100, texts.count)
            map.append(part.count)
            map.append(" beginbfchar\n")
            for index in part {
                map.append(hexadecimal: [UInt8(truncatingIfNeeded: (index + 1) >> 8), UInt8(truncatingIfNeeded: index + 1)])
                map.append(" ")
                let text = texts[index].isEmpty ? "\u{FFFD}" : texts[index]
                map.append(
                    hexadecimal: text.utf16.flatMap {
                        [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
                    })
                map.append("\n")
            }
            map.append("endbfchar\n")
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
}
