internal import PDFReading
internal import ReportModel

/// Writes sheets: each page as a form XObject (ISO 32000-1 8.10), drawn where it belongs.
struct SheetWriter {
    private let document: PDFDocument
    private let pages: [PrintablePage]
    private let imposition: Imposition
    private let geometry: SheetGeometry
    private var copier: ObjectCopier
    private var file = PDFFile(numbersInUse: [], size: 0)

    /// - Parameter pages: at least one.
    init(_ document: PDFDocument, pages: [PrintablePage], imposition: Imposition) {
        self.document = document
        self.pages = pages
        self.imposition = imposition
        geometry = SheetGeometry(page: pages[0], paper: imposition.paper)
        copier = ObjectCopier(document)
    }

    mutating func write(_ sheets: [ImposedSheet]) throws(DiagnosticsError) -> [UInt8] {
        let tree = file.newNumber()
        var sides: [Int] = []
        for sheet in sheets {
            sides.append(try write(sheet.front, isBack: false, parent: tree))
            // The last back may have nothing on it; a booklet’s always has.
            if !sheet.back.isBlank || imposition.scheme == .booklet {
                sides.append(try write(sheet.back, isBack: true, parent: tree))
            }
        }
        var text = PDFText("<</Type/Pages/Count \(sides.count)/Kids")
        text.append(.array(sides.map(PDFValue.reference)))
        text.append(">>")
        file.put(text, as: tree)
        let catalog = file.add(try self.catalog(tree))
        let information = file.add(try self.information())
        try copier.finish(into: &file)
        return file.finish(catalog: catalog, information: information)
    }

    // MARK: Sides

    private mutating func write(_ side: ImposedSheet.Side, isBack: Bool, parent: Int) throws(DiagnosticsError) -> Int {
        var content = PDFText()
        var resources = PDFText()
        for (page, name, onRight) in [(side.left, "L", false), (side.right, "R", true)] {
            guard let page else { continue }
            guard var placement = geometry.placement(of: pages[page - 1], onRight: onRight) else {
                throw otherSize(page)
            }
            if isBack, imposition.turningEdge == .long { placement = placement.followed(by: geometry.upsideDown) }
            content.append("q ")
            content.append(placement)
            content.append("cm /\(name) Do Q\n")
            resources.append("/\(name) ")
            let form = file.newNumber()
            try copier.copyAsForm(pages[page - 1], as: form, into: &file)
            resources.append(reference: form)
        }
        let stream = file.addStream(content.bytes)
        var text = PDFText("<</Type/Page/Parent \(parent) 0 R/MediaBox[0 0 ")
        text.append(decimal: geometry.width)
        text.append(" ")
        text.append(decimal: geometry.height)
        text.append("]/Contents \(stream) 0 R/Resources<</XObject<<")
        text.append(resources)
        text.append(">>>>>>")
        return file.add(text)
    }

    private func otherSize(_ page: Int) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "impose.page-sizes", .error,
                Localized(
                    zh: "第 \(page) 页的大小与第 1 页不同，不能拼成一册",
                    en: "page \(page) has another size than page 1; they make no one set of sheets"),
                at: Place(file: document.file),
                hint: Localized(zh: "请把大小不同的页分开拼版、打印", en: "impose and print pages of different sizes by themselves")))
    }

    // MARK: The document

    private mutating func catalog(_ tree: Int) throws(DiagnosticsError) -> PDFText {
        let edge = imposition.turningEdge == .short ? "Short" : "Long"
        // Scaled by a printer, the halves would not meet at the fold.
        var text = PDFText(
            "<</Type/Catalog/Pages \(tree) 0 R/ViewerPreferences<</PrintScaling/None/PickTrayByPDFSize true/Duplex/DuplexFlip\(edge)Edge>>"
        )
        if let intents = document.catalog["/OutputIntents"] {
            text.append("/OutputIntents ")
            text.append(try copier.copy(intents, into: &file))
        }
        text.append(">>")
        return text
    }

    private mutating func information() throws(DiagnosticsError) -> PDFText {
        var text = PDFText("<<")
        let source = try document.information()
        for key in ["/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/CreationDate"] {
            guard let value = try document.entry(key, of: source), case .scalar = value else { continue }
            text.append(key)
            text.append(" ")
            text.append(try copier.copy(value, into: &file))
        }
        text.append("/Producer")
        text.append(string: Description.creator)
        text.append(">>")
        return text
    }
}

extension PDFText {
    fileprivate mutating func append(_ placement: Placement) {
        for number in [placement.a, placement.b, placement.c, placement.d, placement.e, placement.f] {
            append(decimal: number)
            append(" ")
        }
    }
}
