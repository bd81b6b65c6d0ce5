internal import PDFReading

/// The numbers of the pages' objects.
struct PageNumbers {
    /// Of the page tree.
    var tree: Int
    var pages: [Int]
}

/// Makes the document's pages of those that Cairo has drawn.
struct PageWriter {
    /// Whether each page was drawn as two: marked content, and artifacts.
    let isTagged: Bool

    func write(_ drawn: [DrawnFile.Page], into file: inout PDFFile) -> PageNumbers {
        let tree = file.newNumber()
        let pages =
            isTagged ? tagged(drawn, parent: tree, into: &file) : drawn.map { file.add(plain($0, parent: tree)) }
        PageWriter.writeTree(pages, as: tree, into: &file)
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

    private func plain(_ page: DrawnFile.Page, parent: Int) -> PDFText {
        self.page(page, resources: page.resources, contents: [page.content], parent: parent)
    }

    /// The two are laid on each other; each begins with Cairo's own transformation, which must not outlast it.
    private func tagged(_ drawn: [DrawnFile.Page], parent: Int, into file: inout PDFFile) -> [Int] {
        let beginning = file.addStream(Array("q\n".utf8))
        let middle = file.addStream(Array("Q\n/Artifact BMC\nq\n".utf8))
        let end = file.addStream(Array("Q\nEMC\n".utf8))
        return stride(from: 0, to: drawn.count, by: 2).map { index in
            let (marked, artifacts) = (drawn[index], drawn[index + 1])
            return file.add(
                page(
                    marked, resources: marked.resources.merged(with: artifacts.resources),
                    contents: [beginning, marked.content, middle, artifacts.content, end], parent: parent,
                    structureParents: index / 2))
        }
    }

    private func page(
        _ drawn: DrawnFile.Page, resources: PDFValue, contents: [Int], parent: Int, structureParents: Int? = nil
    ) -> PDFText {
        var text = PDFText("<</Type/Page/Parent \(parent) 0 R/MediaBox")
        text.append(drawn.mediaBox)
        text.append("/Contents")
        text.append(.array(contents.map(PDFValue.reference)))
        text.append("/Resources")
        text.append(resources)
        if let group = drawn.group {
            text.append("/Group")
            text.append(group)
        }
        if let structureParents { text.append("/Tabs/S/StructParents \(structureParents)") }
        text.append(">>")
        return text
    }
}
