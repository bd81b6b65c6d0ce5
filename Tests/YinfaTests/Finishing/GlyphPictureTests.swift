import Foundation
import TestSupport
import Testing

@Suite("Glyphs that were put into the PDF by us are those of the faces")
struct GlyphPictureTests {
    /// Faces without subroutines; with rare characters, faces of a collection with many of them and several Private DICTs.
    @Test(
        "Pages that others draw of the PDF are the pictures that we draw with the faces themselves",
        arguments: [[], ["𠮷𬭎㎡镕䶮", "㐂Ωж①㈠"]])
    func samePicture(rare: [String]) throws {
        let folder = try TemporaryFolder()
        for name in ["own", "others"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
        }
        let report =
            rare.isEmpty ? Example.chaihudian.path : try folder.write(Specimen.yaml(overview: rare), to: "r.yaml")
        let run = try Program.shell(
            #"""
            "$YINFA" render "$1" --no-check --png --dpi 144 -o "$2/own/p.png" &&
            "$YINFA" render "$1" --no-check -o "$2/out.pdf"
            """#, [report, folder.url.path])
        #expect(run.status == 0, "\(run.messages)")
        _ = try OutsideTool.run(
            "pdftocairo", of: "poppler-utils", "-r", "144", "-png", folder.path("out.pdf"), folder.path("others") + "/p"
        )
        let output = try OutsideTool.python("compare-pictures.py", [folder.path("own"), folder.path("others")])
        let share = try #require(Double(String(decoding: output, as: UTF8.self).filter { !$0.isWhitespace }))
        #expect(share >= 0 && share < 0.001)
    }
}
