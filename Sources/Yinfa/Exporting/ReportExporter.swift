internal import ReportExporting
public import ReportForms
public import ReportModel
public import ReportReading
internal import Typesetting

/// Reports for other programs: Word files, web pages, text, data, workbooks. Fonts are opened for charts alone.
public struct ReportExporter: Sendable {
    private let options: RendererOptions
    private let forms: [Form]
    private let style: Style
    private let fonts: FontBook

    /// - Parameters:
    ///   - options: where the layouts and the font book are, and the style.
    ///   - forms: those that reports may name; nil loads all that there are.
    /// - Throws: `DiagnosticsError` where a layout file is missing or wrong.
    public init(_ options: RendererOptions, forms: [Form]? = nil) throws(DiagnosticsError) {
        self.options = options
        if let forms {
            self.forms = forms
        } else {
            self.forms = try FormLibrary.load(directory: options.resources.forms)
        }
        fonts = try FontBook.parse(
            try LayoutFile.read(options.resources.fontBook), file: options.resources.fontBook)
        style = try Style.load(options.style, in: options.resources.styles, roles: Set(fonts.roles.keys))
    }

    /// The bytes of a report in a format. yaml and json hold the whole model and xlsx its figures and narrative; docx, html
    /// and txt say what the PDF says and, where importing that does not give the report back, carry it along. The same
    /// report gives the same bytes: no clock is read.
    /// - Parameter carriesData: whether docx, html and txt may carry the report.
    /// - Returns: with findings on what the report holds and the format does not show.
    /// - Throws: `DiagnosticsError` where the report names an unknown form, a picture is missing, a table or a chart cannot
    ///   be made, or a library that writes the format is not on the machine.
    public func export(
        _ source: SourcedReport, as format: ExportFormat, carriesData: Bool = true
    ) throws(DiagnosticsError) -> Diagnosed<[UInt8]> {
        let form = try forms.form(of: source.report)
        switch format {
        case .yaml: return Diagnosed(Array(ReportWriter.yaml(source.report, form: form).utf8))
        case .json: return Diagnosed(Array(ReportWriter.json(source.report, form: form).utf8))
        case .xlsx: return Diagnosed(try ReportWorkbook.xlsx(source.report, form: form))
        case .docx, .html, .txt: break
        }
        let shown = try document(source, form, format)
        let plain = try Self.bytes(of: shown.document, as: format)
        guard carriesData else { return Diagnosed(plain, shown.findings) }
        var whole = source
        whole.pictures = shown.images.mapValues(\.bytes)
        guard !comesBack(whole, from: plain, format) else { return Diagnosed(plain, shown.findings) }
        let carried = CarriedReport(
            source, style: options.style, digests: format == .txt ? [:] : whole.pictures.mapValues(Digest.sha256))
        return Diagnosed(
            try Self.bytes(of: shown.document, as: format, carrying: carried.text(in: form)),
            shown.findings + [Self.carries(source.sources.file)])
    }

    private static func carries(_ file: String) -> Diagnostic {
        Diagnostic(
            "export.carries-data", .note,
            Localized(
                zh: "页面上看不到的内容（如图表的数据、归档信息）附在文件里，供再导入时用",
                en:
                    "what a page does not show, such as charts’ data or archive data, goes along in the file, for an import"
            ),
            at: Place(file: file),
            hint: Localized(zh: "不要附上的，加 --without-data", en: "--without-data leaves it out"))
    }

    /// A report as docx, html or txt that carries nothing.
    func plainFile(_ source: SourcedReport, as format: ExportFormat) throws(DiagnosticsError) -> [UInt8] {
        try Self.bytes(of: document(source, forms.form(of: source.report), format).document, as: format)
    }

    private static func bytes(
        of document: ExportedDocument, as format: ExportFormat, carrying carried: String? = nil
    ) throws(DiagnosticsError) -> [UInt8] {
        switch format {
        case .docx: try WordFile.docx(document, carrying: carried)
        case .html: Array(WebPage.html(document, carrying: carried).utf8)
        case .txt: Array(PlainReport.text(document, carrying: carried).utf8)
        case .yaml, .json, .xlsx: preconditionFailure("written without a document")
        }
    }

    /// Whether importing the file gives the report, but for the names of its pictures.
    private func comesBack(_ source: SourcedReport, from bytes: [UInt8], _ format: ExportFormat) -> Bool {
        let back = try? ReportImporter.read(bytes, name: "report.\(format.rawValue)", forms: forms)
        return back.map { $0.report.isSame(as: source) } ?? false
    }

    private func document(
        _ source: SourcedReport, _ form: Form, _ format: ExportFormat
    ) throws(DiagnosticsError) -> (document: ExportedDocument, images: [String: ImageSource], findings: [Diagnostic]) {
        do throws(DiagnosticsError) {
            let images = try NarrativeImages.load(for: source)
            let composition = try Composer(
                report: source.report, form: form, style: style, images: images, needsAlternatives: false
            ).compose()
            let pictures = try format.pictures.isEmpty ? [:] : pictures(in: composition, holding: format.pictures)
            let findings =
                UnplacedFinding.findings(of: source) + composition.findings.map { $0.placed(by: source.sources) }
            return (
                ExportedDocument(
                    source.report, composition: composition, style: style, fonts: fonts, pictures: pictures),
                images, findings
            )
        } catch {
            throw DiagnosticsError(error.diagnostics.map { $0.placed(by: source.sources) })
        }
    }

    /// Charts, and pictures in a format that the file cannot hold, drawn.
    private func pictures(
        in composition: Composition, holding formats: Set<ImageSource.Format>
    ) throws(DiagnosticsError) -> [Int: ExportedDocument.Picture] {
        let wanted = composition.blocks.indices.filter { index in
            switch composition.blocks[index] {
            case .chart: true
            case .image(let image): !formats.contains(image.source.format)
            case .title, .paragraph, .table, .signature, .pageBreak: false
            }
        }
        guard !wanted.isEmpty else { return [:] }
        let renderer = try Renderer(options, forms: forms)
        var pictures: [Int: ExportedDocument.Picture] = [:]
        for index in wanted {
            guard let picture = try renderer.picture(of: composition.blocks[index]) else { continue }
            var drawing: [UInt8]?
            if case .image(let image) = composition.blocks[index], image.source.format == .svg {
                drawing = image.source.bytes
            }
            pictures[index] = ExportedDocument.Picture(
                format: .png, bytes: picture.png, ratio: picture.ratio, drawing: drawing)
        }
        return pictures
    }
}

extension ExportFormat {
    /// Kinds of pictures that its files can hold; none where they hold no pictures.
    fileprivate var pictures: Set<ImageSource.Format> {
        switch self {
        case .docx: [.png, .jpeg]
        case .html: [.png, .jpeg, .svg]
        case .txt, .yaml, .json, .xlsx: []
        }
    }
}
