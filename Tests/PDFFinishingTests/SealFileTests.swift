import PDFFinishing
import ReportModel
import TestSupport
import Testing

@Suite("A seal in a PDF of somebody's: a drawing is taken, and nothing else")
struct SealFileTests {
    /// Identifier and English text of the refusal; nil where the seal is taken.
    private func refusal(_ bytes: [UInt8]) -> String? {
        do throws(DiagnosticsError) {
            let seal = try SealFile(bytes, file: "seal.pdf")
            #expect(seal.width == 120 && seal.height == 120)
            return nil
        } catch {
            #expect(error.diagnostics.count == 1)
            return error.diagnostics.first.map { "\($0.id.rawValue) \($0.message.en)" }
        }
    }

    private func form(_ content: String, _ dictionary: String = "/Resources<<>>") -> [UInt8] {
        FileOfObjects.stream(Array(content.utf8), "/Type/XObject/Subtype/Form/BBox[0 0 120 120]\(dictionary)")
    }

    @Test("Lines, areas, states, forms, pictures in RGB and grey, shadings, profiles")
    func taken() {
        #expect(refusal(SealPDF.bytes()) == nil)
        #expect(refusal(SealPDF.bytes("% a comment\rq 1 0 0 rg 0 0 9 9 re f* Q /G gs /a BMC EMC\n")) == nil)
        #expect(
            refusal(
                SealPDF.bytes(
                    "/F Do", resources: "/XObject<</F 5 0 R>>/ProcSet[/PDF]/ExtGState<</G<</ca .5/BM/Multiply>>>>",
                    more: [form(SealPDF.ring)])) == nil)
        let picture = FileOfObjects.stream(
            [UInt8](repeating: 200, count: 3), "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"
        )
        #expect(refusal(SealPDF.bytes("/I Do", resources: "/XObject<</I 5 0 R>>", more: [picture])) == nil)
        let shading =
            "/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 9 9]/Function<</FunctionType 2"
            + "/Domain[0 1]/N 1/C0[1 0 0]/C1[1 0 0]>>>>>>"
        #expect(refusal(SealPDF.bytes("/S sh", resources: shading)) == nil)
    }

    @Test(
        "Letters, inks, layers, tags, and what archives do not take",
        arguments: [
            ("BT /F 9 Tf (x) Tj ET", "", "text"), ("q Q", "/Font<</F 5 0 R>>", "text"),
            ("0 1 1 0 k 0 0 9 9 re f", "", "inks"), ("/DeviceCMYK cs", "", "inks"), ("/Device#43MYK cs", "", "(cs)"),
            ("q Q", "/ColorSpace<</C[/ICCBased 4 0 R]>>", "ICCBased"), ("q Q", "/ColorSpace<</C/DeviceCMYK>>", "inks"),
            ("q Q", "/ColorSpace<</C[/Separation/Red/DeviceRGB 4 0 R]>>", "Separation"),
            ("/OC /L BDC EMC", "", "layers"), ("q Q", "/Properties<</L 4 0 R>>", "layers"),
            ("/P<</MCID 0>>BDC EMC", "", "layers"), ("BI /W 1 /H 1 ID x EI", "", "BI"),
            ("q Q", "/ExtGState<</G<</TR 4 0 R>>>>", "TR"), ("q Q", "/ExtGState<</G<</HT 4 0 R>>>>", "HT"),
            ("q Q", "/XObject<</X<</Subtype/PS>>>>", "PS"), ("q Q", "/XObject<</X<</OC 4 0 R>>>>", "layers"),
            ("q Q", "/XObject<</X<</Filter/LZWDecode>>>>", "Filter"), ("q Q", "/Metadata2 4 0 R", "Metadata2"),
            // What one reader sees and another does not.
            ("q 0 0 9 9 re 1k f Q", "", "PDF/A"), ("q (", "", "PDF/A"), ("q q Q", "", "PDF/A"), ("Q", "", "(Q)"),
            ("q Q 1 0", "", "PDF/A"), ("q 5 0 R gs Q", "", "(gs)"),
            (String(repeating: "q ", count: 29) + String(repeating: "Q ", count: 29), "", "(q)"),
        ])
    func refused(content: String, resources: String, reason: String) {
        let told = refusal(SealPDF.bytes(content, resources: resources)) ?? "taken"
        #expect(told.hasPrefix("seal.pdf-content") && told.contains(reason), "\(told)")
    }

    @Test("What is hidden in forms, in patterns and in soft masks is found")
    func nested() {
        let inks = "0 1 1 0 k 0 0 9 9 re f"
        #expect(
            refusal(SealPDF.bytes("/F Do", resources: "/XObject<</F 5 0 R>>", more: [form(inks)]))?.contains("inks")
                == true)
        #expect(
            refusal(SealPDF.bytes("/F Do", resources: "/XObject<</F 5 0 R>>", more: [form(SealPDF.ring, "")]))?
                .contains("Resources") == true)
        let mask = "/ExtGState<</G<</SMask<</S/Luminosity/G 5 0 R>>>>>>"
        #expect(refusal(SealPDF.bytes("/G gs", resources: mask, more: [form(inks)]))?.contains("inks") == true)
        let tiling = FileOfObjects.stream(Array(inks.utf8), "/PatternType 1/PaintType 1/Resources<<>>")
        #expect(
            refusal(SealPDF.bytes("q Q", resources: "/Pattern<</P 5 0 R>>", more: [tiling]))?.contains("inks") == true)
        // A form that draws itself.
        let loop = form("/F Do", "/Resources<</XObject<</F 5 0 R>>>>")
        #expect(refusal(SealPDF.bytes("/F Do", resources: "/XObject<</F 5 0 R>>", more: [loop])) == nil)
    }

    @Test("More pages, turned pages, notes, layers, damage")
    func pages() {
        #expect(refusal(SealPDF.bytes(pageCount: 2))?.hasPrefix("seal.pages") == true)
        #expect(refusal(SealPDF.bytes(page: "/Rotate 90"))?.hasPrefix("seal.turned") == true)
        #expect(refusal(SealPDF.bytes(catalog: "/OCProperties<<>>"))?.hasPrefix("pdf.layered") == true)
        #expect(refusal(Array(SealPDF.bytes().prefix(200)))?.hasPrefix("pdf.damaged") == true)
        #expect(refusal(Array("<svg/>".utf8))?.hasPrefix("pdf.none") == true)
    }
}
