import Foundation
import TestSupport
import Testing

@Suite("Pages of other programs, on sheets")
struct ForeignPageTests {
    private func write(_ bytes: [UInt8]) throws -> (folder: TemporaryFolder, path: String) {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: folder.url.appending(path: "foreign.pdf"))
        return (folder, folder.path("foreign.pdf"))
    }

    @Test("Turned, cut, scaled, lying, with what they inherit: each half looks as its page does")
    func pictures() throws {
        let (folder, path) = try write(ForeignPages.file().bytes)
        try withExtendedLifetime(folder) {
            let file = try ImposedFile(path)
            #expect(file.messages.isEmpty)
            let differences = try file.differences(from: path)
            #expect(differences.count == 6)
            for difference in differences { #expect(difference.own < 0.2 && difference.other > 2, "\(difference)") }
            let check = try OutsideTool.run("qpdf", of: "qpdf", "--check", file.path)
            #expect(check.contains("No syntax or stream encoding errors"))
        }
    }

    @Test(
        "Files as other programs save them, with packed objects, tables for old readers, or none",
        arguments: [
            "--object-streams=generate", "--object-streams=disable", "--linearize", "--qdf",
        ])
    func saved(option: String) throws {
        let (folder, path) = try write(ForeignPages.file().bytes)
        let saved = folder.path("saved.pdf")
        _ = try OutsideTool.run("qpdf", of: "qpdf", option, path, saved)
        for difference in try ImposedFile(saved).differences(from: path) { #expect(difference.own < 0.2) }
    }

    private func refusal(_ bytes: [UInt8]) throws -> String {
        let (folder, path) = try write(bytes)
        let run = try Program.run("impose", path, "--short", "--lang", "en", "-o", folder.path("out.pdf"))
        #expect(run.status == 2)
        #expect(try folder.names == ["foreign.pdf"])
        return run.messages
    }

    @Test(
        "A signed file is not imposed: the sheets would bear no signature",
        arguments: [
            "/Perms<</DocMDP 16 0 R>>", "/DSS<<>>", "/AcroForm<</Fields[17 0 R]>>",
        ])
    func signed(catalog: String) throws {
        let field = [
            "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]>>",
            "<</FT/Sig/V 16 0 R>>",
        ]
        #expect(try refusal(ForeignPages.file(catalog: catalog, objects: field).bytes).contains("[pdf.signed]"))
    }

    @Test("A field that waits for its signature is no signature, and is not drawn")
    func unsigned() throws {
        let (folder, path) = try write(
            ForeignPages.file(
                catalog: "/AcroForm<</Fields[16 0 R]/SigFlags 3>>", pages: [1: "/Annots[16 0 R]"],
                objects: [
                    "<</Type/Annot/Subtype/Widget/FT/Sig/T(a)/F 132/Rect[0 0 90 90]/AP<</N 17 0 R>>>>",
                    "<</Type/XObject/Subtype/Form/BBox[0 0 90 90]/Length 0>>\nstream\n\nendstream",
                ]
            ).bytes)
        let file = try ImposedFile(path)
        withExtendedLifetime(folder) { #expect(file.messages.isEmpty) }
    }

    @Test(
        "What imposition would lose is told, and nothing is written",
        arguments: [
            ("/OCProperties<</D<<>>>>", [:], "[pdf.layered]"),
            ("/AcroForm<</Fields[]/NeedAppearances true>>", [:], "[pdf.filled]"),
            (
                "", [4: "/Annots[<</Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 10 0 R>>>>]"],
                "page 4 of the PDF file has notes"
            ),
            ("", [3: "/MediaBox[0 0 300 500]"], "page 3 has another size than page 1"),
            ("", [2: "/MediaBox[0 0 0 0]"], "[pdf.damaged]"),
            ("", [2: "/MediaBox[0 0 400 300]/Rotate 45"], "[pdf.damaged]"),
            ("", [2: "/MediaBox[0 0 1e9 300]"], "[pdf.damaged]"),
            ("", [2: "/Resources<</XObject<</A 3 0 R>>>>"], "[pdf.damaged]"),
            ("", [2: "/Resources<</A obj>>"], "[pdf.damaged]"),
        ])
    func refused(catalog: String, pages: [Int: String], message: String) throws {
        #expect(try refusal(ForeignPages.file(catalog: catalog, pages: pages).bytes).contains(message))
    }

    @Test("Links and notes that are not printed do not matter")
    func links() throws {
        let notes = "/Annots[<</Subtype/Link/F 4/Rect[0 0 9 9]>><</Subtype/Text/F 0/Rect[0 0 9 9]/AP<</N 10 0 R>>>>]"
        let (folder, path) = try write(ForeignPages.file(pages: [1: notes]).bytes)
        let file = try ImposedFile(path)
        withExtendedLifetime(folder) { #expect(file.messages.isEmpty) }
    }

    @Test("A file without pages, one cut off, and one that is no PDF")
    func none() throws {
        #expect(try refusal(FileOfObjects(["<</Pages 2 0 R>>", "<</Kids[]>>"]).bytes).contains("[pdf.damaged]"))
        #expect(try refusal(Array(ForeignPages.file().bytes.prefix(900))).contains("[pdf.damaged]"))
        #expect(try refusal(Array("PK".utf8)).contains("error"))
    }
}
