public import FontPrograms
public import ReportModel
public import Typesetting

/// Makes the file that is issued of the pages that Cairo has drawn: with metadata, outline, page labels, structure tree
/// and everything that PDF/A and PDF/UA ask for. PDF_A.md and PDF_UA.md, beside this file, go through them clause by
/// clause.
public struct PDFFinisher {
    let document: LaidOutDocument
    let standard: PDFStandard
    private let files: [AssociatedFile]

    /// - Parameter files: what the PDF carries along, where its standard lets it.
    public init(_ document: LaidOutDocument, standard: PDFStandard, files: [AssociatedFile] = []) {
        self.document = document
        self.standard = standard
        self.files = standard.carriesFiles ? files : []
    }

    /// - Parameters:
    ///   - drawn: a file of Cairo's with a page for each of the document's or, where the standard is tagged, two:
    ///     the marked content, and the artifacts.
    ///   - fonts: those that it draws with stand-ins.
    /// - Returns: the finished file; the same bytes for the same input.
    /// - Throws: `DiagnosticsError` where the text has characters that no archive understands and, of the machine's
    ///   fault, where the file is not as Cairo 1.16 writes it.
    public func finish(_ drawn: [UInt8], fonts: [FontSubset] = []) throws(DiagnosticsError) -> [UInt8] {
        let problems = standard.isTagged ? PrivateUse.problems(in: document) : []
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        let drawing = try DrawnFile(drawn, standIns: fonts.map(\.standInName))
        guard drawing.pages.map(\.markCount) == expectedMarkCounts else { throw DrawnFile.unreadable("marked content") }
        var file = PDFFile(
            numbersInUse: drawing.numbersInUse,
            size: fonts.reduce(drawn.count) { $0 + $1.program.size(of: $1.glyphs.lazy.map(\.id)) })
        for number in drawing.contentNumbers { file.copy(drawing.archivable(number), as: number) }
        for font in fonts {
            FontWriter(font).write(as: try drawing.number(of: font), into: &file)
        }
        let pages = PageWriter(isTagged: standard.isTagged).write(drawing.pages, into: &file)
        let catalog = file.newNumber()
        writeCatalog(as: catalog, pages: pages, into: &file)
        let information = file.add(Description(document.metadata).informationDictionary)
        return file.finish(catalog: catalog, information: information)
    }

    /// Of each page that was drawn. Were Cairo to count otherwise than we do, the tree would speak of the wrong text.
    private var expectedMarkCounts: [Int] {
        document.pages.flatMap { standard.isTagged ? [$0.marks.count, 0] : [0] }
    }

    private func writeCatalog(as number: Int, pages: PageNumbers, into file: inout PDFFile) {
        var catalog = PDFText("<</Type/Catalog/Pages \(pages.tree) 0 R/Lang(zh-CN)")
        // Mirrored margins are right only where the printer turns the sheets.
        let duplex = document.isDuplex ? "/Duplex/DuplexFlipLongEdge" : ""
        catalog.append("/ViewerPreferences<</DisplayDocTitle true\(duplex)>>/PageLabels")
        catalog.append(PageLabels(document.pages.map(\.label)).tree)
        if let outline = OutlineWriter(document: document, pages: pages.pages).write(into: &file) {
            catalog.append("/PageMode/UseOutlines/Outlines \(outline) 0 R")
        }
        if standard.isTagged {
            let tree = StructureWriter(document: document, pages: pages.pages).write(into: &file)
            catalog.append("/MarkInfo<</Marked true>>/StructTreeRoot \(tree) 0 R")
        }
        if let part = standard.archivePart {
            let packet = XMPPacket(Description(document.metadata), archivePart: part)
            let metadata = file.addStream(packet.bytes, "/Type/Metadata/Subtype/XML")
            catalog.append("/Metadata \(metadata) 0 R/OutputIntents[\(SRGBProfile.outputIntent(in: &file))]")
        }
        catalog.append(
            AssociatedFileWriter(files: files, date: Description(document.metadata).pdfDate).write(into: &file))
        catalog.append(">>")
        file.put(catalog, as: number)
    }
}
