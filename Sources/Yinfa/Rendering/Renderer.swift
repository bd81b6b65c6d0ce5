internal import CairoDrawing
internal import PDFFinishing
internal import PangoShaping
public import ReportForms
public import ReportModel
public import ReportReading
internal import Typesetting

/// Report in, official PDF out. Opens fonts, forms and the style once; renders as many reports as it is given.
///
/// Holds C objects and a cache of shaped text: make one a worker, and keep it there.
public final class Renderer {
    public let forms: [Form]
    public let style: Style
    /// What the copies have over the style; nil for the plain layout.
    public let copy: CopyLayout?
    /// What the font book could not give as it wishes; told once, not with every report.
    public let fontFindings: [Diagnostic]
    /// What the PDFs promise.
    public let standard: PDFStandard
    private let shaper: PangoShaper
    private let typesetter: Typesetter<PangoShaper>
    private let profiles: ProfileLocator
    private let sealing: Sealing
    let seals: SealStore?
    private var formFiles: [FormID: AssociatedFile] = [:]
    private var pressJob: PressJob?

    /// - Parameter forms: those that reports may name; nil loads all that there are.
    /// - Throws: `DiagnosticsError` where a layout file is missing or wrong, the layout asks for more than the standard
    ///   promises, the options ask for fields that it does not let be, or the fonts cannot be opened.
    public init(_ options: RendererOptions, forms: [Form]? = nil) throws(DiagnosticsError) {
        if let forms {
            self.forms = forms
        } else {
            self.forms = try FormLibrary.load(directory: options.resources.forms)
        }
        let book = try FontBook.parse(
            try LayoutFile.read(options.resources.fontBook), file: options.resources.fontBook)
        let roles = Set(book.roles.keys)
        copy = try CopyLayout.load(options.layout, in: options.resources.copies, roles: roles)
        standard = try options.standard(for: copy)
        sealing = try options.sealing(for: standard)
        profiles = ProfileLocator(chosen: options.profile, folder: options.resources.profiles)
        var style = try Style.load(options.style, in: options.resources.styles, for: copy, roles: roles)
        if options.mirrorsMargins { style.duplex = true }
        self.style = style
        let fonts = try book.locate(in: options.resources.fonts, strict: options.strictFonts)
        fontFindings = fonts.diagnostics
        shaper = PangoShaper(fonts)
        typesetter = Typesetter(style: style, shaper: shaper)
        seals = options.seals.map { [shaper] in SealStore($0, shaper: shaper) }
    }

    /// Typesets a report. It is taken as it is: checking it is `ReportChecker`'s work. A PDF/A-3 carries the report's
    /// data along, as `ReportRecord` has it.
    /// - Parameters:
    ///   - copyNumber: printed on page one.
    ///   - check: what checking the report has found, as `yinfa check --json` tells it; a PDF/A-3 carries it along.
    ///   - didFinish: called after each stage, for measuring.
    /// - Throws: `DiagnosticsError` where it names an unknown form, an image is missing or damaged or not described,
    ///   a table cannot be set, a field of the stamp is too long for it, a character has no glyph in any face of the
    ///   book, a seal is missing, is none or cannot be where it belongs, a face must not be embedded or, for a press, the
    ///   profile of the printing condition is not to be had or a drawing has colours that cannot become inks.
    public func render(
        _ source: SourcedReport, copyNumber: CopyNumber? = nil, check: [UInt8]? = nil,
        didFinish: (RenderingStage) -> Void = { _ in }
    ) throws(DiagnosticsError) -> Diagnosed<RenderedReport> {
        let laidOut = try layOut(source, copyNumber, needsAlternatives: standard.isTagged, didFinish)
        let preview = laidOut.value.preview
        let press = try jobForPress()
        let drawn = try preview.drawing.pdf(tagged: standard.isTagged, bleed: press?.style.bleed)
        didFinish(.drawing)
        let files = standard.carriesFiles ? try record(of: source.report, laidOut.value, check).files : []
        let pdf = try PDFFinisher(
            preview.document, standard: standard, files: files, press: press,
            appearances: try appearances(of: preview.document)
        ).finish(drawn.pdf, fonts: drawn.fonts, pictures: drawn.pictures)
        didFinish(.finishing)
        return Diagnosed(RenderedReport(pdf: pdf, preview: preview), laidOut.diagnostics)
    }

    private func record(
        of report: Report, _ laidOut: LaidOutReport, _ check: [UInt8]?
    ) throws(DiagnosticsError) -> ReportRecord {
        let form = laidOut.form
        let formFile = formFiles[form.id] ?? ReportRecord.formFile(form)
        formFiles[form.id] = formFile
        return try ReportRecord(report, form: form, formFile: formFile, images: laidOut.images, check: check)
    }

    /// The printing condition is opened with the first report that needs it; pages that are looked at need none.
    private func jobForPress() throws(DiagnosticsError) -> PressJob? {
        if let pressJob { return pressJob }
        guard let style = copy?.press else { return nil }
        pressJob = PressJob(style: style, condition: try profiles.open(style.condition))
        return pressJob
    }

