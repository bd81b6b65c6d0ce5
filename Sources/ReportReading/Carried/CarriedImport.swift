internal import ReportForms
internal import ReportModel

/// Imports a file that carries its report: the report itself where the file still shows just that, else what the file
/// shows, with what it does not show taken from the report.
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
            imported.log.repairs.append(ignored)
            return imported
        }
        let carried: SourcedReport
        let original: Shown
        do throws(DiagnosticsError) {
            let parsed = try CarriedReport(text, file: file, forms: forms)
            let written = try writer.write(parsed, pictures: shown.pictures, as: format)
            carried = pictureFolder.map(written.report.inFolder) ?? written.report
            original = try open(written.file)
        } catch {
            var imported = try report(shown)
            imported.log.doubts.append(unusable(error))
            return imported
        }
        if original.showsSame(as: shown) { return whole(carried) }
        var now = try report(shown)
        guard let before = try? report(original), before.report.report.form == now.report.report.form else {
            now.log.doubts.append(changed(hasLost: true))
            return now
        }
        let merge = CarriedMerge(carried: carried, before: before.report, now: now.report)
        now.report.report = merge.report
        now.report.pictures = merge.pictures
        if merge.hasLost {
            now.log.doubts.append(changed(hasLost: true))
        } else {
            now.log.repairs.append(changed(hasLost: false))
        }
        return now
    }

    private func whole(_ carried: SourcedReport) -> ImportedReport {
        let form = forms.first { $0.id == carried.report.form }
        // The lines of what is carried are none that anybody can look at.
        var report = carried
        report.sources = SourceMap(file: file)
        return ImportedReport(
            report: report,
            log: ImportLog(
                file: file, format: format, form: form?.id,
                tables: form.map { ImportLog.Table.all(of: $0, carriedBy: report.report) } ?? [],
                findings: [
                    Diagnostic(
                        "import.carried", .note,
                        Localized(
                            zh: "文件显示的与所附的数据一致，按数据读入",
                            en: "the file shows what the data that it carries say; they were read"),
                        at: Place(file: file))
                ]))
    }

    private var ignored: Diagnostic {
        Diagnostic(
            "import.carried-ignored", .note,
            Localized(
                zh: "文件附有数据，没有读，只按显示的内容读入", en: "the file carries data that were not read; what it shows was"),
            at: Place(file: file))
    }

    private func unusable(_ error: DiagnosticsError) -> Diagnostic {
        let reason = error.diagnostics.first { $0.severity == .error }?.message
        return Diagnostic(
            "import.carried-unusable", .warning,
            Localized(
                zh: "文件所附的数据不能用，只按显示的内容读入\(reason.map { "：\($0.zh)" } ?? "")",
                en:
                    "the data that the file carries are of no use; what it shows was read\(reason.map { ": \($0.en)" } ?? "")"
            ),
            at: Place(file: file))
    }

    private func changed(hasLost: Bool) -> Diagnostic {
        hasLost
            ? Diagnostic(
                "import.carried-lost", .warning,
                Localized(
                    zh: "文件导出以后改动过：改动的部分按显示的内容读入，其中图表的数据等不显示的内容没有保留",
                    en:
                        "the file was changed since it was exported: changed parts were read as shown, and what they do not show, such as the data of charts, is lost"
                ),
                at: Place(file: file), hint: Localized(zh: "请与原来的报告文件核对", en: "compare it with the report file"))
            : Diagnostic(
                "import.carried-changed", .note,
                Localized(
                    zh: "文件导出以后改动过：改动的部分按显示的内容读入，其余取自所附的数据",
                    en:
                        "the file was changed since it was exported: changed parts were read as shown, the rest from the data that it carries"
                ),
                at: Place(file: file))
    }
}
