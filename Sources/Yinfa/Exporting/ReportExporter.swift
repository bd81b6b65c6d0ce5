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
    /// and txt say what the PDF says. The same report gives the same bytes: no clock is read.
    /// - Returns: with findings on what the report holds and the format does not show.
    /// - Throws: `DiagnosticsError` where the report names an unknown form, a picture is missing, a table or a chart cannot
    ///   be made, or a library that writes the format is not on the machine.
    public func export(
        _ source: SourcedReport, as format: ExportFormat
    ) throws(DiagnosticsError) -> Diagnosed<[UInt8]> {
        let form = try forms.form(of: source.report)
        switch format {
        case .yaml: return Diagnosed(Array(ReportWriter.yaml(source.report, form: form).utf8))
        case .json: return Diagnosed(Array(ReportWriter.json(source.report, form: form).utf8))
        case .xlsx: return Diagnosed(try ReportWorkbook.xlsx(source.report, form: form))
        case .txt: return try document(source, form, holding: []).map { Array(PlainReport.text($0).utf8) }
        case .html:
            return try document(source, form, holding: [.png, .jpeg, .svg]).map { Array(WebPage.html($0).utf8) }
        case .docx:
            let document = try document(source, form, holding: [.png, .jpeg])
            return Diagnosed(try WordFile.docx(document.value), document.diagnostics)
        }
    }

    /// - Parameter formats: those of the pictures that the file can hold; none for a file without pictures.
    private func document(
        _ source: SourcedReport, _ form: Form, holding formats: Set<ImageSource.Format>
    ) throws(DiagnosticsError) -> Diagnosed<ExportedDocument> {
        do throws(DiagnosticsError) {
            let images = try NarrativeImages.load(for: source)
            let composition = try Composer(
                report: source.report, form: form, style: style, images: images, needsAlternatives: false
            ).compose()
            let pictures = try formats.isEmpty ? [:] : pictures(in: composition, holding: formats)
            return Diagnosed(
                ExportedDocument(
                    source.report, composition: composition, style: style, fonts: fonts, pictures: pictures),
                UnplacedFinding.findings(of: source)
                    + composition.findings.map { $0.placed(by: source.sources) })
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
            pictures[index] = ExportedDocument.Picture(format: .png, bytes: picture.png, ratio: picture.ratio)
        }
        return pictures
    }
}

extension Diagnosed {
    fileprivate func map<Other>(_ transform: (Value) -> Other) -> Diagnosed<Other> {
        Diagnosed<Other>(transform(value), diagnostics)
    }
}
