internal import ReportForms
public import ReportModel
public import ReportReading

/// The reports of many bodies, read from files, folders, lists of JSON or a sheet.
public struct ReportCollection: Sendable {
    /// In the order of the inputs.
    public private(set) var reports: [SourcedReport] = []
    /// What could not be read, and what was found in reading.
    public private(set) var findings: [Diagnostic] = []

    /// - Parameters:
    ///   - inputs: as `BatchOptions.inputs` has them.
    ///   - template: for rows of sheets that name none.
    ///   - options: of reading.
    /// - Throws: `DiagnosticsError` where standard input cannot be kept. Reports that cannot be read are among the
    ///   findings.
    public init(_ inputs: [String], forms: [Form], template: String? = nil, options: ImportOptions = ImportOptions())
        throws(DiagnosticsError)
    {
        var finder = InputFinder(excluding: [], forms: forms, template: template, cancellation: Cancellation())
        defer { finder.removeKept() }
        for input in inputs { try finder.add(input) }
        findings = finder.problems.flatMap(\.diagnostics) + finder.findings
        let reader = JobReader(forms: forms, options: options)
        for (index, input) in finder.inputs.enumerated() {
            let job = input.job(index, output: nil)
            do throws(DiagnosticsError) {
                _ = try reader.bytes(of: job)
                let read = try reader.read(job)
                findings += read.diagnostics.map { $0.located(by: job) }
                reports.append(read.value.located(by: job))
            } catch {
                findings += error.diagnostics.map { $0.located(by: job) }
            }
        }
    }
}

extension SourcedReport {
    /// With the line of the record that it is for all its places.
    fileprivate func located(by job: ReportJob) -> SourcedReport {
        guard let line = job.record?.line else { return self }
        var result = self
        result.sources.file = job.name ?? job.report
        result.sources.locations = sources.locations.mapValues {
            SourceLocation(file: result.sources.file, line: line, column: $0.column)
        }
        return result
    }
}
