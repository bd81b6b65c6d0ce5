public import FontPrograms
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

    /// - Parameters:
    ///   - files: what the PDF carries along, where its standard lets it.
    ///   - press: how a PDF/X is made; other standards have none.
    public init(
        _ document: LaidOutDocument, standard: PDFStandard, files: [AssociatedFile] = [], press: PressJob? = nil
    ) {
        precondition((standard == .press) == (press != nil), "PDF/X is made for a press, and nothing else is")
        self.document = document
        self.standard = standard
        self.press = press
        self.files = standard.carriesFiles ? files : []
    }

    /// - Parameters:
    ///   - drawn: a file of Cairo's with a page for each of the document's or, where the standard is tagged, two:
    ///     the marked content, and the artifacts. For a press, it is drawn with its bleed.
    ///   - fonts: those that it draws with stand-ins.
    /// - Returns: the finished file; the same bytes for the same input.
    /// - Throws: `DiagnosticsError` where the text has characters that no archive understands, where a drawing has
    ///   colours that cannot become inks and, of the machine's fault, where the file is not as Cairo 1.16 writes it.
    public func finish(_ drawn: [UInt8], fonts: [FontSubset] = []) throws(DiagnosticsError) -> [UInt8] {
        let problems = standard.isTagged ? PrivateUse.problems(in: document) : []
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        let drawing = try DrawnFile(drawn, standIns: fonts.map(\.standInName))
        guard drawing.pages.map(\.markCount) == expectedMarkCounts else { throw DrawnFile.unreadable("marked content") }
        var file = PDFFile(
            numbersInUse: drawing.numbersInUse,
            size: fonts.reduce(drawn.count) { $0 + PDFFinisher.glyphSize * $1.glyphs.count },
            version: standard == .press ? "1.6" : "1.7")
        let pages = try writePages(of: drawing, fonts: fonts, into: &file)
        let catalog = file.newNumber()
        writeCatalog(as: catalog, pages: pages, claim: claim(in: file), into: &file)
        let information = file.add(
            Description(document.metadata).informationDictionary(isTrapped: press == nil ? nil : false))
        return file.finish(catalog: catalog, information: information)
    }

    /// About how many bytes a glyph takes in a font.
    private static let glyphSize = 320

    private func writePages(
        of drawing: DrawnFile, fonts: [FontSubset], into file: inout PDFFile
    ) throws(DiagnosticsError) -> PageNumbers {
        if press == nil {
            for number in drawing.contentNumbers { file.copy(drawing.archivable(number), as: number) }
        }
        for font in fonts {
            FontWriter(font).write(as: try drawing.number(of: font), into: &file)
        }
        if let press { return try PressPages(job: press).write(document.pages, of: drawing, into: &file) }
        return PageWriter(isTagged: standard.isTagged).write(drawing.pages, into: &file)
    }

    /// - Parameter file: with the pages in it.
    private func claim(in file: borrowing PDFFile) -> XMPPacket.Claim? {
        press != nil ? .press(document: file.fingerprint) : standard.archivePart.map { .archive(part: $0) }
    }

    /// Of each page that was drawn. Were Cairo to count otherwise than we do, the tree would speak of the wrong text.
    private var expectedMarkCounts: [Int] {
        document.pages.flatMap { standard.isTagged ? [$0.marks.count, 0] : [0] }
    }

    private func writeCatalog(
        as number: Int, pages: PageNumbers, claim: XMPPacket.Claim?, into file: inout PDFFile
    ) {
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
            let tree = StructureWriter(document: document, pages: pages.pages).write(into: &file)
            catalog.append("/MarkInfo<</Marked true>>/StructTreeRoot \(tree) 0 R")
        }
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
