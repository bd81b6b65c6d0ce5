/// A Huffman code for bytes and the end of a block, in the form of a block of DEFLATE (RFC 1951, 3.2.7) that has no
/// repetitions. All pieces that are written with one code can be joined in one block, by copying bits.
struct LiteralCode {
    /// For 0 … 255 and, at 256, the end of a block: the bits as they go into the stream, the first one lowest.
    private let codes: [UInt32]
    private let lengths: [UInt8]

    static let longest = 15

    /// - Parameter counts: how often each byte comes in what is typical of what will be written, 256 numbers.
    init(counts: [Int]) {
        precondition(counts.count == 256, "one number for each byte")
        lengths = CodeLengths.of(counts.map { $0 + 1 } + [1], longest: LiteralCode.longest)
        codes = LiteralCode.canonical(lengths)
    }

    /// - Parameter samples: from all over what will be written, so that the code depends on nothing else.
    init(samples: [UnsafeRawBufferPointer]) {
        var counts = [Int](repeating: 0, count: 256)
        for sample in samples {
            for byte in sample { counts[Int(byte)] += 1 }
        }
        self.init(counts: counts)
    }

    /// What the last block of a stream begins with, up to its first byte.
    func appendHeader(to bits: inout BitStream) {
        bits.append(1, count: 1)
        bits.append(2, count: 2)
        // 257 lengths of literals, and one of a distance, which is 0: there are none.
        bits.append(0, count: 5)
        bits.append(0, count: 5)
        // The code lengths' own code gives each of 0 … 15 four bits, and leaves out the repetitions 16 … 18.
        bits.append(15, count: 4)
        for symbol in 0..<19 { bits.append(symbol < 3 ? 0 : 4, count: 3) }
        for length in lengths + [0] { bits.append(LiteralCode.reversed(UInt32(length), count: 4), count: 4) }
    }

    func appendEnd(to bits: inout BitStream) { bits.append(codes[256], count: Int(lengths[256])) }

    func encode(_ bytes: [UInt8]) -> BitStream {
        var bits = BitStream()
        for byte in bytes { bits.append(codes[Int(byte)], count: Int(lengths[Int(byte)])) }
        return bits
    }

    /// Of the same lengths, codes go up with their symbols (RFC 1951, 3.2.2).
    private static func canonical(_ lengths: [UInt8]) -> [UInt32] {
        var codes = [UInt32](repeating: 0, count: lengths.count)
        var code: UInt32 = 0
        for length in 1...longest {
            code <<= 1
            for symbol in lengths.indices where Int(lengths[symbol]) == length {
                codes[symbol] = reversed(code, count: length)
                code += 1
            }
        }
        return codes
    }

    /// Codes go into the stream from their highest bit.
    private static func reversed(_ code: UInt32, count: Int) -> UInt32 {
        var (rest, result) = (code, UInt32(0))
        for _ in 0..<count {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }
}

/// Lengths of the best code in which none is longer than allowed (Huffman; where it is too deep, with the rare made less
/// rare until it is not).
enum CodeLengths {
    static func of(_ counts: [Int], longest: Int) -> [UInt8] {
        var counts = counts
        while true {
            let lengths = huffman(counts)
            if lengths.max() ?? 0 <= longest { return lengths.map { UInt8($0) } }
            counts = counts.map { $0 / 2 + 1 }
        }
    }

    private static func huffman(_ counts: [Int]) -> [Int] {
        // Nodes: the symbols, then the pairs. Both queues are in ascending order, so that the least two are in front.
        let leaves = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
        var weights = counts
        var parents = [Int](repeating: -1, count: 2 * counts.count - 1)
        var (nextLeaf, nextPair) = (0, counts.count)
        func takeLeast() -> Int {
            let isLeaf =
                nextPair == weights.count
                || nextLeaf < leaves.count && weights[leaves[nextLeaf]] <= weights[nextPair]
            defer { if isLeaf { nextLeaf += 1 } else { nextPair += 1 } }
            return isLeaf ? leaves[nextLeaf] : nextPair
        }
        for pair in counts.count..<parents.count {
            let (first, second) = (takeLeast(), takeLeast())
            parents[first] = pair
            parents[second] = pair
            weights.append(weights[first] + weights[second])
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for node in stride(from: parents.count - 2, through: 0, by: -1) { depths[node] = depths[parents[node]] + 1 }
        return Array(depths[..<counts.count])
    }
}
