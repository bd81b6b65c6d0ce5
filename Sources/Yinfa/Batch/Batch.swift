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
        let (fingerprint, forms, fontFindings) = try prepare()
        try makeOutputFolder()
        var finder = InputFinder(
            excluding: [options.output, options.manifest] + options.excluded, forms: forms, template: options.template)
        defer { finder.removeKept() }
        for word in options.inputs { try finder.add(word) }
        for list in options.lists { try finder.add(list: list) }
        observe(.prepared(fontFindings + finder.findings))
        guard !finder.inputs.isEmpty || !finder.problems.isEmpty else { throw DiagnosticsError(noInputs) }
        let manifest = try Manifest(
            path: options.manifest, run: ManifestRun(program: options.program, fingerprint: fingerprint),
            isResumed: options.isResumed)
        let run = BatchRun(
            options, inputs: finder.inputs, manifest: manifest, cancellation: cancellation, observe: observe)
        try run.issue(problems: finder.problems)
        var summary = run.summary
        summary.seconds = start.duration(to: .now).inMilliseconds / 1000
        return summary
    }

    /// Finds out what is wrong for all reports, once. The renderer is for that alone; its fonts are let go of before the
    /// first worker starts.
    private func prepare() throws(DiagnosticsError) -> (fingerprint: String, forms: [Form], fontFindings: [Diagnostic])
    {
        let renderer = try Renderer(options.renderer)
        let fingerprint = try Fingerprint.of(
            options.renderer, isChecked: options.isChecked, program: options.program,
            fonts: renderer.fontUsage.map(\.file))
        return (fingerprint, renderer.forms, renderer.fontFindings)
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
}
