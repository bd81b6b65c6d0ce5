import Foundation
internal import ReportForms
internal import ReportModel
internal import ReportReading

/// Reads the report of a job, wherever it is. Keeps the sheet and the template that it has read last, for the rows of
/// a sheet come one after another.
final class JobReader {
    let forms: [Form]
    private let options: ImportOptions
    private var sheet: (path: String, form: FormID?, value: ReportSheet)?
    private var template: (path: String, value: ReportTemplate)?
    /// The bytes of the job at hand, so that a report is read from what its digest is of.
    private var bytes: [UInt8] = []

    init(forms: [Form], options: ImportOptions) {
        self.forms = forms
        self.options = options
    }

    /// The report's own bytes; of a row of a sheet, the header and the row.
    func bytes(of job: ReportJob) throws(DiagnosticsError) -> [UInt8] {
        if let row = job.row {
            bytes = try sheet(of: job).bytes(line: row)
        } else if let text = job.text {
            bytes = Array(text.utf8)
        } else if let record = job.record {
            bytes = try bytes(of: record, in: job)
        } else {
            bytes = try FileBytes.read(path: job.report)
        }
        return bytes
    }

    /// The report that the bytes are of.
    func read(_ job: ReportJob) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        if let row = job.row {
            return try sheet(of: job).report(line: row, template: try template(of: job))
        }
        let format = job.record == nil ? job.format : .json
        return try ReportReader.read(
            bytes, name: job.report, as: format, forms: forms, inForm: job.form, options: options)
    }

    private func sheet(of job: ReportJob) throws(DiagnosticsError) -> ReportSheet {
        if let sheet, sheet.path == job.report, sheet.form == job.form { return sheet.value }
        let new = try ReportSheet.read(
            FileBytes.read(path: job.report), name: job.report, forms: forms, inForm: job.form)
        sheet = (job.report, job.form, new.value)
        return new.value
    }

    private func template(of job: ReportJob) throws(DiagnosticsError) -> ReportTemplate? {
        guard let path = job.template else { return nil }
        if let template, template.path == path { return template.value }
        let new = try ReportTemplate(FileBytes.read(path: path), name: path)
        template = (path, new)
        return new
    }

    private func bytes(of record: ReportJob.Record, in job: ReportJob) throws(DiagnosticsError) -> [UInt8] {
        guard (0...FileBytes.limit).contains(record.length), record.offset >= 0 else {
            throw FileBytes.tooLarge(job.report, limit: FileBytes.limit)
        }
        let file = open(job.report, O_RDONLY | O_CLOEXEC)
        defer { if file >= 0 { close(file) } }
        var bytes = [UInt8](repeating: 0, count: record.length)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    file, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(record.offset + filled))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let reason = count < 0 ? SystemError.last.reason : Localized(zh: "文件变短了", en: "the file has shrunk")
                throw DiagnosticsError(
                    Diagnostic(
                        "file.read-failed", .error,
                        Localized(zh: "读取失败：\(reason.zh)", en: "reading failed: \(reason.en)"),
                        at: Place(file: job.report), fault: .machine))
            }
            filled += count
        }
        return bytes
    }
}

extension Diagnostic {
    /// With the line of the record that the report is, and the name that its file goes by.
    func located(by job: ReportJob) -> Diagnostic {
        func located(_ place: Place?) -> Place? {
            guard var place else { return nil }
            if let line = job.record?.line { place.line = line }
            if let name = job.name, place.file == job.report { place.file = name }
            return place
        }
        var result = self
        result.place = located(place ?? Place(file: job.report, line: job.row))
        result.notes = notes.map { Note($0.message, at: located($0.place)) }
        return result
    }
}
