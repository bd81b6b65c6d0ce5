public import ReportForms
public import ReportModel

/// Reads reports from files.
public enum ReportReader {
    /// Reads a file of at most 32 MB.
    /// - Parameters:
    ///   - format: nil decides by the name's ending, else by the content.
    ///   - forms: the forms the report may be in; the labels or keys of its tables choose.
    ///   - wanted: the one form that it has to be in; nil leaves the choice to the report.
    /// - Returns: the report with the form found set in it, and notes of what was repaired or assumed.
    /// - Throws: `DiagnosticsError` with everything that is wrong, each with file, line and path.
    public static func read(
        path: String, as format: ReportFormat? = nil, forms: [Form], inForm wanted: FormID? = nil
    ) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        try read(FileBytes.read(path: path), name: path, as: format, forms: forms, inForm: wanted)
    }

    /// As `read(path:as:forms:)`, of bytes already at hand; `name` stands in diagnostics.
    public static func read(
        _ bytes: [UInt8], name: String, as format: ReportFormat? = nil, forms: [Form], inForm wanted: FormID? = nil
    ) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        let decoded = try TextDecoding.decode(bytes, file: name)
        let sink = DiagnosticSink()
        decoded.diagnostics.forEach(sink.add)
        let report: SourcedReport?
        switch format ?? ReportFormat(fileName: name) ?? ReportFormat(content: decoded.value) {
        case .yaml, .json:
            let root = try LocatedNode.parse(decoded.value, file: name)
            // What merely looks like JSON may be YAML's way of writing the same.
            if (format ?? ReportFormat(fileName: name)) == .json { try StrictJSON.check(decoded.value, file: name) }
            report = StructuredReader(file: name, forms: forms, wanted: wanted, sink: sink).read(root)
        case .text:
            let forms = forms.filter { wanted == nil || $0.id == wanted }
            report = TextImporter(file: name, forms: forms, sink: sink).read(decoded.value)
        }
        if sink.hasErrors { throw DiagnosticsError(inReadingOrder(sink.diagnostics)) }
        guard let report else {
            // A reader that gives no report has said why; this guards against one that has not.
            throw DiagnosticsError(
                sink.diagnostics + [
                    Diagnostic(
                        "report.unreadable", .error, Localized(zh: "未能读出报告", en: "no report could be read"),
                        at: Place(file: name))
                ])
        }
        return Diagnosed(report, inReadingOrder(sink.diagnostics))
    }

    /// By their lines; those of one line as they were found.
    private static func inReadingOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.enumerated()
            .sorted { ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset) }
            .map(\.element)
    }
}
