import Foundation
import ReportModel
import TestSupport
import Testing
import Yinfa

@Suite("Archived PDFs, damaged at random")
struct DamagedRecordTests {
    @Test("However a file is damaged, it is found good or refused: no crash, no hang")
    func damaged() throws {
        let source = Array(try Example.chaihudian.rendered().bytes)
        // Fonts fill most of a file, and are not read. The structure is at its end.
        let end = source.count - 60_000
        var random = SeededGenerator(seed: 4)
        var refused = 0
        for round in 0..<250 {
            var bytes = source
            for _ in 0...random.next(below: 3) { change(&bytes, from: round % 4 == 0 ? 0 : end, &random) }
            do throws(DiagnosticsError) {
                _ = try RecordVerifier(ArchivedReport(bytes, file: "a.pdf")).verify()
            } catch {
                refused += 1
                #expect(error.diagnostics.hasErrors, "round \(round)")
                #expect(
                    error.diagnostics.allSatisfy { $0.place?.file?.hasPrefix("a.pdf") == true },
                    "round \(round): \(error)")
            }
        }
        #expect(refused > 50 && refused < 250)
    }

    private func change(_ bytes: inout [UInt8], from start: Int, _ random: inout SeededGenerator) {
        let index = min(start + random.next(below: max(bytes.count - start, 1)), bytes.count - 1)
        let end = min(bytes.count, index + 1 + random.next(below: 100))
        switch random.next(below: 5) {
        case 0: bytes[index] = UInt8(random.next(below: 256))
        case 1: bytes[index] ^= 1 << UInt8(random.next(below: 8))
        case 2: bytes.removeSubrange(index..<end)
        case 3: bytes.insert(contentsOf: bytes[index..<end], at: random.next(below: bytes.count))
        default: bytes.removeSubrange(end...)
        }
    }
}
