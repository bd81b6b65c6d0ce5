internal import PDFReading
internal import ReportModel
internal import Typesetting

/// The numbers of the pages' objects.
struct PageNumbers {
    /// Of the page tree.
    var tree: Int
    var pages: [Int]
}

/// Makes the document's pages of those that Cairo has drawn.
enum PageWriter {
    /// One for one.
    static func write(_ drawn: [DrawnFile.Page], into file: inout PDFFile) -> PageNumbers {
        let tree = file.newNumber()
        let pages = drawn.map { page in
            var text = PDFText("<</Type/Page/Parent \(tree) 0 R/MediaBox")
            text.append(page.mediaBox)
            append(page, content: page.content, resources: page.resources, to: &text)
            text.append(">>")
            return file.add(text)
        }
        writeTree(pages, as: tree, into: &file)
        return PageNumbers(tree: tree, pages: pages)
    }

    /// Cut out of the document's sheets, with marked content.
    /// - Throws: `DiagnosticsError` where a sheet is not as Cairo 1.16 writes it.
    static func write(
        sheets drawing: DrawnFile, of document: LaidOutDocument, into file: inout PDFFile
    ) throws(DiagnosticsError) -> PageNumbers {
        let sheets = document.sheets
        guard sheets.count == drawing.pages.count else { throw DrawnFile.unreadable("Pages") }
        let tree = file.newNumber()
        var pages: [Int] = []
        for (sheet, drawn) in zip(sheets, drawing.pages) {
            guard let content = DrawnObject(drawing.object(drawn.content)) else { throw DrawnFile.unreadable("Contents") }
            let cutter = SheetCutter(try content.unpacked(limit: .max), of: sheet, in: document)
            let contents = try cutter.cut()
            let resources = file.add(resources(of: drawn))
            for (number, content) in zip(sheet.pages, contents) {
                let page = document.pages[number]
                let stream = file.addStream(file.deflate.compress(content), "/Filter/FlateDecode")
                var text = PDFText("<</Type/Page/Parent \(tree) 0 R/MediaBox")
                text.append(rectangle: [0, 0, page.width, page.height])
                append(drawn, content: stream, resources: .reference(resources), to: &text)
                text.append("/Tabs/S/StructParents \(number)>>")
                pages.append(file.add(text))
            }
        }
        writeTree(pages, as: tree, into: &file)
        return PageNumbers(tree: tree, pages: pages)
    }

    /// The page tree, of one level.
    static func writeTree(_ pages: [Int], as number: Int, into file: inout PDFFile) {
        var text = PDFText("<</Type/Pages/Count \(pages.count)/Kids[")
        for page in pages {
            text.append(reference: page)
            text.append(" ")
        }
        text.append("]>>")
        file.put(text, as: number)
    }

    private static func resources(of drawn: DrawnFile.Page) -> PDFText {
        var text = PDFText()
        text.append(drawn.resources)
        return text
    }

    private static func append(
        _ drawn: DrawnFile.Page, content: Int, resources: PDFValue, to text: inout PDFText
    ) {
        text.append("/Contents \(content) 0 R/Resources ")
        text.append(resources)
        guard let group = drawn.group else { return }
        text.append("/Group")
        text.append(group)
    }
}
