import PDFSigning
import ReportModel
import TestSupport
import Testing

@Suite("Not one byte of what is signed can be changed")
struct MutationTests {
    /// Where the values of the signatures stand, which are the only bytes of a revision that its signature leaves out.
    private func gaps(_ bytes: [UInt8]) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start = 0
        while let found = bytes.offset(of: "/Contents <", from: start), let end = bytes.offset(of: ">", from: found) {
            gaps.append(found + 10..<end + 1)
            start = end
        }
        return gaps
    }

    /// What is found of a file, or nil where it is refused.
    private func verify(_ bytes: [UInt8], _ anchors: [Certificate]) -> SignatureVerification? {
        do throws(DiagnosticsError) {
            return try SignatureVerifier(anchors: anchors, at: .now).verify(bytes, file: "a.pdf")
        } catch {
            #expect(error.diagnostics.count == 1)
            return nil
        }
    }

    @Test(
        "One byte changed in every region: no signature over it is valid",
        arguments: [SignedSample.countersigned, .longTerm])
    func everyRegion(sample: SignedSample) throws {
        let (bytes, anchors) = (try sample.bytes, try Verifying.anchors())
        let original = try #require(verify(bytes, anchors))
        let gaps = gaps(bytes)
        let ends = original.signatures.map { original.revisions[$0.revision - 1].end }
        var random = SeededGenerator(seed: 6)
        var changed = 0
        let signedCount = bytes.count - gaps.reduce(0) { $0 + $1.count }
        for offset in stride(from: 0, to: try #require(ends.max()), by: signedCount / 400) {
            if gaps.contains(where: { $0.contains(offset) }) { continue }
            var altered = bytes
            altered[offset] ^= UInt8(1 + random.next(below: 255))
            changed += 1
            let found = verify(altered, anchors)
            for (signature, end) in zip(original.signatures, ends) where offset < end {
                let verdict = found?.signatures.first { $0.field == signature.field }?.verdict
                #expect(verdict != .valid, "byte \(offset): \(signature.field)")
            }
        }
        #expect(changed > 100)
    }

    @Test("In a signature’s own value: it is not valid any more, or says the same as before")
    func value() throws {
        let (bytes, anchors) = (try SignedSample.longTerm.bytes, try Verifying.anchors())
        let original = try #require(verify(bytes, anchors)?.signatures.first)
        let gap = try #require(gaps(bytes).first)
        var random = SeededGenerator(seed: 7)
        var invalid = 0
        for offset in stride(from: gap.lowerBound, to: gap.upperBound, by: 41) {
            var altered = bytes
            altered[offset] = Array("0123456789abcdef".utf8)[random.next(below: 16)]
            if altered[offset] == bytes[offset] { continue }
            guard let found = verify(altered, anchors)?.signatures.first, found.verdict != .invalid else {
                invalid += 1
                continue
            }
            // The time stamp and certificates that came along are not signed; without them, less is proven.
            #expect(found.signer == original.signer && found.field == original.field, "\(offset)")
            #expect(found.provenTime == nil || found.provenTime == original.provenTime, "\(offset)")
            #expect(found.level.map { $0 <= .longTerm } ?? true)
        }
        #expect(invalid > 100)
    }

    @Test("Behind the last signature: what proves less is not taken for valid, and nothing alters the document unseen")
    func behind() throws {
        let (bytes, anchors) = (try SignedSample.longTerm.bytes, try Verifying.anchors())
        let end = try #require(verify(bytes, anchors)?.revisions[1].end)
        var random = SeededGenerator(seed: 8)
        var seen: Set<SignatureVerdict?> = []
        for offset in stride(from: end, to: bytes.count, by: 17) {
            var altered = bytes
            altered[offset] ^= UInt8(1 + random.next(below: 255))
            let found = verify(altered, anchors)
            seen.insert(found?.verdict)
            guard found?.verdict == .valid else { continue }
            #expect(found?.signatures.first?.level == .longTerm)
            #expect(found?.revisions.last?.changes.contains { $0.kind == .alteration } == false)
        }
        #expect(seen.isSuperset(of: [.undetermined, .invalid, nil]))
    }

    @Test("However a signed file is damaged, no signature over the damage is valid, and nothing crashes")
    func damaged() throws {
        let (bytes, anchors) = (try SignedSample.certified.bytes, try Verifying.anchors())
        let original = try #require(verify(bytes, anchors))
        let gaps = gaps(bytes)
        let first = original.revisions[1].end
        for round in FuzzRounds(atLeast: 300) {
            var random = SeededGenerator(seed: UInt64(round))
            var altered = bytes
            var lowest = Int.max
            for _ in 0...random.next(below: 3) { lowest = min(lowest, damage(&altered, &random)) }
            let found = verify(altered, anchors)
            let isInGap = gaps.contains { $0.contains(lowest) }
            guard lowest < first, !isInGap, altered != bytes else { continue }
            #expect(found?.signatures.first { $0.field == "Body" }?.verdict != .valid, "round \(round)")
        }
    }

    private let pieces = [
        "[", "]", "<<", ">>", "<", ">", "/V 7 0 R", "/ByteRange[0 1 2 3]", "/Contents<30>", "/DSS<</Certs[3 0 R]>>",
        "1 0 R",
        "endobj\n", "xref\n0 1\n", "trailer\n<<>>", "startxref\n9\n%%EOF\n", "/Kids[7 0 R]", "/Prev 9", "999999999",
        "null", "%",
        "3080", "0400", "ffff",
    ]

    /// - Returns: the first byte that it changes.
    private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) -> Int {
        let index = random.next(below: bytes.count)
        let end = min(bytes.count, index + 1 + random.next(below: 30))
        let piece = pieces[random.next(below: pieces.count)].utf8
        switch random.next(below: 5) {
        case 0: bytes[index] = UInt8(random.next(below: 256))
        case 1: bytes.removeSubrange(index..<end)
        case 2: bytes.insert(contentsOf: piece, at: index)
        case 3: bytes.replaceSubrange(index..<min(bytes.count, index + piece.count), with: piece)
        default: bytes.append(contentsOf: bytes[index..<end])
        }
        return index
    }
}
