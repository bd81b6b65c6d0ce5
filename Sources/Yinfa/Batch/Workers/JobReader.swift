import Foundation
internal import ReportForms
internal import ReportModel
internal import ReportReading

/// What a job's report says, and the SHA-256 of the bytes that said it.
struct ReadJob {
    var report: SourcedReport
    var findings: [Diagnostic]
    var digest: String
}

/// Reads the report of a job, wherever it is.
struct JobReader {
    let forms: [Form]

    /// The report's own bytes.
    func bytes(of job: ReportJob) throws(DiagnosticsError) -> [UInt8] {
        if let text = job.text { return Array(text.utf8) }
        if let record = job.record { return try bytes(of: record, in: job) }
        return try FileBytes.read(path: job.report)
    }

    func read(_ bytes: [UInt8], of job: ReportJob) throws(DiagnosticsError) -> ReadJob {
        let format = job.record == nil ? job.format : .json
        let read = try ReportReader.read(bytes, name: job.report, as: format, forms: forms, inForm: job.form)
        return ReadJob(report: read.value, findings: read.diagnostics, digest: Digest.sha256(bytes))
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
        result.place = located(place ?? Place(file: job.report))
        result.notes = notes.map { Note($0.message, at: located($0.place)) }
        return result
    }
}
