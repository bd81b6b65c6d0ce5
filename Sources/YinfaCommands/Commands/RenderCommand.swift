import ArgumentParser
import Yinfa

struct RenderCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "把报告排成 PDF · typeset a report as a PDF")

    @OptionGroup(title: "报告 · report") var source: ReportOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "结果的文件名（默认为报告文件名加 .pdf）· the result (default: the report's name with .pdf)", valueName: "file"))
    var output: String?

    @Flag(help: "每页生成一幅 PNG，而不是 PDF · a PNG for each page instead of a PDF")
    var png = false

    @Option(
        help: ArgumentHelp(
            "PNG 的分辨率，36 至 1200 · resolution of the PNGs, 36 to 1200", valueName: "dots per inch"))
    var dpi = 150.0

    @Option(
        help: ArgumentHelp(
            "份号，六位数字，印在首页左上角 · number of the copy, six digits, printed on page one", valueName: "number"))
    var copyNumber: CopyNumber?

    @OptionGroup(title: "排版 · typesetting") var rendering: RenderingOptions
    @OptionGroup(title: "签名 · signing") var signing: IssueSigningOptions
    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    func validate() throws {
        guard (36...1200).contains(dpi) else {
            throw ValidationError("--dpi 应在 36 至 1200 之间 · --dpi goes from 36 to 1200")
        }
        if let pdf = rendering.pdf, png {
            throw ValidationError(
                "--pdf \(pdf.rawValue) 是对 PDF 的要求，而 --png 不生成 PDF；请只用其中之一 · --pdf \(pdf.rawValue) asks something of a PDF, and with --png there is none; use one of them"
            )
        }
        if signing.sign, png {
            throw ValidationError(
                "--sign 给 PDF 签名，而 --png 不生成 PDF；请只用其中之一 · --sign signs a PDF, and with --png there is none; use one of them"
            )
        }
        if rendering.profile != nil, png {
            throw ValidationError(
                "--profile 用于 PDF 的分色，而 --png 不生成 PDF；请只用其中之一 · --profile separates the colours of a PDF, and with --png there is none; use one of them"
            )
        }
        let hasFields = rendering.sealing.signatureFields || !rendering.sealing.countersigners.isEmpty
        if hasFields, png {
            throw ValidationError(
                "签名域做在 PDF 里，而 --png 不生成 PDF；请去掉 --signature-fields、--countersigner · signature fields are made in a PDF, and with --png there is none; leave out --signature-fields and --countersigner"
            )
        }
    }

    struct Result: CommandResult {
        var output: [String]
        var pages: Int
        func text(in language: Language) -> String { output.joined(separator: "\n") }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let destination = output ?? OutputName.replacingEnding(of: source.report, by: png ? "png" : "pdf")
        try OutputName.check(destination, isNot: source.report)
        let resources = try resources.locate()
        let (report, form) = try source.read(resources, &findings)
        var found: [Diagnostic] = []
        if !rendering.unchecked {
            found = ReportChecker.check(report.report, form: form, sources: report.sources)
            findings += found
            // A report whose figures are wrong is not issued; what was found so far is told.
            if findings.hasErrors { throw DiagnosticsError([]) }
        }
        // Nobody waits for pages to learn that the key is not one to sign with.
        let signer = try signing.signer()
        let renderer = try Renderer(rendering.options(resources, signed: signing.sign), forms: [form])
        findings += renderer.fontFindings
        if png {
            let preview = try renderer.preview(report, copyNumber: copyNumber)
            findings += preview.diagnostics
            return try write(preview.value, beside: destination)
        }
        findings += rendering.sealing.findings(isSigned: signing.sign)
        let check =
            rendering.unchecked || !renderer.standard.carriesFiles
            ? nil : try CheckResult.json(report.report, form: form, findings: found)
        let rendered = try renderer.render(report, copyNumber: copyNumber, check: check)
        findings += rendered.diagnostics
        let pdf = try signer?.sign(rendered.value.pdf, file: destination) ?? rendered.value.pdf
        try OutputFile.write(pdf, to: destination)
        return Result(output: [destination], pages: rendered.value.pageCount)
    }

    private func write(_ preview: Preview, beside destination: String) throws(DiagnosticsError) -> Result {
        var written: [String] = []
        do throws(DiagnosticsError) {
            for page in (0..<preview.pageCount).map({ $0 + 1 }) {
                let path = OutputName.page(page, of: preview.pageCount, beside: destination)
                try OutputName.check(path, isNot: source.report)
                try OutputFile.write(try preview.png(page: page, dpi: dpi), to: path)
                written.append(path)
            }
        } catch {
            // Half of the pages would pass for the whole.
            written.forEach(OutputFile.remove)
            throw error
        }
        return Result(output: written, pages: preview.pageCount)
    }
}
