internal import PDFReading
internal import ReportForms
internal import ReportModel

/// Reads the report that a PDF/A-3 of this program carries, by the form that it carries with it.
enum PDFReportReader {
    /// - Throws: `DiagnosticsError`; `record.none` where the PDF is none of ours, or an archive standard that carries nothing.
    static func read(
        _ bytes: [UInt8], file: String, forms: [Form], wanted: FormID?
    ) throws(DiagnosticsError) -> ImportedReport {
        let carried = try ArchivedReport(bytes, file: file)
        let form = try carried.form()
        if let wanted, form.id != wanted {
            throw DiagnosticsError(
                Diagnostic(
                    "form.other", .error,
                    Localized(
                        zh: "报告用的是 \(form.id) 格式，不是 \(wanted)", en: "the report is in the form \(form.id), not \(wanted)"),
                    at: Place(file: file)))
        }
        let read = try carried.report(form)
        let named = Set(
            read.value.report.narrative.compactMap { part in
                if case .figure(let figure) = part.block { RecordName.normalized(figure.path) } else { nil }
            })
        let tables = form.tables.map { table in
            let figures = read.value.report.figures.keys { $0.table == table.key }.count
            return ImportLog.Table(
                table: table.key, name: table.name, place: nil, figures: figures, expected: table.figureKeys.count,
                basis: .keys, confidence: 1)
        }
        return ImportedReport(
            report: read.value,
            pictures: carried.files.filter { named.contains($0.name) }.map {
                ImportedReport.Picture(path: $0.name, bytes: $0.bytes)
            },
            log: ImportLog(
                file: file, format: .pdf, form: form.id, tables: tables, findings: read.diagnostics))
    }
}
