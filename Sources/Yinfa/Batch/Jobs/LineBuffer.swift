/// Bytes as they come in, given out line by line.
struct LineBuffer {
    private var bytes: [UInt8] = []
    /// Where the next line begins, and how far no line end was found.
    private var start = 0
    private var searched = 0

    mutating func append(_ more: some Collection<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole line without its line end; nil where there is none yet.
    mutating func next() -> [UInt8]? {
        guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
            searched = bytes.count
            return nil
        }
        defer { (start, searched) = (end + 1, end + 1) }
        return Array(bytes[start..<end])
    }

    /// What came after the last line end.
    var rest: ArraySlice<UInt8> { bytes[start...] }

    mutating func removeAll() {
        bytes.removeAll()
        (start, searched) = (0, 0)
    }
}
