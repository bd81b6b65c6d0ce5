package import ReportForms
public import ReportModel

/// The report that a Word file, a web page or a text of ours carries along, because what it shows does not tell all of
/// it: data of charts, archive data, widths of columns.
///
/// It is never believed by itself: an import takes it where exporting it again shows what the file shows.
public struct CarriedReport: Sendable {
    public var report: SourcedReport
    /// The style that it was exported by.
    public var style: String
    /// Digests of its pictures by their paths; empty in a file that shows none.
    public var digests: [String: String]

    public init(_ report: SourcedReport, style: String, digests: [String: String]) {
        self.report = report
        self.style = style
        self.digests = digests
    }

    /// - Parameter text: as `text(in:)` gives it; whoever made the file may have made something else of it.
    /// - Throws: `DiagnosticsError` with everything that is wrong.
    init(_ text: String, file: String, forms: [Form]) throws(DiagnosticsError) {
        let sink = DiagnosticSink()
        let root = try LocatedNode.parse(text, file: file)
        try StrictJSON.check(text, file: file)
        guard let fields = FieldReader(root, sink), let style = fields.requiredString("style"),
            let node = fields.requiredNode("report"),
            let report = StructuredReader(file: file, forms: forms, wanted: nil, sink: sink).read(node)
        else { throw DiagnosticsError(sink.diagnostics) }
        var digests: [String: String] = [:]
        if let pictures = fields.mapping("pictures") {
            for entry in pictures.allEntries { digests[entry.key] = entry.value.string(sink) }
        }
        fields.finish()
        try sink.check()
        self.init(report, style: style, digests: digests)
    }

    /// JSON on one line, the report in it as in a report file.
    package func text(in form: Form) -> String {
        let report = ReportOutline(form: form, hasComments: false).entries(of: report.report)
        let pictures = digests.sorted { $0.key < $1.key }.map { OutputEntry($0.key, .string($0.value)) }
        return JSONEmitter.inline(
            .mapping(
                [OutputEntry("style", .string(style))]
                    + (pictures.isEmpty ? [] : [OutputEntry("pictures", .mapping(pictures))])
                    + [OutputEntry("report", .mapping(report))]))
    }
}

/// Writes reports into files of the kinds that carry them. The program that exports reports does.
public protocol CarriedReportWriter: Sendable {
    /// A carried report with those of its pictures that are among the ones that its file shows.
    func report(of carried: CarriedReport, showing pictures: [[UInt8]]) -> SourcedReport

    /// A file that shows a report and carries nothing. In the place of a picture that the report does not bring along
    /// stands something else.
    /// - Parameter format: `docx`, `html` or `text`.
    /// - Throws: `DiagnosticsError` where no such file can be made of it.
    func file(of report: SourcedReport, style: String, as format: ReportFormat) throws(DiagnosticsError) -> [UInt8]
}
