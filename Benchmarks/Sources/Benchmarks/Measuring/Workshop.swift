import Foundation
import Yinfa

/// What is made once and serves many reports.
struct Workshop {
    let resources: Resources
    let renderer: Renderer

    init() throws {
        // As the program does.
        MemoryPolicy.keepForNextReport()
        resources = Resources(layouts: Project.layouts, fonts: Project.fonts)
        renderer = try Renderer(RendererOptions(resources: resources))
    }

    var form: Form {
        get throws {
            guard let form = renderer.forms.first(where: { $0.id == "2021" }) else {
                throw BenchmarkError("没有 2021 年表式 · the 2021 form is missing")
            }
            return form
        }
    }

    /// One report from its file's bytes to the PDF on disk; each stage is marked.
    func issue(_ bytes: [UInt8], name: String, to output: String, _ times: inout StageTimes) throws
        -> IssuedReport
    {
        let source = try ReportReader.read(bytes, name: name, forms: renderer.forms).value
        times.mark("read")
        if let form = renderer.forms.first(where: { $0.id == source.report.form }) {
            let findings = ReportChecker.check(source.report, form: form, sources: source.sources)
            guard !findings.contains(where: { $0.severity == .error }) else {
                throw DiagnosticsError(findings)
            }
        }
        times.mark("check")
        let rendered = try renderer.render(source) { times.mark($0.rawValue) }.value
        try OutputFile.write(rendered.pdf, to: output)
        times.mark("write")
        return IssuedReport(pages: rendered.pageCount, bytes: rendered.pdf.count)
    }
}

struct IssuedReport: Codable {
    var pages: Int
    var bytes: Int
}

/// The stages in the order a report goes through them, as they are printed.
enum Stages {
    static let ofOneReport: [(key: String, name: String)] = [
        ("read", "读入 · read"), ("check", "核对 · check"), ("composition", "组版 · compose"),
        ("layout", "排版 · layout"), ("drawing", "绘制 · draw"), ("finishing", "完成 PDF · finish"), ("write", "写盘 · write"),
    ]
    static let ofColdRun: [(key: String, name: String)] =
        [("start", "启动 · start-up"), ("open", "表式、样式、字体簿 · forms, style, font book")] + ofOneReport
}
