import PDFReading
import ReportModel
import TestSupport
import Testing

@Suite("The states of a file that has been updated")
struct RevisionTests {
    private let base = FileOfObjects(["<</Pages 2 0 R>>", "<</Kids[3 0 R]/Count 1>>", "<</Type/Page/Rotate 0>>"])

    /// An update that turns the page, with rows of its table and what stands before it as a test wants them.
    private func update(
        _ file: [UInt8], rows: String? = nil, before: String = "", object: String = "<</Type/Page/Rotate 90>>"
    )
        -> [UInt8]
    {
        var bytes = file + before.utf8
        let offset = bytes.count
        bytes += "3 0 obj\n\(object)\nendobj\n".utf8
        let start = bytes.count
        let previous = String(decoding: file.suffix(40), as: UTF8.self).split(separator: "\n").dropLast().last ?? ""
        bytes += "xref\n\(rows ?? "3 1\n\(row(offset))")trailer\n<</Size 4/Root 1 0 R/Prev \(previous)>>\n".utf8
        return bytes + "startxref\n\(start)\n%%EOF\n".utf8
    }

    private func row(_ offset: Int, _ kind: String = "00000 n") -> String {
        String(repeating: "0", count: 10 - String(offset).count) + "\(offset) \(kind) \n"
    }

    private func rotation(_ bytes: [UInt8]) throws -> Int? {
        let document = try PDFDocument(bytes, file: "a.pdf")
        return try document.resolve(.reference(3))?["/Rotate"]?.integer
    }

    @Test("Each ends where the next begins, and can be read by itself")
    func states() throws {
        let first = base.bytes
        let bytes = update(update(first), object: "<</Rotate 180>>")
        let history = try RevisionHistory(bytes, file: "a.pdf")
        #expect(history.revisions.map(\.end) == [first.count, update(first).count, bytes.count] && history.rest == 0)
        #expect(try history.revisions.map { try rotation(Array(bytes[..<$0.end])) } == [0, 90, 180])
        #expect(try RevisionHistory(bytes + Array("\n\n".utf8), file: "a.pdf").rest == 2)
    }

    @Test("What changed, what there is no more, and where it lies")
    func changed() throws {
        let (old, new) = (base.bytes, update(base.bytes))
        let (before, after) = (try PDFDocument(old, file: "a.pdf"), try PDFDocument(new, file: "a.pdf"))
        #expect(after.objectsChanged(since: before) == [3])
        #expect(after.offset(of: 3) == old.count && after.offset(of: 9) == nil)
        #expect(try after.unlistedOffset(from: old.count) == nil)
        let freed = try PDFDocument(update(old, rows: "3 1\n" + row(0, "00001 f")), file: "a.pdf")
        #expect(freed.objectsChanged(since: before) == [3] && !freed.isDefined(3))
        #expect(try freed.unlistedOffset(from: old.count) == old.count)
    }

    @Test("References are to generation 0: an object of a later one is none that they mean")
    func generation() throws {
        let offset = base.bytes.count
        #expect(try rotation(update(base.bytes, rows: "3 1\n" + row(offset, "00001 n"))) == nil)
    }

    @Test("An object that is listed twice is refused, unless both say the same")
    func twice() throws {
        let offset = base.bytes.count
        let same = "3 1\n" + row(offset) + "3 1\n" + row(offset)
        #expect(try rotation(update(base.bytes, rows: same)) == 90)
        #expect(throws: DiagnosticsError.self) { try rotation(update(base.bytes, rows: same + "3 1\n" + row(17))) }
    }

    @Test(
        "Something between the objects: found where it begins",
        arguments: ["9 0 obj null endobj\n", "%9 0 obj null endobj\n"])
    func between(text: String) throws {
        let document = try PDFDocument(update(base.bytes, before: text), file: "a.pdf")
        do throws(DiagnosticsError) {
            #expect(try document.unlistedOffset(from: base.bytes.count) == base.bytes.count)
        } catch {
            #expect(error.diagnostics.first?.id == "pdf.damaged")
        }
    }

    @Test("Values that mean the same, however they are written; keys that are there twice mean nothing")
    func meaning() {
        func value(_ text: String) -> PDFValue {
            var reader = PDFValueReader(Array(text.utf8)[...])
            return reader.value() ?? .array([])
        }
        #expect(value("<</A(a)/B 1.0/C/D>>").means(value("<</C /#44 /B 1 /A <61> /E null>>")))
        #expect(value("/A#42").means(value("/AB")) && !value("/A#2342").means(value("/AB")))
        #expect(!value("/A#+4").means(value("/A#04")))
        #expect(!value("<</A 1>>").means(value("<</A 2>>")) && !value("[1 0 R]").means(value("[2 0 R]")))
        #expect(value("<</A 1/A 2>>").differingKeys(value("<</A 1>>")) == nil)
        #expect(value("<</A 1/#41 2>>").differingKeys(value("<</A 1>>")) == nil)
        #expect(value("<</A 1/B 2>>").differingKeys(value("<</B 3/C 4>>")) == ["/A", "/B", "/C"])
    }
}
