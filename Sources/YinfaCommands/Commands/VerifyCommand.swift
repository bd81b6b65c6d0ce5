import ArgumentParser
import Yinfa

struct VerifyCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "复核归档的 PDF：页面、数据、字体、声明 · re-check an archived PDF: its pages, data, fonts and claims")

    @OptionGroup(title: "归档文件 · archived file") var source: ArchivedOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var agency: String
        var year: Int
        var form: String
        /// How many figures were compared.
        var figures: Int
        /// Names of what the PDF carries.
        var files: [String]

        func text(in language: Language) -> String {
            Localized(
                zh: "\(agency)\(year)年度报告：已复核 \(figures) 个数字，附带 \(files.count) 个文件",
                en: "\(agency), \(year): \(figures) figures compared, \(files.count) files carried"
            ).text(in: language)
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let archived = try ArchivedReport(path: source.pdf)
        let verifier = try RecordVerifier(archived)
        findings += try verifier.verify()
        let report = verifier.report.report
        if let then = archived.checkResult {
            let found = ReportChecker.check(report, form: verifier.form, sources: verifier.report.sources)
            if then != (try CheckResult.json(report, form: verifier.form, findings: found)) {
                findings.append(otherCheck)
            }
        } else {
            findings.append(noCheck)
        }
        return Result(
            agency: report.agency, year: report.year, form: verifier.form.id.rawValue,
            figures: verifier.form.tables.reduce(0) { $0 + $1.figureKeys.count }, files: archived.files.map(\.name))
    }

    private var otherCheck: Diagnostic {
        Diagnostic(
            "verify.check-differs", .warning,
            Localized(zh: "附带的核对结果与现在重新核对的不同", en: "the check result that is carried is not what checking finds now"),
            at: Place(file: source.pdf),
            hint: Localized(
                zh: "附带的文件可能被改动过，或者当时的印发版本与现在不同", en: "it may have been changed, or another version of Yinfa made it"))
    }

    private var noCheck: Diagnostic {
        Diagnostic(
            "verify.unchecked", .note,
            Localized(
                zh: "排印时没有核对（--no-check），没有附带核对结果",
                en: "typeset without checking (--no-check): no check result is carried"),
            at: Place(file: source.pdf))
    }
}
