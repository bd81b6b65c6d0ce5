import ArgumentParser
import Yinfa

struct SummarizeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize",
        abstract: "把各单位的统计表加成全县的 · add the tables of many reports into those of their county")

    @Argument(
        help: ArgumentHelp(
            "各单位的报告：文件、文件夹、.jsonl、.csv、.xlsx，同 batch · the reports: files, folders, .jsonl, .csv, .xlsx, as for batch",
            valueName: "inputs"))
    var inputs: [String]

    @Option(help: ArgumentHelp("汇总报告的机关名称 · the body that the sums are of", valueName: "name"))
    var agency: String

    @Option(
        help: ArgumentHelp("上一年的报告，逐一核对结转数 · last year's reports, to check what each carried over", valueName: "inputs")
    )
    var previous: [String] = []

    @Option(
        help: ArgumentHelp(
            "另写一张表，列出每个数的来源（.csv）· write a sheet that says where every figure comes from", valueName: "file"))
    var provenance: String?

    @Option(
        help: ArgumentHelp("模板，用于 .csv、.xlsx 表 · a template for .csv and .xlsx sheets", valueName: "file"))
    var template: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("汇总的报告文件（默认写到标准输出）· the county's report file (default: standard output)", valueName: "file"))
    var output: String?

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var output: String?
        var report: String?
        var reports: Int
        func text(in language: Language) -> String { output ?? report ?? "" }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let resources = try resources.locate()
        let forms = try FormLibrary.load(directory: resources.forms)
        let options = ImportOptions(carriedReports: CarriedReports(resources, forms: forms))
        let read = try ReportCollection(inputs, forms: forms, template: template, options: options)
        findings += read.findings
        // A sum without some of them would pass for the whole.
        if findings.hasErrors { throw DiagnosticsError([]) }
        var last: ReportCollection?
        if !previous.isEmpty {
            let collection = try ReportCollection(previous, forms: forms, template: template, options: options)
            // Of last year's reports only what makes them unreadable matters here.
            if collection.findings.hasErrors {
                throw DiagnosticsError(collection.findings.filter { $0.severity == .error })
            }
            last = collection
        }
        let summary = try CountySummary(of: read.reports, forms: forms, previous: last?.reports)
        findings += summary.findings
        if let provenance { try OutputFile.write(Array(summary.provenance.utf8), to: provenance) }
        let text = ReportWriter.yaml(summary.report(agency: agency), form: summary.form)
        guard let output else {
            return Result(
                output: nil, report: text.hasSuffix("\n") ? String(text.dropLast()) : text, reports: summary.count)
        }
        for input in inputs { try OutputName.check(output, isNot: input) }
        try OutputFile.write(Array(text.utf8), to: output)
        return Result(output: output, report: nil, reports: summary.count)
    }
}
