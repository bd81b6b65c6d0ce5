internal import ReportForms
internal import ReportModel

extension DocumentImporter {
    /// A plain text, without and with a report that it carries.
    func readText(_ text: Diagnosed<String>, _ file: String) throws(DiagnosticsError) -> ImportedReport {
        let report = { (shown: ShownText) throws(DiagnosticsError) in
            let sink = DiagnosticSink()
            shown.text.diagnostics.forEach(sink.add)
            let report = TextImporter(file: file, forms: forms, sink: sink).read(shown.text.value)
            return try ReportImporter.result(report, file, .text, sink)
        }
        guard let parts = CarryingText.parts(of: text.value) else { return try report(ShownText(text: text)) }
        let open = { (bytes: [UInt8]) throws(DiagnosticsError) in
            ShownText(text: try TextDecoding.decode(bytes, file: file))
        }
        return try CarriedImport(
            file: file, format: .text, forms: forms, pictureFolder: nil, writer: options.carriedReports, open: open,
            report: report
        ).read(ShownText(text: Diagnosed(parts.text, text.diagnostics)), carried: parts.carried)
    }
}
