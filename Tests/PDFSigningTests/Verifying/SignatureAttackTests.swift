import Foundation
import PDFSigning
import ReportModel
import TestSupport
import Testing

@Suite("Signatures that are tampered with, moved or wrapped are never valid")
struct SignatureAttackTests {
    /// A sample that is valid as it is, and where the value of its signature stands.
    private struct Target {
        var bytes: [UInt8]
        /// From `<` to behind `>`.
        var gap: Range<Int>

        init(_ sample: SignedSample = .longTerm) throws {
            bytes = try sample.bytes
            let start = try #require(bytes.offset(of: "/Contents <")) + 10
            gap = start..<(try #require(bytes.offset(of: ">", from: start)) + 1)
        }

        /// The value with the room behind it.
        var value: [UInt8] {
            get {
                stride(from: gap.lowerBound + 1, to: gap.upperBound - 1, by: 2).map {
                    UInt8(String(decoding: bytes[$0...$0 + 1], as: UTF8.self), radix: 16) ?? 0
                }
            }
            set {
                let digits = newValue.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                bytes.replaceSubrange(gap.lowerBound + 1..<gap.upperBound - 1, with: digits.utf8)
            }
        }

        /// The file with another text in place of the range, as long as it is.
        func with(range: String) throws -> [UInt8] {
            let start = try #require(bytes.offset(of: "/ByteRange ")) + 11
            let end = try #require(bytes.offset(of: "]", from: start)) + 1
            let room = end - start - range.utf8.count
            try #require(room >= 0)
            return bytes[..<start] + range.utf8 + Array(repeating: 0x20, count: room) + bytes[end...]
        }

        var range: [Int] {
            get throws {
                let start = try #require(bytes.offset(of: "/ByteRange [")) + 12
                let end = try #require(bytes.offset(of: "]", from: start))
                return String(decoding: bytes[start..<end], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
            }
        }
    }

    @Test("The range of what is signed, changed in every way: short, long, overlapping, elsewhere, missing")
    func range() throws {
        let target = try Target()
        let numbers = try target.range
        #expect(
            try Verifying.problems(target.with(range: "[\(numbers.map(String.init).joined(separator: " "))]")) == [])
        let (a, b, c) = (numbers[1], numbers[2], numbers[3])
        for range in [
            "[0 \(a) \(b) \(c - 300)]", "[0 \(a) \(b) 0]", "[0 \(a) \(b) \(c + 1)]",
            "[0 \(a) \(b) 999]", "[0 \(a - 1) \(b) \(c)]", "[0 \(a + 1) \(b) \(c)]", "[0 \(a) \(b + 1) \(c - 1)]",
            "[0 \(a) \(b - 1) \(c + 1)]", "[1 \(a - 1) \(b) \(c)]", "[0 0 \(b) \(c)]", "[0 \(a) 0 \(b + c)]",
            "[0 \(a)]", "[0 \(a) \(b)]", "[0 1 2 3 4 5]", "[0 \(a) \(b) -1]", "[]", "null", "9 0 R", "(x)",
        ] {
            let problems = try Verifying.problems(target.with(range: range))
            #expect(problems.contains("byte-range"), "\(range): \(problems)")
        }
    }

    @Test("The value missing, empty, of zeros, cut off, with something behind it, or spaced out")
    func value() throws {
        let target = try Target()
        var zeros = target
        zeros.value = target.value.map { _ in 0 }
        var cut = target
        let used = try #require(target.value.lastIndex { $0 != 0 })
        cut.value[used] = 0
        cut.value[used - 1] = 0
        var padded = target
        padded.value[used + 200] = 1
        var spaced = target
        spaced.bytes[target.gap.lowerBound + 1] = 0x20
        for changed in [zeros, cut, padded, spaced] {
            #expect(try Verifying.problems(changed.bytes) != [])
            #expect(try Verifying.verify(changed.bytes).verdict == .invalid)
        }
        var missing = target
        missing.bytes.replaceSubrange(target.gap, with: Array(repeating: 0x20, count: target.gap.count))
        #expect(try Verifying.problems(missing.bytes) != [])
    }

    @Test("A value that is nested without end, or says that it is longer than it is")
    func nested() throws {
        var target = try Target()
        let room = target.value.count
        var nested: [UInt8] = []
        while nested.count + 5 < room {
            let count = nested.count
            nested = [0x30, 0x83, UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255)] + nested
        }
        target.value = nested + Array(repeating: 0, count: room - nested.count)
        #expect(try Verifying.problems(target.bytes) == ["malformed"])
        for head: [UInt8] in [[0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x30, 0x88, 0xFF], [0x30, 0x80], [0x30]] {
            target.value = head + Array(repeating: 0, count: room - head.count)
            #expect(try Verifying.problems(target.bytes) == ["malformed"])
        }
    }

