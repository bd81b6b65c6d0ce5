internal import PDFReading
internal import ReportForms
internal import ReportModel

/// Reads the report that a PDF/A-3 of this program carries, by the form that it carries with it.
enum PDFReportReader {
    /// - Throws: `DiagnosticsError`; `record.none` where the PDF is none of ours, or an archive standard that carries nothing.
    static func read(
        _ bytes: [UInt8], file: String, wanted: FormID?, pictureFolder folder: String
    ) throws(DiagnosticsError) -> ImportedReport {
        let carried = try ArchivedReport(bytes, file: file)
        let form = try carried.form()
        if let wanted, form.id != wanted {
            throw DiagnosticsError(
                Diagnostic(
                    "form.other", .error,
                    Localized(
                        zh: "报告用的是 \(form.id) 格式，不是 \(wanted)",
                        en: "the report is in the form \(form.id), not \(wanted)"),
                    at: Place(file: file)))
        }
        var read = try carried.report(form)
        read.value.pictures = Dictionary(carried.files.map { ($0.name, $0.bytes) }) { first, _ in first }
        let report = read.value.inFolder(folder)
        return ImportedReport(
            report: report,
            log: ImportLog(
                file: file, format: .pdf, form: form.id,
                tables: ImportLog.Table.all(of: form, carriedBy: report.report), findings: read.diagnostics))
    }
}
