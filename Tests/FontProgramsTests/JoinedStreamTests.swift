import TestSupport
import Testing

@testable import FontPrograms
@testable import PDFReading

@Suite("Pieces that were packed once are joined by copying")
struct JoinedStreamTests {
    private func bytes(_ count: Int, below bound: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8(generator.next(below: bound)) }
    }

    @Test("zlib unpacks what was joined: the head, and the pieces one after the other")
    func unpacked() throws {
        var generator = SeededGenerator(seed: 20_221_231)
        for round in 0..<200 {
            let sample = bytes(2000, below: 1 + generator.next(below: 256), &generator)
            var counts = [Int](repeating: 0, count: 256)
            for byte in sample { counts[Int(byte)] += 1 }
            let code = LiteralCode(counts: counts)
            // Bytes that the sample does not have come, too.
            let contents = (0..<generator.next(below: 40)).map { _ in
                bytes(generator.next(below: 300), below: 256, &generator)
            }
            let head = bytes(
                round == 0 ? 0 : generator.next(below: round == 1 ? 200_000 : 3000), below: 256, &generator)
            let pieces = contents.map { JoinablePiece($0, code: code) }
            let stream = JoinedStream.join(head: head, pieces, code: code)
            #expect(try Inflation.inflate(stream[...], limit: 1 << 24) == head + contents.flatMap { $0 })
        }
    }

    @Test("No code is longer than DEFLATE allows, and none is wasted, however uneven the bytes are")
    func lengths() {
        // Counts after Fibonacci make the deepest trees.
        var fibonacci = [1, 1]
        while fibonacci.count < 60 { fibonacci.append(fibonacci[fibonacci.count - 1] + fibonacci[fibonacci.count - 2]) }
        for counts in [fibonacci, [Int](repeating: 1, count: 257), [Int](repeating: 0, count: 256) + [1_000_000]] {
            let lengths = CodeLengths.of(counts, longest: 15)
            #expect(lengths.allSatisfy { (1...15).contains($0) })
            // Kraft: the codes fill the tree, and no more.
            #expect(lengths.reduce(0) { $0 + (1 << (15 - Int($1))) } == 1 << 15)
        }
    }

    @Test("Bits follow bits, whatever is in the last word")
    func bits() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var (whole, joined) = (BitStream(), BitStream())
            for _ in 0..<generator.next(below: 12) {
                var part = BitStream()
                for _ in 0..<generator.next(below: 40) {
                    let count = generator.next(below: 16)
                    let value = UInt32(generator.next(below: 1 << count))
                    part.append(value, count: count)
                    whole.append(value, count: count)
                }
                joined.append(part)
            }
            var (first, second): ([UInt8], [UInt8]) = ([], [])
            whole.appendBytes(to: &first)
            joined.appendBytes(to: &second)
            #expect(whole.count == joined.count && first == second)
        }
    }
}
