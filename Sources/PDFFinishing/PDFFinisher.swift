public import FontPrograms
internal import PDFReading
public import ReportModel
public import Typesetting

/// Makes the file that is issued of the pages that Cairo has drawn: with metadata, outline, page labels, structure tree
/// and everything that PDF/A, PDF/UA and PDF/X ask for. PDF_A.md, PDF_UA.md and PDF_X.md, beside this file, go through
/// them clause by clause.
public struct PDFFinisher {
    let document: LaidOutDocument
    let standard: PDFStandard
    private let files: [AssociatedFile]
    private let press: PressJob?
    private let appearances: [Int: [UInt8]]

    /// - Parameters:
    ///   - files: what the PDF carries along, where its standard lets it.
    ///   - press: how a PDF/X is made; other standards have none.
    ///   - appearances: of the document's fields that have a seal, by their places: a PDF file with it on its one page.
    public init(
        _ document: LaidOutDocument, standard: PDFStandard, files: [AssociatedFile] = [], press: PressJob? = nil,
        appearances: [Int: [UInt8]] = [:]
    ) {
        precondition((standard == .press) == (press != nil), "PDF/X is made for a press, and nothing else is")
        precondition(press == nil || document.signatureFields.isEmpty, "what goes to a press is signed by nobody")
        self.document = document
        self.standard = standard
        self.press = press
        self.appearances = appearances
        self.files = standard.carriesFiles ? files : []
    }

    /// - Parameters:
    ///   - drawn: what Cairo has drawn, as `DrawnPages` says; for a press, with its bleed.
    ///   - fonts: of the faces whose text is to be written over it.
    ///   - pictures: pages of PDF files, by the data of the pictures that it draws instead.
    /// - Returns: the finished file; the same bytes for the same input.
    /// - Throws: `DiagnosticsError` where the text has characters that no archive understands, where a drawing has
    ///   colours that cannot become inks, where the PDF of a seal cannot be taken and, of the machine's fault, where the
    ///   file is not as Cairo 1.16 writes it.
    public func finish(
        _ drawn: [UInt8], fonts: [FaceID: FontProgram] = [:], pictures: [[UInt8]: ImageSource] = [:]
    ) throws(DiagnosticsError) -> [UInt8] {
        let problems = standard.isTagged ? PrivateUse.problems(in: document) : []
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        let drawing = try DrawnFile(drawn)
        let layered = try LayeredPage.pages(
            of: document, isTagged: standard.isTagged, writing: Set(fonts.keys), in: drawing)
        var file = PDFFile(
            numbersInUse: drawing.contentNumbers, size: drawn.count + PDFFinisher.expectedSize,
            version: standard == .press ? "1.6" : "1.7")
        let fields = SignatureFieldWriter(document, appearances: appearances, into: &file)
        let pages = try writePages(layered, of: drawing, fonts: fonts, pictures, fields, into: &file)
        let catalog = file.newNumber()
        try writeCatalog(
            as: catalog, pages: pages, marks: layered.map(\.layers.marks), fields, claim: claim(in: file), into: &file)
        let information = file.add(
            Description(document.metadata).informationDictionary(isTrapped: press == nil ? nil : false))
        return file.finish(catalog: catalog, information: information)
    }

    /// About what the fonts and the text of a report take, in bytes.
    private static let expectedSize = 400_000

    private func writePages(
        _ pages: [LayeredPage], of drawing: DrawnFile, fonts: [FaceID: FontProgram],
        _ pictures: [[UInt8]: ImageSource], _ fields: SignatureFieldWriter, into file: inout PDFFile
    ) throws(DiagnosticsError) -> PageNumbers {
        var text = TextWriter(fonts, palette: press == nil ? .screen : .press)
        defer { text.writeFonts(into: &file) }
        if let press { return try PressPages(job: press).write(pages, of: drawing, &text, into: &file) }
        let others = pictures.isEmpty ? drawing.contentNumbers : try write(pictures, of: drawing, into: &file)
        for number in others { file.copy(drawing.archivable(number), as: number) }
        return PageWriter(isTagged: standard.isTagged, fields: fields).write(pages, &text, into: &file)
    }

    /// Puts pages of PDF files where Cairo has drawn their stand-ins; returns the numbers of all other objects.
    private func write(
        _ pictures: [[UInt8]: ImageSource], of drawing: DrawnFile, into file: inout PDFFile
    ) throws(DiagnosticsError) -> [Int] {
        var others: [Int] = []
        var lengths: Set<Int> = []
        for number in drawing.contentNumbers {
            guard let object = DrawnObject(drawing.object(number)), object.isStream,
                let image = pictures[object.packed]
            else {
                others.append(number)
                continue
            }
            lengths.formUnion(object.value["/Length"]?.references ?? [])
            try SealForm(image.bytes).write(as: number, isUnitSquare: true, into: &file)
        }
        return others.filter { !lengths.contains($0) }
    }

    /// - Parameter file: with the pages in it.
    private func claim(in file: borrowing PDFFile) -> XMPPacket.Claim? {
        press != nil ? .press(document: file.fingerprint) : standard.archivePart.map { .archive(part: $0) }
    }

    private func writeCatalog(
        as number: Int, pages: PageNumbers, marks: [[PageMark]], _ fields: SignatureFieldWriter,
        claim: XMPPacket.Claim?, into file: inout PDFFile
    ) throws(DiagnosticsError) {
        var catalog = PDFText("<</Type/Catalog/Pages \(pages.tree) 0 R/Lang(zh-CN)")
        // Mirrored margins are right only where the printer turns the sheets; a press has an imposition.
        let duplex = document.isDuplex && press == nil ? "/Duplex/DuplexFlipLongEdge" : ""
        catalog.append("/ViewerPreferences<</DisplayDocTitle true\(duplex)>>/PageLabels")
        catalog.append(PageLabels(document.pages.map(\.label)).tree)
        // Nobody leafs through a sheet with marks, and its pages lie elsewhere on it.
        if press == nil, let outline = OutlineWriter(document: document, pages: pages.pages).write(into: &file) {
            catalog.append("/PageMode/UseOutlines/Outlines \(outline) 0 R")
        }
        if standard.isTagged {
            let tree = StructureWriter(
                document: document, pages: pages.pages, marks: marks, widgets: fields.numbers
            ).write(into: &file)
            catalog.append("/MarkInfo<</Marked true>>/StructTreeRoot \(tree) 0 R")
        }
        catalog.append(
            try fields.write(
                document, pages: pages.pages, firstKey: standard.isTagged ? pages.pages.count : nil, into: &file))
        if let claim {
            let packet = XMPPacket(Description(document.metadata), claim: claim)
            let metadata = file.addStream(packet.bytes, "/Type/Metadata/Subtype/XML")
            catalog.append("/Metadata \(metadata) 0 R/OutputIntents[")
            catalog.append(
                press?.condition.outputIntent(in: &file) ?? PDFText(SRGBProfile.outputIntent(in: &file)))
            catalog.append("]")
        }
        catalog.append(
            AssociatedFileWriter(files: files, date: Description(document.metadata).pdfDate).write(into: &file))
        catalog.append(">>")
        file.put(catalog, as: number)
    }
}
