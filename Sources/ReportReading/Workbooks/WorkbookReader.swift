internal import ReportForms
internal import ReportModel

/// Reads a report from a workbook: one of ours that was filled in, or an office's own.
enum WorkbookReader {
    /// - Throws: `DiagnosticsError` with everything that keeps a report from being made of it.
    static func read(
        _ bytes: [UInt8], file: String, forms: [Form], wanted: FormID?, options: ImportOptions
    ) throws(DiagnosticsError) -> ImportedReport {
        let read = try XLSXReader.read(bytes, file: file)
        let sink = DiagnosticSink()
        read.diagnostics.forEach(sink.add)
        guard let own = WorkbookReport(read.value, file: file, forms: forms, wanted: wanted, sink: sink) else {
            let forms = forms.filter { wanted == nil || $0.id == wanted }
            let document = WorkbookDocument(file: file, forms: forms).document(read.value, findings: read.diagnostics)
            return try DocumentImporter(forms: forms, options: options).read(document, format: .xlsx)
        }
        guard let (report, tables) = own.read(), !sink.hasErrors else {
            throw DiagnosticsError(sink.diagnostics.inReadingOrder)
        }
        return ImportedReport(
            report: report,
            log: ImportLog(
                file: file, format: .xlsx, form: report.report.form, tables: tables,
                findings: sink.diagnostics.inReadingOrder))
    }
}
