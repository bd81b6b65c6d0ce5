/// Cairo 1.16 leaves out the first entry of the page label tree where labels begin with a plain 1, so that no page
/// has a label. This puts it in, and moves the cross-reference table's offsets along.
enum PageLabelTree {
    private static let empty = Array("<< /Nums [\n  ]\n>>".utf8)
    private static let decimal = Array("<< /Nums [ 0 << /S /D >> ] >>".utf8)

    /// The file with the entry; the file as it is where Cairo wrote the tree whole.
    static func repaired(_ pdf: [UInt8]) -> [UInt8] {
        guard let hole = lastRange(of: empty, in: pdf), let table = crossReferenceTable(of: pdf) else { return pdf }
        let shift = decimal.count - empty.count
        var result = pdf
        // Entries are 20 bytes: ten digits of offset, a space, five of generation, n or f, and a line end.
        for entry in stride(from: table.entries.lowerBound, to: table.entries.upperBound, by: 20) {
            let offset = number(in: pdf, at: entry)
            if offset > hole.lowerBound { write(offset + shift, into: &result, at: entry) }
        }
        result.replaceSubrange(table.startNumber, with: Array(String(table.start + shift).utf8))
        result.replaceSubrange(hole, with: decimal)
        return result
    }

    private static func crossReferenceTable(
        of pdf: [UInt8]
    ) -> (start: Int, startNumber: Range<Int>, entries: Range<Int>)? {
        guard let keyword = lastRange(of: Array("startxref\n".utf8), in: pdf) else { return nil }
        let digits = pdf[keyword.upperBound...].prefix { (0x30...0x39).contains($0) }
        let start = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let header = Array("xref\n0 ".utf8)
        guard start > 0, start + header.count < pdf.count, pdf[start...].starts(with: header) else { return nil }
        let count = pdf[(start + header.count)...].prefix { (0x30...0x39).contains($0) }
        let first = count.endIndex + 1
        let end = first + 20 * count.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard end <= pdf.count else { return nil }
        return (start, digits.startIndex..<digits.endIndex, first..<end)
    }

    private static func number(in pdf: [UInt8], at position: Int) -> Int {
        pdf[position..<position + 10].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    private static func write(_ number: Int, into pdf: inout [UInt8], at position: Int) {
        var rest = number
        for digit in (0..<10).reversed() {
            pdf[position + digit] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
    }

    private static func lastRange(of pattern: [UInt8], in pdf: [UInt8]) -> Range<Int>? {
        var start = pdf.count - pattern.count
        while start >= 0 {
            if pdf[start] == pattern[0], pdf[start..<start + pattern.count].elementsEqual(pattern) {
                return start..<start + pattern.count
            }
            start -= 1
        }
        return nil
    }
}
