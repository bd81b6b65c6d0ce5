/// Pages as other programs make them.
public enum ForeignPages {
    /// Six pages, all 300 by 400 points when they are shown, and no two made the same way.
    public static func file(
        catalog: String = "", pages: [Int: String] = [:], objects: [String] = []
    ) -> FileOfObjects {
        let own = [
            "",
            "/MediaBox[0 0 400 300]/Rotate 90",
            "/MediaBox[-50.5 -50 350 450.]/CropBox[300 400 0 0]",
            "/Rotate -180/Contents[14 0 R 15 0 R]",
            "/MediaBox[0 0 150 200]/UserUnit 2",
            "/MediaBox[0 0 400 300]/CropBox[-10 -10 410 310]",
        ]
        let kids = own.indices.map { "\($0 + 3) 0 R" }.joined(separator: " ")
        var file = FileOfObjects(
            [
                "<</Type/Catalog/Pages 2 0 R\(catalog)>>",
                "<</Type/Pages/Count 6/Kids[\(kids)]/MediaBox[0 0 300 400]/Resources<</Font<</F 9 0 R>>>>>>",
            ]
                + own.enumerated().map { index, entries in
                    let contents = entries.contains("/Contents") ? "" : "/Contents \(10 + index % 4) 0 R"
                    return "<</Type/Page/Parent 2 0 R\(contents)\(pages[index + 1] ?? entries)>>"
                }
                + ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"])
        for number in 1...4 {
            // The last stroke leaves the page: it must not show on the neighbour’s half.
            let text =
                "BT /F 90 Tf 40 60 Td (P\(number)) Tj ET \(number) 0 0 \(number) 0 0 cm 20 20 30 40 re f 10 w -60 90 m 500 90 l S"
            file.objects.append(FileOfObjects.stream(Array(text.utf8)))
        }
        file.objects.append(FileOfObjects.stream(Array("BT /F 90 Tf 40".utf8)))
        file.objects.append(FileOfObjects.stream(Array("60 Td (four) Tj ET 0 0 30 90 re f".utf8)))
        file.objects += objects.map { Array($0.utf8) }
        return file
    }
}
