internal import PDFReading
internal import ReportForms
internal import ReportModel
internal import Typesetting

/// Makes pages for a press of those that Cairo has drawn: in inks, on larger sheets, with marks.
struct PressPages {
    private static let allPlates: StaticString = "all"
    let job: PressJob

    /// - Parameter pages: the document's.
    func write(
        _ pages: [Page], of drawing: DrawnFile, into file: inout PDFFile
    ) throws(DiagnosticsError) -> PageNumbers {
        var objects = try PressObjects(drawing, leastRule: job.style.leastRule, condition: job.condition)
        try objects.write(into: &file)
        let tree = file.newNumber()
        var separation: Int?
        var numbers: [Int] = []
        for (page, drawn) in zip(pages, drawing.pages) {
            let isColoured = objects.isColoured(drawn)
            let plates = isColoured ? separation ?? file.add(PressPages.separation) : nil
            separation = separation ?? plates
            let sheet = PressSheet(style: job.style, width: page.width, height: page.height)
            let beginning = file.addStream(sheet.beginning.bytes)
            var text = PDFText("\nQ\n")
            text.append(sheet.marks(separation: isColoured ? PressPages.allPlates : nil))
            let end = file.addStream(text.bytes)
            text = PDFText("<</Type/Page/Parent \(tree) 0 R")
            text.append(sheet.boxes)
            text.append("/Contents[\(beginning) 0 R \(drawn.content) 0 R \(end) 0 R]/Resources")
            let resources = try objects.separated(drawn.resources).value
            try resources.requireInks()
            text.append(plates.map { resources.merged(with: PressPages.resources($0)) } ?? resources)
            if let group = drawn.group {
                text.append("/Group")
                text.append(try objects.separated(group).value)
            }
            text.append(">>")
            numbers.append(file.add(text))
        }
        PageWriter.writeTree(numbers, as: tree, into: &file)
        return PageNumbers(tree: tree, pages: numbers)
    }

    /// A colour that prints on every plate (ISO 32000-1 8.6.6.4).
    private static let separation = PDFText(
        "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>]")

    private static func resources(_ separation: Int) -> PDFValue {
        let colour = PDFValue.Entry(key: "/\(allPlates)", value: .reference(separation))
        return .dictionary([PDFValue.Entry(key: "/ColorSpace", value: .dictionary([colour]))])
    }
}
