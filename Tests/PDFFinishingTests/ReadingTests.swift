import PDFReading
import ReportModel
import Testing
import Typesetting

@testable import PDFFinishing

@Suite("What Cairo writes is read; what it does not write is refused")
struct ReadingTests {
    private func value(_ text: String) -> PDFValue? {
        var reader = PDFValueReader(Array(text.utf8)[...])
        return reader.value()
    }

    private func written(_ text: String) -> String? {
        value(text).map { value in
            var text = PDFText()
            text.append(value)
            return String(decoding: text.bytes, as: UTF8.self)
        }
    }

    @Test(
        "Values come back as they were",
        arguments: [
            ("<< /A 1 /B [ 2 0 R (x(y)\\)z) <FEFF> ] >>", "<</A 1/B [2 0 R (x(y)\\)z) <FEFF> ]>>"),
            ("<< /Type /Page % 1\n /K << /L true >> >> more", "<</Type /Page/K <</L true>>>>"),
            ("[ 1 0 2 0 R -3.5 ]", "[1 0 2 0 R -3.5 ]"),
        ])
    func values(text: String, expected: String) { #expect(written(text) == expected) }

    @Test(
        "What is not whole is none",
        arguments: ["<< /A 1", "[ 1 2", "(x", "<12", "", "<< 1 2 >>", String(repeating: "[", count: 100)])
    func broken(text: String) { #expect(value(text) == nil) }

    @Test("Every reference in a value is found")
    func references() { #expect(value("<< /A 3 0 R /B [ 4 0 R << /C 5 0 R >> 6 ] >>")?.references == [3, 4, 5]) }

    @Test("Two dictionaries become one at every depth, the first before the second")
    func merging() throws {
        let first = try #require(value("<< /Font << /a 1 0 R >> /X 1 >>"))
        let second = try #require(value("<< /Font << /b 2 0 R /a 1 0 R >> /Y 2 >>"))
        #expect(first.merged(with: second) == value("<< /Font << /a 1 0 R /b 2 0 R >> /X 1 /Y 2 >>"))
    }

    @Test("Private-use characters are errors that name them and their page, unless nothing is promised")
    func privateUse() {
        let runs = ["甲\u{E000}", "乙\u{100001}\u{F8FF}", "丙"].map {
            GlyphRun(face: FaceID(index: 0), size: 16, text: $0)
        }
        let pages = runs.map { Page(width: 595, height: 842, label: "1", items: [PageItem(.glyphs($0))]) }
        let metadata = DocumentMetadata(title: "", author: "", subject: "", keywords: [], date: nil)
        let document = LaidOutDocument(metadata: metadata, pages: pages, outline: [])
        for standard in PDFStandard.allCases where standard != .press {
            let error = #expect(throws: DiagnosticsError.self) {
                try PDFFinisher(document, standard: standard).finish([])
            }
            let told = error?.diagnostics.filter { $0.id == "text.private-use" }.map(\.message.en) ?? []
            #expect(told.count == (standard.isTagged ? 2 : 0))
            guard standard.isTagged else { continue }
            #expect(told[0].contains("page 1 ") && told[0].contains("U+E000"))
            #expect(told[1].contains("page 2 ") && told[1].contains("U+F8FF, U+100001"))
        }
    }

    @Test(
        "A file that Cairo 1.16 did not write is the machine's fault, never a broken PDF",
        arguments: [
            "", "%PDF-1.5\n", "startxref\n99\n%%EOF\n",
            "%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
        ])
    func foreign(file: String) {
        let metadata = DocumentMetadata(title: "", author: "", subject: "", keywords: [], date: nil)
        let rule = Rule(from: Point(x: 0, y: 0), to: Point(x: 9, y: 0), width: 1)
        let page = Page(width: 595, height: 842, label: "1", items: [PageItem(.rule(rule))])
        let document = LaidOutDocument(metadata: metadata, pages: [page], outline: [])
        let error = #expect(throws: DiagnosticsError.self) {
            try PDFFinisher(document, standard: .archive3a).finish(Array(file.utf8))
        }
        #expect(error?.diagnostics.map(\.id) == ["finishing.unreadable"])
        #expect(error?.diagnostics.map(\.fault) == [.machine])
    }
}
