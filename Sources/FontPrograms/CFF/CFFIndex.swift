/// An INDEX of a CFF table: byte strings one after the other (Adobe Technical Note 5176, 5). Every access is checked,
/// since fonts come from anywhere.
struct CFFIndex {
    let count: Int
    /// Where the next structure begins.
    let end: Int
    private let table: UnsafeRawBufferPointer
    private let offsetSize: Int
    private let offsets: Int
    /// Offsets count from the byte before the data.
    private let base: Int

    /// Nil where the table ends too early.
    init?(_ table: UnsafeRawBufferPointer, at start: Int) {
        guard let count = table.number(at: start, bytes: 2) else { return nil }
        self.table = table
        self.count = count
        guard count > 0 else {
            (offsetSize, offsets, base, end) = (1, start, start, start + 2)
            return
        }
        guard let size = table.number(at: start + 2, bytes: 1), (1...4).contains(size) else { return nil }
        offsetSize = size
        offsets = start + 3
        base = offsets + (count + 1) * size - 1
        guard let last = table.number(at: offsets + count * size, bytes: size), base + last <= table.count else {
            return nil
        }
        end = base + last
    }

    /// One of the strings; nil where there is none, or its offsets are wrong.
    subscript(_ number: Int) -> UnsafeRawBufferPointer? {
        guard (0..<count).contains(number),
            let from = table.number(at: offsets + number * offsetSize, bytes: offsetSize),
            let to = table.number(at: offsets + (number + 1) * offsetSize, bytes: offsetSize),
            from >= 1, from <= to, base + to <= end
        else { return nil }
        return UnsafeRawBufferPointer(rebasing: table[(base + from)..<(base + to)])
    }
}

extension UnsafeRawBufferPointer {
    /// A number of one to four bytes, the highest first; nil where there are not as many.
    func number(at offset: Int, bytes: Int) -> Int? {
        guard offset >= 0, offset <= count - bytes else { return nil }
        var result = 0
        for index in offset..<offset + bytes { result = result << 8 | Int(self[index]) }
        return result
    }
}
