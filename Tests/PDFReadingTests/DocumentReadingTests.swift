import PDFReading
import ReportModel
import TestSupport
import Testing

@Suite("What a file carries, says and claims")
struct DocumentReadingTests {
    private func document(_ file: FileOfObjects) throws -> PDFDocument { try PDFDocument(file.bytes, file: "a.pdf") }

    private func texts(_ file: FileOfObjects) throws -> [String] {
        try document(file).tables().flatMap(\.cells).map(\.text)
    }

    @Test("Files, tables, fonts and claims")
    func whole() throws {
        let document = try document(TaggedSpecimen.file())
        #expect(
            try document.embeddedFiles() == [EmbeddedFile(name: "a.txt", bytes: Array("正文".utf8), relationship: "Data")]
        )
        let cells = [TaggedTable.Cell(isHeader: true, text: "甲乙"), TaggedTable.Cell(isHeader: false, text: "122")]
        #expect(try document.tables() == [TaggedTable(rows: [cells])])
        #expect(try document.fonts().map(\.name) == ["AAAAAA+Han", "Latin"])
        #expect(try document.fonts().allSatisfy { $0.isEmbedded })
        let claim = try document.claim()
        #expect(claim.archivePart == 3 && claim.archiveLevel == "A" && claim.accessibilityPart == 1)
    }

    @Test(
        "Codes become text one by one, by rows, and by rows of their own texts",
        arguments: [
            ("1 beginbfrange <0001> <0002> <7532> endbfrange", "甲申"),
            ("1 beginbfrange <0001> <0002> [<7532> <D842DFB7>] endbfrange", "甲𠮷"),
            ("1 beginbfchar <0001> <00660069> endbfchar", "fi\u{FFFD}"),
            ("1 beginbfrange <0002> <0001> <7532> endbfrange", "\u{FFFD}\u{FFFD}"),
        ])
    func maps(map: (cmap: String, text: String)) throws {
        #expect(try texts(TaggedSpecimen.file(map: map.cmap)).first == map.text)
    }

    @Test(
        "Text counts for the mark around it, and what replaces it counts once",
        arguments: [
            ("/TD <</MCID 1>> BDC /Span <</ActualText <FEFF0039>>> BDC /f1 1 Tf (1) Tj (2) Tj EMC (3) Tj EMC", "93"),
            ("/TD <</MCID 1>> BDC q /f1 1 Tf (1) Tj q /f0 1 Tf <0001> Tj Q (2) Tj Q EMC (3) Tj", "1甲2"),
            ("/f1 1 Tf (0) Tj /TD <</MCID 1>> BDC (\\(1\\)\\\n\\053) Tj EMC /Artifact BMC (2) Tj EMC", "(1)+"),
            ("/TD <</MCID 1>> BDC /none 1 Tf (1) Tj EMC", ""),
        ])
    func marks(content: (stream: String, text: String)) throws {
        #expect(try texts(TaggedSpecimen.file(content: content.stream)).last == content.text)
    }

    @Test("An element may say what it is read as")
    func actualText() throws { #expect(try texts(TaggedSpecimen.file(cell: "/ActualText(7)")) == ["甲乙", "7"]) }

    @Test("A font without outlines")
    func notEmbedded() throws {
        var file = TaggedSpecimen.file()
        file.objects[12] = Array("<</Flags 4>>".utf8)
        #expect(try document(file).fonts().map(\.isEmbedded) == [false, false])
    }

    @Test("What was appended later counts; what it takes away is gone")
    func update() throws {
        let original = TaggedSpecimen.file().bytes
        let text = String(decoding: original, as: UTF8.self)
        let former = try #require(text.firstRange(of: "\nxref\n")).lowerBound
        let table = text.utf8.distance(from: text.startIndex, to: former) + 1
        let object = original.count
        var bytes = original + Array("3 0 obj\n<</Type/Page/Contents 6 0 R>>\nendobj\n".utf8)
        let start = bytes.count
        let digits = String(object)
        let row = String(repeating: "0", count: 10 - digits.count) + digits
        bytes += "xref\n3 1\n\(row) 00000 n \n10 1\n0000000000 00001 f \n".utf8
        bytes += "trailer\n<</Size 19/Root 1 0 R/Prev \(table)>>\nstartxref\n\(start)\n%%EOF\n".utf8
        let document = try PDFDocument(bytes, file: "a.pdf")
        #expect(try document.fonts().isEmpty)
        #expect(try document.embeddedFiles().isEmpty)
        #expect(try document.tables().count == 1)
    }

    @Test("What a file hides from old readers, in a stream of cross-references beside its table, is found")
    func hybrid() throws {
        var file = FileOfObjects(["<</Pages 2 0 R>>", nil, "<</Type/Page>>", nil, nil])
        file.objects[3] = FileOfObjects.stream([2, 5, 0], "/Type/XRef/Size 3/W[1 1 1]/Index[2 1]")
        file.objects[4] = FileOfObjects.stream(
            Array("2 0 <</Type/Pages/Kids[3 0 R]>>".utf8), "/Type/ObjStm/N 1/First 4")
        #expect(throws: DiagnosticsError.self) { try PDFDocument(file.bytes, file: "a.pdf").fonts() }
        let hidden = try #require(file.bytes.firstRange(of: Array("4 0 obj".utf8))).lowerBound
        file.trailer = "/XRefStm \(hidden)"
        #expect(try PDFDocument(file.bytes, file: "a.pdf").fonts().isEmpty)
    }
}
