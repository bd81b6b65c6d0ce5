import PDFReading
import ReportModel
import TestSupport
import Testing

@testable import PDFFinishing

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
        #expect(
            refusal(FileOfObjects(["<<>>", "<</Filter/Standard>>"], trailer: "/Encrypt 2 0 R").bytes) == "pdf.encrypted"
        )
    }

    @Test(
        "Loops: of pages, of names, of tags, of cross-references",
        arguments: [
            FileOfObjects(["<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Kids[2 0 R]>>"]),
            FileOfObjects(["<</Pages 2 0 R/Names 4 0 R>>", pages, page, "<</EmbeddedFiles 5 0 R>>", "<</Kids[5 0 R]>>"]
            ),
            FileOfObjects(["<</Pages 2 0 R/StructTreeRoot 4 0 R>>", pages, page, "<</K 5 0 R>>", "<</S/Div/K[5 0 R]>>"]
            ),
            FileOfObjects([
                "<</Pages 2 0 R/StructTreeRoot 4 0 R>>", pages, page, "<</K 5 0 R>>", "<</S/Table/K[5 0 R]>>",
            ]),
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
        let file = FileOfObjects(
            ["<</Pages 2 0 R/StructTreeRoot 4 0 R>>", Self.pages, Self.page, "<</K 5 0 R>>"] + elements)
        #expect(refusal(file.bytes) == "pdf.too-complicated")
        let brackets = String(repeating: "[", count: 1_000_000)
        #expect(refusal(FileOfObjects(["<</Pages \(brackets)>>"]).bytes) == "pdf.damaged")
    }

    @Test("A stream that unpacks to more than any report has is left packed", arguments: [4, 7])
    func bomb(number: Int) {
        var file = FileOfObjects([
            "<</Pages 2 0 R/Names 5 0 R/Metadata 4 0 R>>", Self.pages, Self.page, nil,
            "<</EmbeddedFiles<</Names[(a)6 0 R]>>>>",
            "<</UF(a)/EF<</F 7 0 R>>>>", nil,
        ])
        file.objects[3] = FileOfObjects.stream(Array("<x/>".utf8))
        file.objects[6] = FileOfObjects.stream(Array("text".utf8))
        #expect(refusal(file.bytes) == nil)
        let spaces = [UInt8](repeating: 0x20, count: (64 << 20) + 1)
        file.objects[number - 1] = FileOfObjects.stream(Deflate().compress(spaces), "/Filter/FlateDecode")
        #expect(file.bytes.count < 1 << 20)
        #expect(refusal(file.bytes) == "pdf.too-large")
    }

    // MARK: Little files that are much work

    @Test("Objects that lie in each other")
    func nested() {
        let count = 3000
        // Each is a string up to the end of all.
        let nested = (4..<4 + count).map { "\($0) 0 obj (" }.joined() + String(repeating: ")", count: count)
        var bytes = Array("%PDF-1.7\n".utf8)
        var rows = "0000000000 65535 f \n"
        func add(offset: Int) {
            let digits = String(offset)
            rows += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        let references = (4..<4 + count).map { "\($0) 0 R" }.joined(separator: " ")
        for (index, object) in ["<</Pages 2 0 R>>", "<</Kids[\(references)]>>", "null"].enumerated() {
            add(offset: bytes.count)
            bytes += "\(index + 1) 0 obj\n\(object)\nendobj\n".utf8
        }
        for number in 4..<4 + count {
            add(offset: bytes.count + (4..<number).reduce(0) { $0 + String($1).utf8.count + 7 })
        }
        bytes += nested.utf8
        let table = bytes.count
        bytes += "\nxref\n0 \(4 + count)\n\(rows)trailer\n<</Root 1 0 R>>\nstartxref\n\(table + 1)\n%%EOF\n".utf8
        #expect(refusal(bytes) == "pdf.damaged")
    }

    @Test("Fonts whose codes are mapped over and over, and to more than text")
    func maps() {
        let again = "beginbfrange " + String(repeating: "<0000> <FFFF> <0041> ", count: 200) + "endbfrange"
        #expect(refusal(TaggedSpecimen.file(map: again).bytes) == "pdf.too-complicated")
        let long = "beginbfchar <0001> <\(String(repeating: "7532", count: 5000))> endbfchar"
        #expect(refusal(TaggedSpecimen.file(map: long).bytes) == "pdf.too-complicated")
    }

    @Test("A page that is empty a million times, a mark that is read out a million times")
    func again() {
        var file = TaggedSpecimen.file()
        file.objects[2] = Array("<</Type/Page/Contents[\(String(repeating: "6 0 R ", count: 300_000))]>>".utf8)
        file.objects[5] = FileOfObjects.stream([])
        #expect(refusal(file.bytes) == "pdf.too-large")
        let marks = String(repeating: "1 ", count: 600_000)
        #expect(refusal(TaggedSpecimen.file(cell: ">><</S/TD/Pg 3 0 R/K[\(marks)]").bytes) == "pdf.too-complicated")
    }

    @Test("Pages that share a list of fonts without end")
    func fonts() {
        let fonts = (0..<5000).map { "/f\($0) 9 0 R" }.joined()
        let kids = (10..<1010).map { "\($0) 0 R" }.joined(separator: " ")
        var objects =
            ["<</Pages 2 0 R>>", "<</Kids[\(kids)]/Resources<</Font<<\(fonts)>>>>>>"]
            + Array(repeating: "null", count: 7)
        objects += Array(repeating: "<</Type/Page>>", count: 1000)
        #expect(refusal(FileOfObjects(objects).bytes) == "pdf.too-complicated")
    }
}
