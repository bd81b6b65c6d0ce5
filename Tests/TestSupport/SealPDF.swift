/// A seal as a PDF: a ring in a page of 120 points, drawn as a test wants it.
public enum SealPDF {
    public static let ring = """
        q 1 0 0 RG 4 w 117 60 m 117 91.5 91.5 117 60 117 c 28.5 117 3 91.5 3 60 c 3 28.5 28.5 3 60 3 c \
        91.5 3 117 28.5 117 60 c S Q
        """

    /// - Parameters:
    ///   - resources: entries of the page's resources.
    ///   - page: further entries of the page.
    ///   - more: objects from number 5.
    public static func bytes(
        _ content: String = ring, resources: String = "", page: String = "", pageCount: Int = 1, catalog: String = "",
        more: [[UInt8]] = []
    ) -> [UInt8] {
        // Further pages are like the first, behind all other objects.
        let others = (1..<pageCount).map { 4 + more.count + $0 }
        let kids = ([3] + others).map { "\($0) 0 R" }.joined(separator: " ")
        var file = FileOfObjects([
            "<</Type/Catalog/Pages 2 0 R\(catalog)>>", "<</Type/Pages/Kids[\(kids)]/Count \(pageCount)>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 120 120]/Contents 4 0 R/Resources<<\(resources)>>\(page)>>",
        ])
        file.objects.append(FileOfObjects.stream(Array(content.utf8)))
        file.objects += more
        for _ in others { file.objects.append(file.objects[2]) }
        return file.bytes
    }
}
