internal import PDFReading
internal import Typesetting

/// The numbers of the pages' objects.
struct PageNumbers {
    /// Of the page tree.
    var tree: Int
    var pages: [Int]
}

/// Makes the document's pages of what Cairo has drawn and of the text over it.
struct PageWriter {
    let isTagged: Bool
    let fields: SignatureFieldWriter

    func write(_ pages: [LayeredPage], _ writer: inout TextWriter, into file: inout PDFFile) -> PageNumbers {
        let tree = file.newNumber()
        let frames = Frames(isTagged: isTagged, in: &file)
        var numbers: [Int] = []
        for (index, page) in pages.enumerated() {
            let text = writer.write(
                page.page, page.layers, isTagged: isTagged, corner: Point(x: 0, y: page.page.height), into: &file)
            var contents = frames.contents(of: page)
            if text.fonts != nil {
                contents.append(file.addStream(file.deflate.compress(text.content.bytes), "/Filter/FlateDecode"))
            }
            contents += overlays(of: page, in: &file)
            numbers.append(
                file.add(dictionary(of: page, text.fonts, contents, parent: tree, index: index)))
        }
        PageWriter.writeTree(numbers, as: tree, into: &file)
        return PageNumbers(tree: tree, pages: numbers)
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

    /// What frames the contents that Cairo has drawn: each begins with its own transformation, which must not outlast
    /// it. The pages share them.
    private struct Frames {
        private var beginning: Int
        private var beginningOfRest: Int
        private var end: Int
        private var endOfRest: Int

        init(isTagged: Bool, in file: inout PDFFile) {
            beginning = file.addStream(Array("q\n".utf8))
            end = file.addStream(Array("\nQ\n".utf8))
            beginningOfRest = isTagged ? file.addStream(Array("/Artifact BMC\nq\n".utf8)) : beginning
            endOfRest = isTagged ? file.addStream(Array("\nQ\nEMC\n".utf8)) : end
        }

        func contents(of page: LayeredPage) -> [Int] {
            (page.drawnMarks.map { [beginning, $0.content, end] } ?? [])
                + (page.drawnRest.map { [beginningOfRest, $0.content, endOfRest] } ?? [])
        }
    }

    /// What lies over the text, each with a mark of its own, where there are any. Its frames are its own, too: veraPDF
    /// reads a stream that a page has twice only once.
    private func overlays(of page: LayeredPage, in file: inout PDFFile) -> [Int] {
        zip(page.layers.overlays, page.overlays).flatMap { overlay, drawn in
            let mark = overlay.identifier.map { "/Figure<</MCID \($0)>>BDC\n" } ?? ""
            let beginning = file.addStream(Array("\(mark)q\n".utf8))
            let end = file.addStream(Array(mark.isEmpty ? "\nQ\n".utf8 : "\nQ\nEMC\n".utf8))
            return [beginning, drawn.content, end]
        }
    }

    private func dictionary(
        of page: LayeredPage, _ fonts: PDFValue?, _ contents: [Int], parent: Int, index: Int
    ) -> PDFText {
        var text = PDFText("<</Type/Page/Parent \(parent) 0 R/MediaBox")
        text.append(rectangle: [0, 0, page.page.width, page.page.height])
        text.append("/Contents")
        text.append(.array(contents.map(PDFValue.reference)))
        text.append("/Resources")
        text.append(page.resources(with: fonts))
        if let group = page.drawn.lazy.compactMap(\.group).first {
            text.append("/Group")
            text.append(group)
        }
        if isTagged { text.append("/Tabs/S/StructParents \(index)") }
        let widgets = fields.widgets(onPage: index)
        if !widgets.isEmpty {
            text.append("/Annots")
            text.append(.array(widgets.map(PDFValue.reference)))
        }
        text.append(">>")
        return text
    }
}

extension LayeredPage {
    /// Of all its layers.
    func resources(with fonts: PDFValue?) -> PDFValue {
        (drawn.map(\.resources) + [fonts].compactMap { $0 }).reduce(.dictionary([])) { $0.merged(with: $1) }
    }
}
