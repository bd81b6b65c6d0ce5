public import ReportForms
public import ReportModel

/// Reads reports from files.
public enum ReportReader {
    /// Reads a file of at most 32 MB or, of a PDF, 256 MB.
    /// - Parameters:
    ///   - format: nil decides by the content of an office file or a PDF, the name's ending, else by the content of a text.
    ///   - forms: the forms the report may be in; the labels or keys of its tables choose.
    ///   - wanted: the one form that it has to be in; nil leaves the choice to the report.
    /// - Returns: the report with the form found set in it, and notes of what was repaired or assumed.
    /// - Throws: `DiagnosticsError` with everything that is wrong, each with file, line and path.
    public static func read(
        path: String, as format: ReportFormat? = nil, forms: [Form], inForm wanted: FormID? = nil,
        options: ImportOptions = ImportOptions()
    ) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        let read = try ReportImporter.read(path: path, as: format, forms: forms, inForm: wanted, options: options)
        return Diagnosed(read.report, read.log.findings)
    }

    /// As `read(path:as:forms:)`, of bytes already at hand; `name` stands in diagnostics.
    public static func read(
        _ bytes: [UInt8], name: String, as format: ReportFormat? = nil, forms: [Form], inForm wanted: FormID? = nil,
        options: ImportOptions = ImportOptions()
    ) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        let read = try ReportImporter.read(
            bytes, name: name, as: format, forms: forms, inForm: wanted, options: options)
        return Diagnosed(read.report, read.log.findings)
    }
}

extension [Diagnostic] {
    /// By their lines; those of one line as they were found.
    var inReadingOrder: [Diagnostic] {
        enumerated()
            .sorted { ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset) }
            .map(\.element)
    }
}
