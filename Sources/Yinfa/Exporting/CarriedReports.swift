public import ReportForms
public import ReportModel
public import ReportReading

/// Takes up the reports that exported files carry: `ImportOptions` wants one of it.
public struct CarriedReports: CarriedReportWriter {
    private let resources: Resources
    private let forms: [Form]

    /// - Parameters:
    ///   - resources: where the layouts and the font book are.
    ///   - forms: those that reports may name.
    public init(_ resources: Resources, forms: [Form]) {
        self.resources = resources
        self.forms = forms
    }

    public func report(of carried: CarriedReport, showing pictures: [[UInt8]]) -> SourcedReport {
        let shown = Dictionary(pictures.map { (Digest.sha256($0), $0) }) { first, _ in first }
        var report = carried.report
        report.pictures = carried.digests.compactMapValues { shown[$0] }
        return report
    }

    public func file(
        of report: SourcedReport, style: String, as format: ReportFormat
    ) throws(DiagnosticsError) -> [UInt8] {
        guard let format = ExportFormat(format) else { preconditionFailure("\(format) carries no report") }
        try Self.check(report.report, file: report.sources.file)
        var complete = report
        for case .figure(let figure) in report.report.narrative.map(\.block) where report.pictures[figure.path] == nil {
            complete.pictures[figure.path] = Self.missing
        }
        return try ReportExporter(RendererOptions(resources: resources, style: style), forms: forms)
            .plainFile(complete, as: format)
    }

    /// Somebody may have put more into a file than any report has; charts are drawn to be compared.
    private static func check(_ report: Report, file: String) throws(DiagnosticsError) {
        var (parts, charts) = (0, 0)
        for (_, block) in report.narrative {
            switch block {
            case .list(let list): parts += list.items.count
            case .table(let table): parts += table.rows.reduce(0) { $0 + $1.count }
            case .chart: charts += 1
            case .paragraph, .heading, .figure, .statutoryTable: parts += 1
            }
        }
        guard parts <= 20_000, charts <= 40, report.attachments.count <= 500 else {
            throw DiagnosticsError(
                Diagnostic(
                    "import.carried-too-large", .error,
                    Localized(zh: "段落、图表或附件过多", en: "there are too many paragraphs, charts or attachments"),
                    at: Place(file: file)))
        }
    }

    /// A white pixel.
    private static let missing: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
        0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
        0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0x0F, 0x00, 0x01,
        0x01, 0x01, 0x00, 0x1C, 0xB0, 0x8C, 0x99, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
        0x42, 0x60, 0x82,
    ]
}

extension ExportFormat {
    /// Nil for formats whose files carry nothing.
    fileprivate init?(_ format: ReportFormat) {
        switch format {
        case .docx: self = .docx
        case .html: self = .html
        case .text: self = .txt
        case .yaml, .json, .xlsx, .pdf, .office: return nil
        }
    }
}
