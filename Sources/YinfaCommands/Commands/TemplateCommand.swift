import ArgumentParser
import Yinfa

struct TemplateCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "写一个待填的工作簿 · write a workbook to be filled in",
        discussion: """
            一张表一页，只有填数的格可以改，填错随时提示，勾稽关系自动核对；填好后当作报告文件使用。--county 是全县的工作簿，一行填一份报告，供 batch 使用。
            A sheet a table, with nothing to change but the figures, which are checked as they are typed; filled in, it is a \
            report file. With --county, one for a whole county: a report a row, for batch.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case xlsx }

    @Argument(help: "格式：xlsx · the format: xlsx")
    var kind: Kind

    @Option(
        help: ArgumentHelp(
            "表格格式，如 2021（默认为最新的）· the form, e.g. 2021 (default: the newest)", valueName: "id"))
    var form: String?

    @Flag(help: "全县的工作簿，一行一份报告 · a workbook for a county, a report a row")
    var county = false

    @Option(help: ArgumentHelp("全县的工作簿有多少行 · how many rows a county’s workbook has", valueName: "number"))
    var rows = 50

    @Option(
        help: ArgumentHelp(
            "给全县的工作簿加上这个模板要用的文字（{{text.名称}}）各列 · columns for the texts that this template wants of each row",
            valueName: "file"))
    var template: String?

    @Option(name: [.short, .long], help: ArgumentHelp("写到哪个文件 · the file to write", valueName: "file"))
    var output: String

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    func validate() throws {
        guard (1...2000).contains(rows) else {
            throw ValidationError("--rows 应在 1 至 2000 之间 · --rows goes from 1 to 2000")
        }
        guard county || template == nil else {
            throw ValidationError("--template 与 --county 一起用 · --template goes with --county")
        }
    }

    struct Result: CommandResult {
        var output: String
        var form: String
        func text(in language: Language) -> String { output }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        try OutputName.checkIsFile(output)
        let forms = try FormLibrary.load(directory: resources.locate().forms)
        // A folder without forms is an error already.
        let newest = forms.max { $0.id < $1.id }.map(\.id.rawValue) ?? ""
        let form = try forms.form(named: form ?? newest, option: "--form")
        let template = try template.map { path throws(DiagnosticsError) in
            try ReportTemplate(FileBytes.read(path: path), name: path)
        }
        let bytes =
            try county ? WorkbookTemplate.county(form, rows: rows, for: template) : WorkbookTemplate.report(form)
        try OutputFile.write(bytes, to: output)
        return Result(output: output, form: form.id.rawValue)
    }
}
