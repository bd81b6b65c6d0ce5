import Foundation
internal import ReportForms
public import ReportModel

/// Issues many reports: each found once, typeset by one of several worker processes, written whole or not at all, and
/// accounted for.
///
/// The PDFs are the same whatever the number of workers, and whatever came before them.
public struct Batch {
    public let options: BatchOptions

    public init(_ options: BatchOptions) { self.options = options }

    /// Runs until every report is issued or told as failed. Blocks its thread.
    /// - Parameters:
    ///   - cancellation: stops it early.
    ///   - observe: told what happens, on the same thread.
    /// - Returns: what became of all of them.
    /// - Throws: `DiagnosticsError` where nothing can be done at all: no inputs, a layout that is wrong, fonts that are
    ///   missing, a folder or manifest that cannot be written, workers that do not start.
    public func run(
        cancellation: Cancellation = Cancellation(), observe: @escaping (BatchEvent) -> Void = { _ in }
    ) throws(DiagnosticsError) -> BatchSummary {
        let start = ContinuousClock.now
        let prepared = try prepare()
        try makeOutputFolder()
        let finder = try found(prepared, cancellation, observe)
        defer { finder.removeKept() }
        let manifest = try Manifest(
            path: options.manifest, run: ManifestRun(program: options.program, fingerprint: prepared.fingerprint),
            isResumed: options.isResumed)
        let run = BatchRun(
            options, inputs: finder.inputs, manifest: manifest, cancellation: cancellation, observe: observe)
        try run.issue(try run.plan(problems: finder.problems))
        return run.finishedSummary(since: start)
    }

    /// Finds and names everything as `run` does, and issues nothing: for those who have the jobs done elsewhere.
    /// - Parameters: as for `run`.
    /// - Returns: a job for each report, with absolute paths; and the reports that have none, as failures.
    /// - Throws: `DiagnosticsError` as `run` does, and where an input is standard input, which is nowhere else.
    public func jobs(
        cancellation: Cancellation = Cancellation(), observe: @escaping (BatchEvent) -> Void = { _ in }
    ) throws(DiagnosticsError) -> (jobs: [ReportJob], summary: BatchSummary) {
        let start = ContinuousClock.now
        guard !options.inputs.contains("-") else { throw DiagnosticsError(Self.noStandardInput) }
        let finder = try found(try prepare(), cancellation, observe)
        let run = BatchRun(options, inputs: finder.inputs, manifest: nil, cancellation: cancellation, observe: observe)
        let jobs = try run.plan(problems: finder.problems).map { $0.withAbsolutePaths(in: Self.workingFolder) }
        return (jobs, run.finishedSummary(since: start))
    }

    private func found(
        _ prepared: Prepared, _ cancellation: Cancellation, _ observe: (BatchEvent) -> Void
    ) throws(DiagnosticsError) -> InputFinder {
        var finder = InputFinder(
            excluding: [options.output, options.manifest] + options.excluded, forms: prepared.forms,
            template: options.template, cancellation: cancellation)
        for list in options.lists { try finder.add(list: list) }
        for word in options.inputs { try finder.add(word) }
        observe(.prepared(prepared.fontFindings + finder.findings))
        guard !finder.inputs.isEmpty || !finder.problems.isEmpty else {
            finder.removeKept()
            throw DiagnosticsError(noInputs)
        }
        return finder
    }

    /// What is the same for all reports.
    private struct Prepared {
        var fingerprint: String
        var forms: [Form]
        var fontFindings: [Diagnostic]
    }

    /// Finds out what is wrong for all reports, once. The renderer is for that alone; its fonts are let go of before the
    /// first worker starts.
    private func prepare() throws(DiagnosticsError) -> Prepared {
        let renderer = try Renderer(options.renderer)
        var files = renderer.fontUsage.map(\.file)
        if let press = renderer.copy?.press {
            let profiles = ProfileLocator(
                chosen: options.renderer.profile, folder: options.renderer.resources.profiles)
            files.append(try profiles.path(of: press.condition))
        }
        let fingerprint = try Fingerprint.of(
            options.renderer, standard: renderer.standard, isChecked: options.isChecked, program: options.program,
            signing: options.signing, files: files)
        return Prepared(fingerprint: fingerprint, forms: renderer.forms, fontFindings: renderer.fontFindings)
    }

    private func makeOutputFolder() throws(DiagnosticsError) {
        guard mkdir(options.output, 0o777) != 0 else { return }
        let error = SystemError.last
        var status = stat()
        if error.code == EEXIST, stat(options.output, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        throw OutputFile.failure(
            error.code == ENOENT ? "output.no-such-folder" : "output.cannot-write", options.output,
            error.code == EEXIST ? SystemError(code: ENOTDIR) : error)
    }

    private var noInputs: Diagnostic {
        Diagnostic(
            "input.none", .error, Localized(zh: "一份报告也没有找到", en: "not one report was found"),
            hint: Localized(
                zh: "文件夹里找的是 .yaml、.yml、.json、.txt、.text 文件",
                en: "in folders, files ending in .yaml, .yml, .json, .txt and .text are looked for"))
    }

    private static let noStandardInput = Diagnostic(
        "batch.standard-input", .error,
        Localized(zh: "标准输入里的报告不能交给别处去做", en: "reports on standard input cannot be done elsewhere"),
        hint: Localized(zh: "先存成 .jsonl 文件", en: "save them as a .jsonl file"))

    private static var workingFolder: String { FileManager.default.currentDirectoryPath }
}

extension ReportJob {
    /// Paths for whoever works in another folder; messages keep the names that were given.
    fileprivate func withAbsolutePaths(in folder: String) -> ReportJob {
        func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }
        var job = self
        job.name = name ?? report
        job.report = absolute(report)
        job.template = template.map(absolute)
        job.output = output.map(absolute)
        return job
    }

    /// As a line of JSON, with its end.
    public var line: [UInt8] { JSONLine().bytes(self) }
}
