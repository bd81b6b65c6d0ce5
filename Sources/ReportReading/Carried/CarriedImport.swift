internal import ReportForms
internal import ReportModel

/// Imports a file that carries its report: the report itself where the file still shows just that, else what the file
/// shows, with what it does not show taken from the report.
///
/// Whatever is taken from it is exported again and has to read as the file reads, so that nothing old comes back and
/// nothing that can be seen is lost.
struct CarriedImport<Shown: ShownContent> {
    let file: String
    let format: ReportFormat
    let forms: [Form]
    /// Where the pictures that the file carries go; nil where the format carries none.
    let pictureFolder: String?
    let writer: (any CarriedReportWriter)?
    /// Reads the bytes of a file of the format.
    let open: ([UInt8]) throws(DiagnosticsError) -> Shown
    /// Makes a report of what a file shows.
    let report: (Shown) throws(DiagnosticsError) -> ImportedReport

    /// - Throws: `DiagnosticsError` with everything that keeps a report from being made of what the file shows.
    func read(_ shown: Shown, carried text: String) throws(DiagnosticsError) -> ImportedReport {
        guard let writer else {
            var imported = try report(shown)
            imported.log.repairs.append(CarriedFinding.ignored(file))
            return imported
        }
        let style: String
        let carried: SourcedReport
        let original: Shown
        do throws(DiagnosticsError) {
            let parsed = try CarriedReport(text, file: file, forms: forms)
            style = parsed.style
            let found = writer.report(of: parsed, showing: shown.pictures.map(\.bytes))
            carried = pictureFolder.map(found.inFolder) ?? found
            original = try open(writer.file(of: carried, style: style, as: format))
        } catch {
            var imported = try report(shown)
            imported.log.doubts.append(CarriedFinding.unusable(error, file))
            return imported
        }
        if original.showsSame(as: shown) { return whole(carried, shown) }
        var now = try report(shown)
        let read = now.report.report
        let drawings = CarriedDrawings(carried.report, shownAs: original.parts)
        if let before = try? report(original), before.report.report.form == now.report.report.form {
            let merge = CarriedMerge(carried: carried, before: before.report, now: now.report, drawings: drawings)
            if let written = try? open(writer.file(of: merge.report, style: style, as: format)),
                drawings.reads(written.parts, as: shown.parts, of: original.parts, merge.report)
            {
                now.report = merge.report
                // A chart whose picture was taken out is not lost.
                let deleted = CarriedDrawings.places(in: original.parts) - CarriedDrawings.places(in: shown.parts)
                let lost = carried.report.chartCount - merge.report.report.chartCount
                now.log.add(CarriedFinding.changed(file, hasLost: merge.hasLost || lost > max(0, deleted)))
                if let unlike = CarriedFinding.unlike(now.report.report, read, file) { now.log.add(unlike) }
                return now
            }
            now.report = merge.shownReport
        }
        now.log.add(CarriedFinding.changed(file, hasLost: true))
        return now
    }

    private func whole(_ carried: SourcedReport, _ shown: Shown) -> ImportedReport {
        let form = forms.first { $0.id == carried.report.form }
        // The lines of what is carried are none that anybody can look at.
        var report = carried
        report.sources = SourceMap(file: file)
        let read = (try? self.report(shown))?.report.report
        let unlike = read.flatMap { CarriedFinding.unlike(carried.report, $0, file) }
        return ImportedReport(
            report: report,
            log: ImportLog(
                file: file, format: format, form: form?.id,
                tables: form.map { ImportLog.Table.all(of: $0, carriedBy: report.report) } ?? [],
                findings: [CarriedFinding.whole(file)] + shown.findings + (unlike.map { [$0] } ?? [])))
    }
}

extension ImportLog {
    fileprivate mutating func add(_ finding: Diagnostic) {
        if finding.severity == .note { repairs.append(finding) } else { doubts.append(finding) }
    }
}
