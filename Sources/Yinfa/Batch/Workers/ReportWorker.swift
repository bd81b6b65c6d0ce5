import Foundation
internal import PDFSigning
public import ReportForms
public import ReportModel
internal import ReportReading

/// Issues one report after another, as jobs tell it: reads, checks, typesets, writes beside and renames.
///
/// Keeps fonts, forms and the cache of shaped text from job to job. What a job's PDF is depends on nothing that came
/// before it. Holds C objects: make one a process or thread, and keep it there.
public final class ReportWorker {
    /// Makes the check result that a PDF/A-3 carries, of a report, its form and what checking has found.
    public typealias CheckRecorder = (Report, Form, [Diagnostic]) throws(DiagnosticsError) -> [UInt8]

    private let options: RendererOptions
    private let isChecked: Bool
    private let recorder: CheckRecorder
    private let signer: ReportSigner?
    private let reader: JobReader
    private var renderer: Renderer?

    /// - Parameters:
    ///   - isChecked: whether a report whose figures are wrong is refused.
    ///   - recorder: used where reports are checked and their PDFs carry files.
    ///   - signer: certifies the PDFs, whose fields the options must ask for; nil leaves them unsigned.
    /// - Throws: `DiagnosticsError` where a form is missing or wrong. What is wrong with fonts or the style is told with
    ///   the first report that is to be typeset.
    public init(
        _ options: RendererOptions, isChecked: Bool, recorder: @escaping CheckRecorder, signer: ReportSigner? = nil
    ) throws(DiagnosticsError) {
        self.options = options
        self.isChecked = isChecked
        self.recorder = recorder
        self.signer = signer
        let forms = try FormLibrary.load(directory: options.resources.forms)
        reader = JobReader(
            forms: forms, options: ImportOptions(carriedReports: CarriedReports(options.resources, forms: forms)))
    }

    /// Does one job. What is wrong is in the outcome; nothing is thrown, so that the next job can come.
    public func perform(_ job: ReportJob) -> ReportOutcome {
        var work = begin(job)
        if let signature = work.signature {
            finish(&work, Result { () throws(DiagnosticsError) in try signature.completed() })
        }
        return work.outcome
    }

    /// Does all of a job but to ask the authorities of its signature. Where its signature waits for them, `finish` must
    /// follow.
    func begin(_ job: ReportJob) -> ReportAtWork {
        var work = ReportAtWork(job)
        work.advance { (work) throws(DiagnosticsError) in try perform(&work) }
        return work
    }

    /// Writes a report whose signature is complete.
    func finish(_ work: inout ReportAtWork, _ signed: Result<[UInt8], DiagnosticsError>) {
        work.advance { (work) throws(DiagnosticsError) in try write(try signed.get(), &work.outcome, work.job) }
    }

    private func perform(_ work: inout ReportAtWork) throws(DiagnosticsError) {
        let job = work.job
        let digest = Digest.sha256(try reader.bytes(of: job))
        if let known = job.known, known.holds(input: digest, output: job.output) {
            work.outcome.status = .unchanged
            work.outcome.output = job.output
            return
        }
        let read = try reader.read(job)
        let report = read.value.report
        work.outcome.agency = report.agency
        work.outcome.year = report.year
        guard let output = job.output else {
            work.outcome.status = .named
            return
        }
        try job.checkOutput(output)
        work.outcome.findings = read.diagnostics
        guard let form = reader.forms.first(where: { $0.id == report.form }) else {
            throw DiagnosticsError(Self.undecided(job))
        }
        var found: [Diagnostic] = []
        if isChecked {
            found = ReportChecker.check(report, form: form, sources: read.value.sources)
            work.outcome.findings += found
            // A report whose figures are wrong is not issued.
            if work.outcome.findings.hasErrors { throw DiagnosticsError([]) }
        }
        let renderer = try openedRenderer()
        let check = isChecked && renderer.standard.carriesFiles ? try recorder(report, form, found) : nil
        let rendered = try renderer.render(read.value, check: check)
        work.outcome.findings += rendered.diagnostics
        work.outcome.pages = rendered.value.pageCount
        work.outcome.proof = IssueProof(
            input: digest,
            files: digests(of: [job.template] + read.value.picturePaths + (try renderer.sealFiles(of: report))),
            output: nil)
        guard let signer else { return try write(rendered.value.pdf, &work.outcome, job) }
        let signature = try signer.begin(rendered.value.pdf, file: output)
        if signer.asksAuthorities {
            work.signature = PendingSignature(signature, signer.signer.completion)
        } else {
            try write(try signer.signer.completion.complete(signature), &work.outcome, job)
        }
    }

    private func write(
        _ pdf: [UInt8], _ outcome: inout ReportOutcome, _ job: ReportJob
    ) throws(DiagnosticsError) {
        guard let output = job.output else { return }
        try OutputFolder.makeFolders(above: output)
        try OutputFile.write(pdf, to: output)
        outcome.status = .issued
        outcome.output = output
        outcome.proof?.output = Digest.sha256(pdf)
    }

    private func openedRenderer() throws(DiagnosticsError) -> Renderer {
        if let renderer { return renderer }
        let new = try Renderer(options, forms: reader.forms)
        renderer = new
        return new
    }

    private func digests(of files: [String?]) -> [String: String] {
        files.compactMap { $0 }.reduce(into: [:]) { $0[$1] = Digest.sha256(ofFile: $1) }
    }

    private static func undecided(_ job: ReportJob) -> Diagnostic {
        Diagnostic(
            "form.undecided", .error,
            Localized(zh: "看不出报告用的是哪一年版的格式", en: "it cannot be told which form the report uses"),
            at: Place(file: job.report),
            hint: Localized(zh: "请在报告里写明，如 form: \"2021\"", en: "name it in the report, e.g. form: \"2021\""))
    }
}

extension ReportJob {
    /// A PDF must not replace the report itself, nor run into the answers.
    fileprivate func checkOutput(_ output: String) throws(DiagnosticsError) {
        let isReport = FileIdentity(output).map { $0 == FileIdentity(report) } ?? false
        guard output.lowercased().hasSuffix(".pdf"), !isReport else {
            throw DiagnosticsError(
                Diagnostic(
                    "job.output", .error,
                    Localized(
                        zh: "结果“\(output)”应是 .pdf 文件，且不是报告本身",
                        en: "the result '\(output)' has to be a .pdf file, and not the report itself")))
        }
    }

    /// What messages and manifests call the report.
    public var label: String { (name ?? report) + ((record?.line ?? row).map { ":\($0)" } ?? "") }
}

extension SourcedReport {
    /// Paths of the pictures in its narrative.
    fileprivate var picturePaths: [String] {
        report.narrative.compactMap { if case .figure(let picture) = $0.block { folder + picture.path } else { nil } }
    }
}

extension IssueProof {
    /// Whether all that the PDF was made of, and the PDF, are as they were.
    fileprivate func holds(input digest: String, output path: String?) -> Bool {
        guard let path, let output, digest == input else { return false }
        return files.allSatisfy { Digest.sha256(ofFile: $0.key) == $0.value } && Digest.sha256(ofFile: path) == output
    }
}

extension Duration {
    /// Rounded to a microsecond.
    var inMilliseconds: Double { (self / .microseconds(1)).rounded() / 1000 }
}
