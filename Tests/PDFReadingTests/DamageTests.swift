import PDFFinishing
import PDFReading
import ReportModel
import TestSupport
import Testing

@Suite("Objects, damaged at random")
struct DamageTests {
    @Test("However objects are damaged, a file is read or refused with one diagnostic: no crash, no hang")
    func damaged() {
        let source = TaggedSpecimen.file()
        var (rounds, refused) = (0, 0)
        for round in FuzzRounds(atLeast: 3000) {
            var random = SeededGenerator(seed: UInt64(round))
            var file = source
            rounds += 1
            for _ in 0...random.next(below: 3) { change(&file, &random) }
            do throws(DiagnosticsError) {
                let document = try PDFDocument(file.bytes, file: "a.pdf")
                _ = try document.embeddedFiles()
                _ = try document.tables()
                _ = try document.fonts()
                _ = try document.claim()
            } catch {
                refused += 1
                #expect(error.diagnostics.count == 1, "round \(round)")
            }
        }
        #expect(refused > rounds / 10 && refused < rounds - rounds / 30)
    }

    @Test("However they are damaged, pages are laid on sheets or refused with one diagnostic")
    func damagedPages() {
        let source = ForeignPages.file()
        var (rounds, refused) = (0, 0)
        for round in FuzzRounds(atLeast: 2000) {
            var random = SeededGenerator(seed: UInt64(round))
            var file = source
            rounds += 1
            for _ in 0...random.next(below: 3) { change(&file, &random) }
            do throws(DiagnosticsError) {
                _ = try Imposition(.booklet).impose(try PDFDocument(file.bytes, file: "a.pdf"))
            } catch {
                refused += 1
                #expect(error.diagnostics.count == 1, "round \(round)")
            }
        }
        #expect(refused > rounds / 10 && refused < rounds - rounds / 20)
    }

    private let pieces = [
        "[", "]", "<<", ">>", "(", ")", "<", ">", "/", "\\", "1 0 R", "2 0 R", "9 0 R", "14 0 R", "/Kids[2 0 R]",
        "/K[9 0 R]",
        "/MCID 1", "-1", "999999999",
        "99999999999999999999", "0.5", "null", "stream\n", "endstream", "BDC", "EMC", "Q", "beginbfrange", "<0000>",
        "<FFFF>",
        "/Filter/FlateDecode ",
        "/Length 6 0 R", "/W[1 2 1]", "\u{0}", "%", "\r",
    ]

    private func change(_ file: inout FileOfObjects, _ random: inout SeededGenerator) {
        let number = random.next(below: file.objects.count)
        guard var object = file.objects[number], !object.isEmpty else { return }
        let index = random.next(below: object.count)
        let end = min(object.count, index + 1 + random.next(below: 20))
        switch random.next(below: 6) {
        case 0: object[index] = UInt8(random.next(below: 256))
        case 1: object.removeSubrange(index..<end)
        case 2: object.insert(contentsOf: pieces[random.next(below: pieces.count)].utf8, at: index)
        case 3: object.replaceSubrange(index..<end, with: pieces[random.next(below: pieces.count)].utf8)
        case 4: digit(of: &object, &random)
        default: object = file.objects[random.next(below: file.objects.count)] ?? []
        }
        file.objects[number] = object
    }

    /// Another number: of an object, so that there are loops, or a length.
    private func digit(of object: inout [UInt8], _ random: inout SeededGenerator) {
        let digits = object.indices.filter { (0x30...0x39).contains(object[$0]) }
        if !digits.isEmpty { object[digits[random.next(below: digits.count)]] = UInt8(0x30 + random.next(below: 10)) }
    }
}
