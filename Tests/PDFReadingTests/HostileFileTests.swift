@testable import PDFFinishing
import PDFReading
import ReportModel
import Testing

@Suite("Files that would harm their reader")
struct HostileFileTests {
    /// What reading all of a file ends with: nil where nothing was wrong.
    private func refusal(_ bytes: [UInt8]) -> String? {
        do throws(DiagnosticsError) {
            let document = try PDFDocument(bytes, file: "a.pdf")
            _ = try document.embeddedFiles()
            _ = try document.tables()
            _ = try document.fonts()
            _ = try document.claim()
            return nil
        } catch {
            #expect(error.diagnostics.count == 1)
            #expect(error.diagnostics.allSatisfy { $0.place?.file == "a.pdf" && $0.fault == .input })
            return error.diagnostics.first?.id.rawValue
        }
    }

    private static let page = "<</Type/Page/Parent 2 0 R>>"
    private static let pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"

    @Test("A small sound file is read")
    func sound() { #expect(refusal(FileOfObjects(["<</Pages 2 0 R>>", Self.pages, Self.page]).bytes) == nil) }

    @Test("What is no PDF, is empty or ends too soon")
    func incomplete() {
        #expect(refusal([]) == "pdf.none")
        #expect(refusal(Array("PK\u{3}\u{4}".utf8)) == "pdf.none")
        let sound = FileOfObjects(["<</Pages 2 0 R>>", Self.pages, Self.page]).bytes
        for length in stride(from: 9, to: sound.count - 12, by: 7) {
            #expect(refusal(Array(sound.prefix(length))) == "pdf.damaged", "\(length)")
        }
    }

    @Test("Encrypted")
    func encrypted() {
        #expect(refusal(FileOfObjects(["<<>>", "<</Filter/Standard>>"], trailer: "/Encrypt 2 0 R").bytes) == "pdf.encrypted")
    }

    @Test(
        "Loops: of pages, of names, of tags, of cross-references",
        arguments: [
            FileOfObjects(["<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Kids[2 0 R]>>"]),
            FileOfObjects(["<</Pages 2 0 R/Names 4 0 R>>", pages, page, "<</EmbeddedFiles 5 0 R>>", "<</Kids[5 0 R]>>"]),
            FileOfObjects(["<</Pages 2 0 R/StructTreeRoot 4 0 R>>", pages, page, "<</K 5 0 R>>", "<</S/Div/K[5 0 R]>>"]),
            FileOfObjects(["<</Pages 2 0 R/StructTreeRoot 4 0 R>>", pages, page, "<</K 5 0 R>>", "<</S/Table/K[5 0 R]>>"]),
            FileOfObjects(["<<>>"], trailer: "/Prev 33"),
        ])
    func loops(file: FileOfObjects) { #expect(refusal(file.bytes) == "pdf.damaged") }

    @Test("A length that hangs on another, a hundred thousand times")
    func lengths() {
        let count = 100_000
        let chain = (5..<count).map { "<</Length \($0 + 1) 0 R>>\nstream\nx\nendstream" }
        let file = FileOfObjects(["<</Pages 2 0 R/Metadata 5 0 R>>", Self.pages, Self.page, nil] + chain)
        #expect(refusal(file.bytes) == "pdf.damaged")
    }

    @Test("Trees of tags without end")
    func deep() {
        let depth = 10_000
        let elements = (5..<depth).map { "<</S/Div/K[\($0 + 1) 0 R]>>" }
        let file = FileOfObjects(["<</Pages 2 0 R/StructTreeRoot 4 0 R>>", Self.pages, Self.page, "<</K 5 0 R>>"] + elements)
        #expect(refusal(file.bytes) == "pdf.too-complicated")
        let brackets = String(repeating: "[", count: 1_000_000)
        #expect(refusal(FileOfObjects(["<</Pages \(brackets)>>"]).bytes) == "pdf.damaged")
    }

    @Test("A stream that unpacks to more than any report has is left packed", arguments: [4, 7])
    func bomb(number: Int) {
        var file = FileOfObjects([
            "<</Pages 2 0 R/Names 5 0 R/Metadata 4 0 R>>", Self.pages, Self.page, nil, "<</EmbeddedFiles<</Names[(a)6 0 R]>>>>",
            "<</UF(a)/EF<</F 7 0 R>>>>", nil,
        ])
        file.objects[3] = FileOfObjects.stream(Array("<x/>".utf8))
        file.objects[6] = FileOfObjects.stream(Array("text".utf8))
        #expect(refusal(file.bytes) == nil)
        let spaces = [UInt8](repeating: 0x20, count: (64 << 20) + 1)
        file.objects[number - 1] = FileOfObjects.stream(Deflate.compress(spaces), "/Filter/FlateDecode")
        #expect(file.bytes.count < 1 << 20)
        #expect(refusal(file.bytes) == "pdf.too-large")
    }
}
