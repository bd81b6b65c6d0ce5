import ArgumentParser
import Yinfa

struct CheckCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "核对报告的数据和文字 · check a report's figures, and its text against them")

    @OptionGroup(title: "报告 · report") var source: ReportOptions

    @Option(
        help: ArgumentHelp(
            "上一年度的报告，用于核对结转数 · last year's report, to check what was carried over", valueName: "file"))
    var previous: String?

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var agency: String
        var year: Int
        var form: String
        var formName: String

        init(_ report: Report, _ form: Form) {
            agency = report.agency
            year = report.year
            self.form = form.id.rawValue
            formName = form.name
        }

        func text(in language: Language) -> String {
            Localized(
                zh: "\(agency)\(year)年度报告：已按\(formName)核对",
                en: "\(agency), \(year): checked by form \(form)"
            ).text(in: language)
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let resources = try resources.locate()
        let (report, form) = try source.read(resources, &findings)
        var last: PreviousReport?
        if let previous {
            let forms = try FormLibrary.load(directory: resources.forms)
            let read = try ReportReader.read(
                path: previous, as: nil, forms: forms,
                options: ImportOptions(carriedReports: CarriedReports(resources, forms: forms)))
            // Of last year's report only what makes it unreadable matters here.
            last = PreviousReport(
                report: read.value.report, form: try forms.form(of: read.value), sources: read.value.sources)
        }
        findings += ReportChecker.check(
            report.report, form: form, sources: report.sources, previous: last)
        return Result(report.report, form)
    }
}
