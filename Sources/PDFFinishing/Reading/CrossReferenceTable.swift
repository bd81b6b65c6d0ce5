/// The table at a file's end that says where its objects begin (ISO 32000-1 7.5.4), in one section.
struct CrossReferenceTable {
    /// From an object's beginning to the next one's; empty for free numbers.
    let extents: [Range<Int>]
    /// The number of the catalog.
    let root: Int

    init?(_ bytes: [UInt8]) {
        guard let keyword = CrossReferenceTable.lastIndex(of: "startxref\n", in: bytes) else { return nil }
        let start = CrossReferenceTable.number(in: bytes, at: keyword + 10)
        let header = Array("xref\n0 ".utf8)
        guard start + header.count < keyword, bytes[start...].starts(with: header) else { return nil }
        let count = CrossReferenceTable.number(in: bytes, at: start + header.count)
        guard let first = bytes[(start + header.count)...].firstIndex(of: 0x0A).map({ $0 + 1 }),
            count > 0, first + 20 * count < keyword
        else { return nil }
        var offsets: [Int] = []
        offsets.reserveCapacity(count)
        for number in 0..<count {
            // Entries are 20 bytes: ten digits of offset, a space, five of generation, n or f, and a line end.
            let entry = first + 20 * number
            let isInUse = bytes[entry + 17] == UInt8(ascii: "n")
            offsets.append(isInUse ? CrossReferenceTable.number(in: bytes, at: entry) : -1)
        }
        guard let extents = CrossReferenceTable.extents(offsets, end: start) else { return nil }
        self.extents = extents
        var trailer = PDFValueReader(bytes[(first + 20 * count + 8)...])
        guard let root = trailer.value()?["/Root"]?.referenced else { return nil }
        self.root = root
    }

    private static func extents(_ offsets: [Int], end: Int) -> [Range<Int>]? {
        var extents = [Range<Int>](repeating: 0..<0, count: offsets.count)
        var next = end
        for number in offsets.indices.filter({ offsets[$0] >= 0 }).sorted(by: { offsets[$0] > offsets[$1] }) {
            guard offsets[number] < next else { return nil }
            extents[number] = offsets[number]..<next
            next = offsets[number]
        }
        return extents
    }

    private static func number(in bytes: [UInt8], at position: Int) -> Int {
        var result = 0
        for byte in bytes[position...].prefix(10) {
            guard (0x30...0x39).contains(byte) else { break }
            result = 10 * result + Int(byte - 0x30)
        }
        return result
    }

    private static func lastIndex(of text: String, in bytes: [UInt8]) -> Int? {
        let pattern = Array(text.utf8)
        // It stands on one of the last lines.
        let first = max(0, bytes.count - 64)
        return (first..<max(first, bytes.count - pattern.count)).last { bytes[$0...].starts(with: pattern) }
    }
}
