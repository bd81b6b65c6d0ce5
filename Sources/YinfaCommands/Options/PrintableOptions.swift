import ArgumentParser
import Yinfa

/// What goes to a printer: a finished PDF, or a report that is typeset for it.
struct PrintableOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "PDF 文件，或报告文件（YAML、JSON 或纯文本）· a PDF file, or a report file (YAML, JSON or plain text)",
            valueName: "file"))
    var file: String

    @OptionGroup var reading: ReadingOptions

    @Option(help: ArgumentHelp("报告的样式 · the report’s style", valueName: "name"))
    var style = "gbt9704"

    @Option(
        help: ArgumentHelp("报告的版式：plain（默认）、archive · the report’s layout: plain (default), archive", valueName: "name")
    )
    var layout = CopyLayout.plain

    @Flag(help: "缺少公文专用字体时报错 · a missing official face is an error")
    var strictFonts = false

    @Flag(name: .customLong("no-check"), help: "不核对报告的数据，直接排版 · typeset a report without checking its figures")
    var unchecked = false

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions

    /// Reads the file; of a report, whose figures are wrong, nothing is printed.
    func open(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Printable {
        let bytes = try FileBytes.read(path: file, limit: ArchivedReport.sizeLimit)
        if bytes.starts(with: "%PDF-".utf8) { return .pdf(bytes) }
        let resources = try resources.locate()
        let (report, form) = try reading.read(file, resources, &findings)
        if !unchecked {
            findings += ReportChecker.check(report.report, form: form, sources: report.sources)
            if findings.hasErrors { throw DiagnosticsError([]) }
        }
        return .report(report, form)
    }

    /// For pages that are printed and not kept: without tags and attachments, unless the layout asks for PDF/A.
    /// - Parameter onBothSides: of the paper, so that even pages have their margins mirrored.
    func renderer(
        _ form: Form, onBothSides: Bool, _ findings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> Renderer {
        let renderer = try Renderer(
            RendererOptions(
                resources: try resources.locate(), style: style, layout: layout, strictFonts: strictFonts,
                standard: layout == CopyLayout.plain ? .plain : .archive2a, mirrorsMargins: onBothSides),
            forms: [form])
        findings += renderer.fontFindings
        return renderer
    }
}

enum Printable {
    case pdf([UInt8])
    case report(SourcedReport, Form)
}
