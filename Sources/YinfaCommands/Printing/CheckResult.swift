import Yinfa

/// What `yinfa check report.json --json` says of the report that a PDF carries: the same wherever the report came from.
enum CheckResult {
    /// - Throws: `DiagnosticsError` where the report is another when it is read back.
    static func json(_ report: Report, form: Form) throws(DiagnosticsError) -> [UInt8] {
        let read = try ReportRecord.readBack(report, form: form)
        let carried = read.value
        let findings = read.diagnostics + ReportChecker.check(carried.report, form: form, sources: carried.sources)
        let result = CheckCommand.Result(carried.report, form)
        let status = ExitStatus(findings, completed: true, strict: false)
        return Array((try JSONOutput.text(command: "check", findings, result, status: status) + "\n").utf8)
    }
}
