import Yinfa

/// The copies of a file or a report, one after the other.
struct PrintedCopies {
    private enum Source {
        case file([UInt8])
        /// The record stays as long as its pictures are needed.
        case report(SourcedReport, Renderer, UnpackedRecord?)
    }

    private let name: String
    private let source: Source
    private let booklet: Imposition?

    /// - Parameters:
    ///   - numbered: whether each copy has a number of its own, so that its pages have to be set again.
    ///   - onBothSides: of the paper.
    init(
        _ options: PrintableOptions, numbered: Bool, onBothSides: Bool, booklet: Imposition?,
        _ findings: inout [Diagnostic]
    ) throws(DiagnosticsError) {
        name = options.file
        self.booklet = booklet
        switch try options.open(&findings) {
        case .report(let report, let form):
            source = .report(report, try options.renderer(form, onBothSides: onBothSides, &findings), nil)
        case .pdf(let bytes) where numbered:
            let archived = try ArchivedReport(bytes, file: options.file)
            let record = try UnpackedRecord(archived)
            // The margins stay as the file has them, but for a booklet.
            let renderer = try options.renderer(record.form, onBothSides: booklet != nil, &findings)
            source = .report(record.report, renderer, record)
            findings += try options.differences(record, archived, bytes)
        case .pdf(let bytes):
            source = .file(bytes)
        }
    }

    /// Findings are those of the first copy; the others have the same.
    func pdf(_ number: CopyNumber?, isFirst: Bool, _ findings: inout [Diagnostic]) throws(DiagnosticsError) -> [UInt8] {
        var found: [Diagnostic] = []
        var pdf: [UInt8]
        switch source {
        case .file(let bytes): pdf = bytes
        case .report(let report, let renderer, _):
            let rendered = try renderer.render(report, copyNumber: number)
            found += rendered.diagnostics
            pdf = rendered.value.pdf
        }
        if let booklet {
            let imposed = try booklet.impose(try PDFDocument(pdf, file: name))
            found += imposed.diagnostics
            pdf = imposed.value.pdf
        }
        if isFirst { findings += found }
        return pdf
    }
}

extension PrintableOptions {
    /// Set again as it was, without a number, the record has to give the file’s own bytes; a signature comes behind them.
    fileprivate func differences(
        _ record: UnpackedRecord, _ archived: ArchivedReport, _ bytes: [UInt8]
    ) throws(DiagnosticsError) -> [Diagnostic] {
        let renderer = try Renderer(
            RendererOptions(resources: try resources.locate(), style: style, layout: layout), forms: [record.form])
        let again = try renderer.render(record.report, check: archived.checkResult).value.pdf
        guard !bytes.starts(with: again) else { return [] }
        return [
            Diagnostic(
                "print.pages-differ", .warning,
                Localized(
                    zh: "按附带的数据重新排印，与这份 PDF 不完全相同",
                    en: "set again from the data that it carries, the PDF is not quite the same"),
                at: Place(file: file),
                hint: Localized(
                    zh: "原来是否用了别的 --style、--layout、字体，或者另一版的印发？请核对印出的第一份",
                    en:
                        "was it made with another --style or --layout, other fonts, or another version of Yinfa? Compare the first copy"
                ))
        ]
    }
}
