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
        // The PDF chose the names: its pictures go into a folder of their own.
        let named = Set(read.value.report.mapPicturePaths { folder + "/" + RecordName.normalized($0) })
        let tables = form.tables.map { table in
            let figures = read.value.report.figures.keys { $0.table == table.key }.count
            return ImportLog.Table(
                table: table.key, name: table.name, place: nil, figures: figures, expected: table.figureKeys.count,
                basis: .keys, confidence: 1)
        }
        return ImportedReport(
            report: read.value,
            pictures: carried.files.compactMap { carried in
                let path = folder + "/" + carried.name
                return named.contains(path) ? ImportedReport.Picture(path: path, bytes: carried.bytes) : nil
            },
            log: ImportLog(
                file: file, format: .pdf, form: form.id, tables: tables, findings: read.diagnostics))
    }
}

extension Report {
    /// Changes the paths of its pictures and gives the new ones.
    fileprivate mutating func mapPicturePaths(_ change: (String) -> String) -> [String] {
        var paths: [String] = []
        changeNarrative { block in
            guard case .figure(var figure) = block else { return block }
            figure.path = change(figure.path)
            paths.append(figure.path)
            return .figure(figure)
        }
        return paths
    }
}
