internal import PDFReading
internal import ReportForms
internal import ReportModel
internal import Typesetting

/// Makes pages for a press of those that Cairo has drawn: in inks, on larger sheets, with marks.
struct PressPages {
    private static let allPlates: StaticString = "all"
    let job: PressJob

    func write(
        _ pages: [LayeredPage], of drawing: DrawnFile, _ writer: inout TextWriter, into file: inout PDFFile
    ) throws(DiagnosticsError) -> PageNumbers {
        var objects = try PressObjects(drawing, leastRule: job.style.leastRule, condition: job.condition)
        try objects.write(into: &file)
        let tree = file.newNumber()
        var separation: Int?
        var numbers: [Int] = []
        for page in pages {
            let isColoured = page.hasRedText || page.drawn.contains(where: objects.isColoured)
            let plates = isColoured ? separation ?? file.add(PressPages.separation) : nil
            separation = separation ?? plates
            let sheet = PressSheet(style: job.style, width: page.page.width, height: page.page.height)
            let text = writer.write(page.page, page.layers, isTagged: false, corner: sheet.corner, into: &file)
            let contents = contents(
                of: page, on: sheet, text.content, separation: isColoured ? PressPages.allPlates : nil, in: &file)
            var dictionary = PDFText("<</Type/Page/Parent \(tree) 0 R")
            dictionary.append(sheet.boxes)
            dictionary.append("/Contents")
            dictionary.append(.array(contents.map(PDFValue.reference)))
            dictionary.append("/Resources")
            let resources = try objects.separated(page.resources(with: text.fonts)).value
            try resources.requireInks()
            dictionary.append(plates.map { resources.merged(with: PressPages.resources($0)) } ?? resources)
            if let group = page.drawn.lazy.compactMap(\.group).first {
                dictionary.append("/Group")
                dictionary.append(try objects.separated(group).value)
            }
            dictionary.append(">>")
            numbers.append(file.add(dictionary))
        }
        PageWriter.writeTree(numbers, as: tree, into: &file)
        return PageNumbers(tree: tree, pages: numbers)
    }

    /// What Cairo has drawn, then the text, then the marks of the press. Here the text is over the seals, too: their
    /// inks would leave holes in its black.
    private func contents(
        of page: LayeredPage, on sheet: PressSheet, _ text: PDFText, separation: StaticString?, in file: inout PDFFile
    ) -> [Int] {
        var contents: [Int] = []
        var rest = PDFText()
        for drawn in page.drawn {
            if !contents.isEmpty { contents.append(file.addStream(Array("\nQ\n".utf8))) }
            contents += [file.addStream(sheet.beginning.bytes), drawn.content]
        }
        if !contents.isEmpty { rest.append("\nQ\n") }
        rest.append(text)
        rest.append(sheet.marks(separation: separation))
        return contents + [file.addStream(file.deflate.compress(rest.bytes), "/Filter/FlateDecode")]
    }

    /// A colour that prints on every plate (ISO 32000-1 8.6.6.4).
    private static let separation = PDFText(
        "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>]")

    private static func resources(_ separation: Int) -> PDFValue {
        let colour = PDFValue.Entry(key: "/\(allPlates)", value: .reference(separation))
        return .dictionary([PDFValue.Entry(key: "/ColorSpace", value: .dictionary([colour]))])
    }
}

extension LayeredPage {
    fileprivate var hasRedText: Bool { layers.writtenRest.contains { page.items[$0].ink == .red } }
}
