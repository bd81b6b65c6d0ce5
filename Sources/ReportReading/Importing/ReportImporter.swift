public import ReportForms
public import ReportModel

/// Reads reports from the files that offices have, and says what it did to them.
public enum ReportImporter {
    /// Reads a file of at most 32 MB; a PDF of at most 256 MB, because it carries its pictures.
    /// - Parameters:
    ///   - format: nil decides by the content of an office file or a PDF, the name's ending, else by the content of a text.
    ///   - forms: the forms the report may be in; the labels or keys of its tables choose.
    ///   - wanted: the one form that it has to be in; nil leaves the choice to the report.
    /// - Throws: `DiagnosticsError` with everything that is wrong, each with its place.
    public static func read(
        path: String, as format: ReportFormat? = nil, forms: [Form], inForm wanted: FormID? = nil,
        options: ImportOptions = ImportOptions()
    ) throws(DiagnosticsError) -> ImportedReport {
        let isPDF = (format ?? ReportFormat(fileName: path)) == .pdf
        let bytes = try FileBytes.read(path: path, limit: isPDF ? ArchivedReport.sizeLimit : FileBytes.limit)
        return try read(bytes, name: path, as: format, forms: forms, inForm: wanted, options: options)
    }

    /// As `read(path:as:forms:)`, of bytes already at hand; `name` stands in diagnostics.
    public static func read(
        _ bytes: [UInt8], name: String, as format: ReportFormat? = nil, forms: [Form], inForm wanted: FormID? = nil,
        options: ImportOptions = ImportOptions()
    ) throws(DiagnosticsError) -> ImportedReport {
        let known = format ?? ReportFormat(signature: bytes) ?? ReportFormat(fileName: name)
        let importer = DocumentImporter(forms: forms.filter { wanted == nil || $0.id == wanted }, options: options)
        switch known {
        case .docx:
            let open = { (bytes: [UInt8]) throws(DiagnosticsError) in
                try DOCXReader.read(bytes, file: name, options: options)
            }
            return try importer.read(open(bytes), format: .docx, open: open)
        case .office:
            let target = OfficeConverter.Target(file: name)
            let converted = try OfficeConverter.installed(for: name).convert(bytes, file: name, to: target)
            switch target {
            case .docx:
                return try importer.read(DOCXReader.read(converted, file: name, options: options), format: .office)
            case .xlsx:
                return try WorkbookReader.read(converted, file: name, forms: forms, wanted: wanted, options: options)
            }
        case .xlsx:
            return try WorkbookReader.read(bytes, file: name, forms: forms, wanted: wanted, options: options)
        case .html: return try importer.readPage(bytes, name)
        case .pdf:
            return try PDFReportReader.read(bytes, file: name, wanted: wanted, pictureFolder: options.pictureFolder)
        case .yaml, .json, .text, nil: break
        }
        let decoded = try TextDecoding.decode(bytes, file: name)
        let found = known ?? ReportFormat(content: decoded.value)
        switch found {
        case .html: return try importer.readPage(bytes, name)
        case .text: return try importer.readText(decoded, name)
        default: return try readData(decoded, name, as: found, isNamed: known != nil, forms, wanted)
        }
    }

    private static func readData(
        _ text: Diagnosed<String>, _ name: String, as format: ReportFormat, isNamed: Bool, _ forms: [Form],
        _ wanted: FormID?
    ) throws(DiagnosticsError) -> ImportedReport {
        let sink = DiagnosticSink()
        text.diagnostics.forEach(sink.add)
        let root = try LocatedNode.parse(text.value, file: name)
        // What merely looks like JSON may be YAML's way of writing the same.
        if isNamed, format == .json { try StrictJSON.check(text.value, file: name) }
        let report = StructuredReader(file: name, forms: forms, wanted: wanted, sink: sink).read(root)
        return try result(report, name, format, sink)
    }

    /// - Throws: `DiagnosticsError` with what the sink holds, where there is no report.
    static func result(
        _ report: SourcedReport?, _ name: String, _ format: ReportFormat, _ sink: DiagnosticSink
    ) throws(DiagnosticsError) -> ImportedReport {
        if sink.hasErrors { throw DiagnosticsError(sink.diagnostics.inReadingOrder) }
        guard let report else {
            // A reader that gives no report has said why; this guards against one that has not.
            throw DiagnosticsError(
                sink.diagnostics + [
                    Diagnostic(
                        "report.unreadable", .error, Localized(zh: "未能读出报告", en: "no report could be read"),
                        at: Place(file: name))
                ])
        }
        return ImportedReport(
            report: report,
            log: ImportLog(
                file: name, format: format, form: report.report.form, tables: [],
                findings: sink.diagnostics.inReadingOrder))
    }
}