    /// Typesets a report to be looked at, without a PDF: nothing is embedded, and nobody needs to be told what a picture
    /// shows.
    /// - Throws: as `render`, for what concerns pages.
    public func preview(
        _ source: SourcedReport, copyNumber: CopyNumber? = nil
    ) throws(DiagnosticsError) -> Diagnosed<Preview> {
        let laidOut = try layOut(source, copyNumber, needsAlternatives: false) { _ in }
        return Diagnosed(laidOut.value.preview, laidOut.diagnostics)
    }

    /// The pages, and what they were made by.
    private struct LaidOutReport {
        var preview: Preview
        var form: Form
        var images: [String: ImageSource]
    }

    private func layOut(
        _ source: SourcedReport, _ copyNumber: CopyNumber?, needsAlternatives: Bool,
        _ didFinish: (RenderingStage) -> Void
    ) throws(DiagnosticsError) -> Diagnosed<LaidOutReport> {
        let report = source.report
        do throws(DiagnosticsError) {
            let images = try NarrativeImages.load(for: source)
            let form = try form(of: report)
            var sealing = sealing
            let pictures = try seals?.pictures(for: report.signature)
            sealing.pictures = pictures?.value ?? []
            let composition = try Composer(
                report: report, form: form, style: style, copy: copy, copyNumber: copyNumber, images: images,
                sealing: sealing, needsAlternatives: needsAlternatives
            ).compose()
            didFinish(.composition)
            shaper.forgetSubstitutions()
            let laidOut = try typesetter.layOut(composition)
            didFinish(.layout)
            let preview = Preview(laidOut.value, drawing: DocumentDrawing(laidOut.value, shaper: shaper))
            return Diagnosed(
                LaidOutReport(preview: preview, form: form, images: images),
                UnplacedFinding.findings(of: source) + sealFindings(pictures)
                    + laidOut.diagnostics.map { $0.placed(by: source.sources) }
                    + substitutions)
        } catch {
            // What is printed twice, as the title of an attachment is, is wrong once.
            var told: Set<Diagnostic> = []
            throw DiagnosticsError(
                error.diagnostics.map { $0.placed(by: source.sources) }.filter { told.insert($0).inserted })
        }
    }

    private func form(of report: Report) throws(DiagnosticsError) -> Form { try forms.form(of: report) }

    /// A chart, or a picture that the report names, as a PNG file of 300 pixels an inch. Nil for other blocks.
    func picture(of block: ComposedBlock) throws(DiagnosticsError) -> (png: [UInt8], ratio: Double)? {
        let document: LaidOutDocument
        switch block {
        case .chart(let chart): document = try typesetter.page(of: chart)
        case .image(let image): document = LaidOutDocument(page: image)
        case .title, .paragraph, .table, .signature, .pageBreak: return nil
        }
        let page = document.pages[0]
        return (try DocumentDrawing(document, shaper: shaper).png(page: 0, dpi: 300), page.height / page.width)
    }

    /// Which file serves which role, roles first, then the fallback faces.
    public var fontUsage: [FontUse] { shaper.faces.map(FontUse.init) }

    private var substitutions: [Diagnostic] {
        shaper.substitutions.sorted { $0.key < $1.key }.flatMap { role, byFace in
            let name = shaper.faces.first { $0.role == role }?.roleName ?? role.rawValue
            return byFace.sorted { $0.key < $1.key }.map { face, characters in
                let list = characters.sorted().map { String(Character($0)) }.joined()
                let fallback = FontUse(shaper.faces[face]).family
                return Diagnostic(
                    "fonts.substituted", .note,
                    Localized(
                        zh: "\(name)没有这些字，改用备用字体 \(fallback)：\(list)",
                        en: "not in the \(name) face, set in the fallback face \(fallback): \(list)"))
            }
        }
    }
}

extension Diagnostic {
    /// With file and line where only the path in the report is known.
    func placed(by sources: SourceMap) -> Diagnostic {
        guard let path = place?.path, place?.file == nil else { return self }
        var result = self
        result.place = sources.place(of: path, cell: place?.cell)
        return result
    }
}

extension [Form] {
    /// The form that a report names; the newest where it names none.
    func form(of report: Report) throws(DiagnosticsError) -> Form {
        let wanted = report.form ?? last?.id
        if let form = first(where: { $0.id == wanted }) { return form }
        let known = map(\.id.rawValue)
        throw DiagnosticsError(
            Diagnostic(
                "form.unknown", .error,
                Localized(zh: "没有表式“\(wanted?.rawValue ?? "")”", en: "no form “\(wanted?.rawValue ?? "")”"),
                at: Place(path: "form"),
                hint: Localized(
                    zh: "可用的表式：\(known.joined(separator: "、"))", en: "known forms: \(known.joined(separator: ", "))")))
    }
}
