import TestSupport

/// A file with all that is read, written plainly: a page with a table of two cells, its fonts, a file that it carries.
enum TaggedSpecimen {
    /// - Parameters:
    ///   - content: of the page; mark 0 is the header's, mark 1 the figure's.
    ///   - map: the CMap of font /f0, of two bytes a code.
    static func file(
        content: String =
            "/TH <</MCID 0>> BDC BT /f0 1 Tf [<0001> -20 <0002>] TJ ET EMC /TD <</MCID 1>> BDC BT /f1 1 Tf (1\\0622) Tj ET EMC",
        map: String = "2 beginbfchar <0001> <7532> <0002> <4E59> endbfchar", cell: String = ""
    ) -> FileOfObjects {
        var file = FileOfObjects([
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R/Names 5 0 R/Metadata 17 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Contents[6 0 R]/Resources<</Font<</f0 7 0 R/f1 8 0 R>>/XObject<</x 18 0 R>>>>>>",
            "<</Type/StructTreeRoot/K 9 0 R>>", "<</EmbeddedFiles<</Kids[10 0 R]>>>>", nil,
            "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Han/DescendantFonts[11 0 R]/ToUnicode 12 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Latin/FontDescriptor 13 0 R>>", "<</S/Document/K[14 0 R]>>",
            "<</Names[(a.txt)15 0 R]>>", "<</Type/Font/Subtype/CIDFontType0/FontDescriptor 13 0 R>>", nil,
            "<</FontFile3 6 0 R>>",
            "<</S/Table/K[<</S/TBody/K[<</S/TR/K[<</S/TH/Pg 3 0 R/K[0]>><</S/TD/K<</Type/MCR/Pg 3 0 R/MCID 1>>\(cell)>>]>>]>>]>>",
            "<</Type/Filespec/F(b.txt)/UF<FEFF0061002E007400780074>/AFRelationship/Data/EF<</F 16 0 R>>>>", nil, nil,
            "<</Subtype/Form/Resources<</Font<</f2 8 0 R>>>>>>",
        ])
        file.objects[5] = FileOfObjects.stream(Array(content.utf8))
        file.objects[11] = FileOfObjects.stream(Array(map.utf8))
        file.objects[15] = FileOfObjects.stream(Array("正文".utf8), "/Type/EmbeddedFile")
        file.objects[16] = FileOfObjects.stream(
            Array("<pdfaid:part>3</pdfaid:part><x pdfaid:conformance='A' pdfuaid:part=\"1\"/>".utf8))
        return file
    }
}
