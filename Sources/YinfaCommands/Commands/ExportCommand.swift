import ArgumentParser
import Yinfa

struct ExportCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "把报告写成别的程序能用的文件 · write a report as a file for other programs",
        discussion: """
            docx  Word 文件，公文格式，可以接着改 · a Word file in the format of official documents, to be edited
            html  网页，一个文件，读屏软件能读 · a page for the web in one file, that screen readers read
            txt   纯文本 · plain text
            xlsx  工作簿，与 yinfa template xlsx 的一样，已经填好 · a workbook like that of “yinfa template xlsx”, filled in
            yaml、json  报告文件 · report files
            """)

    @Argument(help: "格式：\(ExportFormat.allCases.map(\.rawValue).joined(separator: "、")) · the format")
    var kind: ExportFormat

    @OptionGroup(title: "报告 · report") var source: ReportOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "写到哪个文件（默认为报告的文件名换上新的后缀）· the file to write (default: the report’s name with another ending)",
            valueName: "file"))
    var output: String?

    @Flag(
        help:
            "docx、html、txt 里不附报告数据（页面上没有的内容，如图表的数据，导入时就没有了）· no data of the report in docx, html and txt (what they do not show, such as charts’ data, is lost to an import)"
    )
    var withoutData = false

    @Option(help: ArgumentHelp("样式 · the style", valueName: "name"))
    var style = "gbt9704"

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var output: String
        func text(in language: Language) -> String { output }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let output = output ?? OutputName.replacingEnding(of: source.report, by: kind.rawValue)
        try OutputName.check(output, isNot: source.report)
        let resources = try resources.locate()
        let (report, _) = try source.read(resources, &findings)
        let exporter = try ReportExporter(RendererOptions(resources: resources, style: style))
        let exported = try exporter.export(report, as: kind, carriesData: !withoutData)
        findings += exported.diagnostics
        try OutputFile.write(exported.value, to: output)
        return Result(output: output)
    }
}