    @Test("Wrapped: the signed end moved to the file’s end, and something put between")
    func wrapped() throws {
        let target = try Target(.basic)
        let (a, b, c) = (try target.range[1], try target.range[2], try target.range[3])
        let forged = Array("4 0 obj\n<</Length 4>>\nstream\nq Q \nendstream\nendobj\n".utf8)
        for insertion in [Array(repeating: UInt8(ascii: "0"), count: 64), forged] {
            var moved = target.bytes[..<b] + insertion + target.bytes[b...]
            let wanted = "[0 \(a) \(b + insertion.count) \(c)]"
            let start = try #require(Array(moved).offset(of: "/ByteRange ")) + 11
            let end = try #require(Array(moved).offset(of: "]", from: start)) + 1
            // What is signed says where it is: the forger must change that, too, and it is signed.
            moved.replaceSubrange(
                start..<end, with: (wanted + String(repeating: " ", count: end - start - wanted.utf8.count)).utf8)
            #expect(
                !(try Verifying.problems(Array(moved)).isDisjoint(with: ["byte-range", "refused", "digest-differs"])))
        }
    }

    @Test("Moved to another file: the signature of one on the pages of another")
    func moved() throws {
        var target = try Target(.basic)
        let other = try Target(.visibleField)
        try #require(target.value.count == other.value.count)
        target.value = other.value
        #expect(try Verifying.problems(target.bytes) == ["digest-differs"])
    }

    @Test("One signature in two fields")
    func twice() throws {
        let signed = try SignedSample.certified.bytes
        let number = try #require(String(decoding: signed, as: UTF8.self).firstMatch(of: /\/V (\d+) 0 R/)).1
        let field =
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(Counter)/Rect[160 40 240 120]/P 3 0 R/F 132/V \(number) 0 R>>"
        let problems = try Verifying.problems(AppendedUpdate([8: field]).appended(to: signed))
        #expect(problems.isSuperset(of: ["altered", "twice"]))
    }

    @Test("Another certificate in place of the signer’s, with the same key")
    func certificate() throws {
        var target = try Target()
        let certificate = try #require(try Verifying.anchors("signer").first).der
        let start = try #require(target.value.indices.first { target.value[$0...].starts(with: certificate) })
        // Its last byte is of its own signature.
        target.value[start + certificate.count - 1] ^= 1
        let problems = try Verifying.problems(target.bytes)
        #expect(problems.contains("other-certificate"), "\(problems)")
    }

    @Test("A revision replaced, and one taken out from between")
    func revision() throws {
        let bytes = try SignedSample.countersigned.bytes
        let ends = try Verifying.verify(bytes).revisions.map(\.end)
        let other = try SignedSample.basic.bytes
        let unsigned = SignedSample.unsigned.bytes
        // All before the countersignature from another file, and nothing at all between the first and the fourth.
        for changed in [other + bytes[ends[3]...], bytes[..<ends[1]] + bytes[ends[3]...], unsigned + bytes[ends[1]...]]
        {
            let problems = try Verifying.problems(Array(changed))
            #expect(!problems.isEmpty && problems != ["revocation-unknown"], "\(problems)")
        }
        // Whole documents behind a signed one: the newest has no signature.
        var shifted = FileOfObjects(
            SignedSample.unsigned.objects.map { $0.map { String(decoding: $0, as: UTF8.self) } })
        shifted.trailer = "/Anything 1"
        #expect(!(try Verifying.problems(bytes + shifted.bytes)).isEmpty)
    }

    @Test("Cut off anywhere: what is left is an older state of the file, or nothing")
    func truncated() throws {
        let bytes = try SignedSample.countersigned.bytes
        let ends = Set(try Verifying.verify(bytes).revisions.map(\.end))
        for length in stride(from: 1, to: bytes.count, by: 601) {
            // Near the end of a state, the rest of the next lies behind it.
            let problems = try Verifying.problems(Array(bytes[..<length]))
            #expect(!problems.isDisjoint(with: ["refused", "altered", "unsigned"]), "\(length): \(problems)")
        }
        // At the end of a state, that state is whole: it is as if nothing had been done afterwards.
        for end in ends.sorted().dropFirst().dropLast() {
            #expect(try Verifying.verify(Array(bytes[..<end])).signatures.allSatisfy { $0.verdict != .invalid })
        }
        #expect(try Verifying.problems(Array(bytes[..<(try #require(ends.min()))])) == ["unsigned"])
    }

    @Test("Bytes behind the file’s end", arguments: ["\n\n", " ", "%", "4 0 obj null endobj", "%%EOF\n"])
    func appended(text: String) throws {
        #expect(
            !(try Verifying.problems(try SignedSample.longTerm.bytes + text.utf8)).isDisjoint(with: [
                "altered", "refused",
            ]))
    }
}
