import ArgumentParser
import Yinfa

struct ImportCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "把 Word 或网页的文字转为报告文件 · turn the text of a Word file or a web page into a report file")

    enum Kind: String, ExpressibleByArgument, CaseIterable { case yaml, json }

    @OptionGroup(title: "报告 · report") var source: ReportOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("报告文件（默认写到标准输出）· the report file (default: standard output)", valueName: "file"))
    var output: String?

    @Option(help: "结果的格式（默认按文件名，否则为 yaml）· kind of the result (default: by its name, else yaml)")
    var to: Kind?

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        /// The file written; nil where the report itself is the result.
        var output: String?
        var report: String?
        func text(in language: Language) -> String { output ?? report ?? "" }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        if let output { try OutputName.check(output, isNot: source.report) }
        let (report, form) = try source.read(resources.locate(), &findings)
        let kind = to ?? (output?.lowercased().hasSuffix(".json") == true ? .json : .yaml)
        let text =
            switch kind {
            case .yaml: ReportWriter.yaml(report.report, form: form)
            case .json: ReportWriter.json(report.report, form: form)
            }
        guard let output else {
            return Result(output: nil, report: text.hasSuffix("\n") ? String(text.dropLast()) : text)
        }
        try OutputFile.write(Array(text.utf8), to: output)
        return Result(output: output, report: nil)
    }
}
