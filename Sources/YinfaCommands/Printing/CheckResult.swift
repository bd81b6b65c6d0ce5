import Yinfa

/// What `yinfa check report.json --json` says of the report that a PDF carries: the same wherever the report came from.
enum CheckResult {
    /// - Parameter findings: what checking has found of the report, with places in whatever file it came from.
    /// - Throws: `DiagnosticsError` where the report is another when it is read back.
    static func json(_ report: Report, form: Form, findings: [Diagnostic]) throws(DiagnosticsError) -> [UInt8] {
        var findings = findings
        // To read the report back takes as long as to read it, and only findings have places.
        if !findings.isEmpty {
            let carried = try ReportRecord.readBack(report, form: form)
            findings = carried.diagnostics + findings.map { $0.placed(by: carried.value.sources) }
        }
        let status = ExitStatus(findings, completed: true, strict: false)
        let result = CheckCommand.Result(report, form)
        return Array((try JSONOutput.text(command: "check", findings, result, status: status) + "\n").utf8)
    }
}

extension Diagnostic {
    /// The finding with its places in another file that holds the same report.
    fileprivate func placed(by sources: SourceMap) -> Diagnostic {
        func placed(_ place: Place?) -> Place? {
            place.flatMap { place in place.path.map { sources.place(of: $0, cell: place.cell) } } ?? place
        }
        var result = self
        result.place = placed(place)
        result.notes = notes.map { Note($0.message, at: placed($0.place)) }
        return result
    }
}
