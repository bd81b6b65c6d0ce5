public import ReportForms
public import ReportModel

/// Composition → pages. Keeps nothing between documents but cells that come again.
public struct Typesetter<Shaper: TextShaper> {
    let style: Style
    let paragraphs: ParagraphSetter<Shaper>
    private let knownCells = KnownCells()

    public init(style: Style, shaper: Shaper) {
        self.style = style
        paragraphs = ParagraphSetter(shaper: shaper, settings: style.characters)
    }

    /// Measures everything, chooses how it is put on its pages, and puts it there. Findings are what a measure is too
    /// narrow for.
    /// - Throws: `DiagnosticsError` where a character has no glyph in any face of the book, a table cannot be set, a
    ///   field of the stamp has no room for what it says, or a seal cannot be where it belongs.
    public func layOut(_ composition: Composition) throws(DiagnosticsError) -> Diagnosed<LaidOutDocument> {
        let style = composition.marks.number == nil ? style : style.withFirstLineFree()
        var structure = StructureBuilder()
        let marks = try FirstPageMarks(composition.marks, style: style, paragraphs: paragraphs, &structure)
        var measurer = BlockMeasurer(
            style: style, paragraphs: paragraphs, knownCells: knownCells, structure: structure)
        for block in composition.blocks { try measurer.measure(block) }
        guard !measurer.findings.hasErrors else { throw DiagnosticsError(measurer.findings) }
        let units = PageUnit.units(of: measurer.items)
        var assembler = PageAssembler(style: style)
        assembler.assemble(try fill(units).path)
        guard assembler.problems.isEmpty else { throw DiagnosticsError(assembler.problems) }
        var pages = assembler.pages
        var metadata = composition.metadata
        let findings = composition.findings + measurer.findings + (metadata.archive?.findings(pages) ?? [])
        metadata.archive = metadata.archive?.counting(pages)
        try marks.place(on: &pages[0], record: metadata.archive)
        try PageNumbers(style: style, paragraphs: paragraphs).number(&pages)
        let fields = composition.signers.enumerated().map { index, signer in
            SignatureField(
                name: SignatureField.name(index), label: signer, page: assembler.signaturePage,
                seal: assembler.fieldSeals[index])
        }
        let document = LaidOutDocument(
            metadata: metadata, pages: pages, isDuplex: style.duplex, outline: assembler.outline,
            structure: measurer.finish(fieldCount: fields.count), signatureFields: fields)
        return Diagnosed(document, findings)
    }

    /// A chart as a page of its own that is as large as the chart, for those who want it as a picture.
    /// - Throws: where no face serves the role of its labels.
    public func page(of chart: ComposedChart) throws(DiagnosticsError) -> LaidOutDocument {
        let drawing = try ChartSetter(paragraphs: paragraphs, style: style.chart, width: style.typeArea.width)
            .set(chart)
        guard drawing.missing.isEmpty else {
            throw DiagnosticsError(.noGlyph(for: drawing.missing, path: chart.path))
        }
        return LaidOutDocument(
            page: drawing.contents.map { PageItem($0) }, width: drawing.width, height: drawing.height)
    }

    /// Paragraphs as they are by themselves; where the pages do not come out well that way, also drawn together or apart.
    private func fill(_ units: [PageUnit]) throws(DiagnosticsError) -> PageNode {
        var search = PageSearch(
            geometry: PageGeometry(style: style), style: style,
            setter: ParagraphLatitude { [paragraphs] paragraph, count in
                paragraphs.set(paragraph.text, paragraph.shape, lineCount: count)
            })
        let first = try search.fill(units)
        guard first.cost > PageCosts.acceptable else { return first }
        search.usesLatitude = true
        var best = try search.fill(units)
        if best.cost >= PageCosts.lonelySignature {
            search.horizon = .far
            let wider = try search.fill(units)
            if wider.total < best.total { best = wider }
        }
        return best.total < first.total ? best : first
    }
}

extension LaidOutDocument {
    /// A picture as a page of its own that is as large as the picture.
    public init(page image: ComposedImage) {
        let frame = Rectangle(x: 0, y: 0, width: image.width, height: image.height)
        self.init(
            page: [PageItem(.image(PlacedImage(image: image.source, frame: frame)))], width: image.width,
            height: image.height)
    }

    fileprivate init(page items: [PageItem], width: Double, height: Double) {
        self.init(
            metadata: DocumentMetadata(title: "", author: "", subject: "", keywords: [], date: nil),
            pages: [Page(width: width, height: height, label: "", items: items)], outline: [])
    }
}
