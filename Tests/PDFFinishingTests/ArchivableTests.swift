import ReportModel
import Testing

@testable import PDFFinishing

@Suite("What Cairo writes otherwise than archives want it")
struct ArchivableTests {
    private func finished(_ specimen: DrawnSpecimen) throws -> String {
        let bytes = try PDFFinisher(specimen.document, standard: .archive3a).finish(specimen.bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "Pictures are not smoothed; a length that is wrong is put right; subsets of TrueType say how they are numbered")
    func mended() throws {
        let file = try finished(
            DrawnSpecimen(resources: [
                "<< /Subtype /Image /Length 3\n   /Interpolate true >>\nstream\nabc\nendstream",
                "<< /Length 4 /Subtype /Form >>\nstream\nabc\nendstream",
                "<< /Type /Font\n   /Subtype /CIDFontType2 /W [ 0 [ 1 ] ] >>",
            ]))
        #expect(file.contains("/Interpolate false >>\nstream\nabc\nendstream"))
        #expect(file.contains("<< /Length 3 /Subtype /Form >>\nstream\nabc\nendstream"))
        #expect(file.contains("/Subtype /CIDFontType2 /CIDToGIDMap /Identity /W"))
    }

    @Test("What is right stays as it is, and nothing is touched in the data of a stream")
    func untouched() throws {
        let objects = [
            "<< /Length 17 >>\nstream\n/Interpolate true\nendstream",
            "<< /Subtype /CIDFontType2 /CIDToGIDMap 12 0 R >>", "17",
        ]
        let file = try finished(DrawnSpecimen(resources: objects))
        for (index, object) in objects.enumerated() {
            #expect(file.contains("\(index + 10) 0 obj\n\(object)\nendobj\n"))
        }
    }

    @Test("What Cairo says of the document besides is left out")
    func dropped() throws {
        let file = try finished(DrawnSpecimen(resources: []))
        #expect(!file.contains("/StructElem >>") && !file.contains("% 1"))
    }

    @Test("Were Cairo to count marks otherwise than we do, there is an error and no file", arguments: [0, 2])
    func otherMarks(count: Int) {
        let specimen = DrawnSpecimen(marks: count)
        let error = #expect(throws: DiagnosticsError.self) {
            try PDFFinisher(specimen.document, standard: .archive3a).finish(specimen.bytes)
        }
        #expect(error?.diagnostics.map(\.id) == ["finishing.unreadable"])
    }

    @Test("A file with fewer or more pages than the document is none of its own")
    func otherPages() {
        let error = #expect(throws: DiagnosticsError.self) {
            try PDFFinisher(DrawnSpecimen().document, standard: .plain).finish(DrawnSpecimen().bytes)
        }
        #expect(error?.diagnostics.map(\.id) == ["finishing.unreadable"])
    }
}
