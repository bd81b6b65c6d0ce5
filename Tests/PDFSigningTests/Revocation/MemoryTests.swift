import Testing

@testable import PDFSigning

@Suite("Answers of the last minutes serve other documents")
struct MemoryTests {
    @Test("For five minutes, and for the certificate that they are about")
    func lifetime() {
        let memory = RevocationMemory()
        let (one, other) = (Certificate(der: [1]), Certificate(der: [2]))
        let start = SigningTime(secondsSince1970: 1_000_000)
        memory.keep(RevocationAnswer(kind: .list, bytes: [9]), about: one, at: start)
        #expect(memory.answer(about: one, at: start + 299)?.bytes == [9])
        #expect(memory.answer(about: one, at: start + 300) == nil)
        #expect(memory.answer(about: one, at: start + -1) == nil)
        #expect(memory.answer(about: other, at: start) == nil)
    }
}
