public import ArgumentParser
public import Yinfa

extension ReportFormat: ExpressibleByArgument {}

/// The report that a command reads.
struct ReportOptions: ParsableArguments {
    @Argument(
        help: "报告文件（YAML、JSON、纯文本、DOCX、XLSX、HTML、PDF）· the report file (YAML, JSON, plain text, DOCX, XLSX, HTML, PDF)")
    var report: String

    @OptionGroup var reading: ReadingOptions

    /// Reads the report and finds its form.
    func read(
        _ resources: Resources, _ findings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> (report: SourcedReport, form: Form) {
        try reading.read(report, resources, &findings)
    }
}

/// How a report is read, where its name and its labels do not tell.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("报告文件的格式（默认按文件名）· format of the report file (default: by its name)", valueName: "format"))
    var format: ReportFormat?

    @Option(
        help: ArgumentHelp(
            "表格格式，如 2021（默认按表内文字）· the form, e.g. 2021 (default: by the labels)", valueName: "id"))
    var form: String?

    /// Reads a report file and finds its form.
    func read(
        _ report: String, _ resources: Resources, _ findings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> (report: SourcedReport, form: Form) {
        let (imported, form) = try importReport(report, resources, ImportOptions(), &findings)
        return (imported.report, form)
    }

    /// As `read`, with the pictures that the file carries and the log of what was done to it.
    func importReport(
        _ report: String, _ resources: Resources, _ options: ImportOptions, _ findings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> (report: ImportedReport, form: Form) {
        if report == "-" { throw DiagnosticsError(Self.noStandardInput) }
        let forms = try FormLibrary.load(directory: resources.forms)
        var options = options
        options.carriedReports = CarriedReports(resources, forms: forms)
        let read = try ReportImporter.read(
            path: report, as: format, forms: forms, inForm: chosen(from: forms), options: options)
        findings += read.log.findings
        return (read, try forms.form(of: read.report))
    }

    private static let noStandardInput = Diagnostic(
        "file.standard-input", .error,
        Localized(zh: "不从标准输入读报告（-）", en: "a report is not read from standard input (-)"),
        hint: Localized(zh: "先存成文件，再写文件名", en: "save it as a file and name that"))

    private func chosen(from forms: [Form]) throws(DiagnosticsError) -> FormID? {
        guard let form else { return nil }
        return try forms.form(named: form, option: "--form").id
    }
}

extension [Form] {
    /// - Parameter option: what the name was given with.
    func form(named name: String, option: String) throws(DiagnosticsError) -> Form {
        if let form = first(where: { $0.id.rawValue == name }) { return form }
        throw DiagnosticsError(
            Diagnostic(
                "form.unknown", .error,
                Localized(zh: "没有“\(name)”这种格式（\(option)）", en: "there is no form '\(name)' (\(option))"),
                hint: Spelling.choice(of: map(\.id.rawValue))))
    }

    /// The form that a report was read by.
    func form(of report: SourcedReport) throws(DiagnosticsError) -> Form {
        if let form = first(where: { $0.id == report.report.form }) { return form }
        throw DiagnosticsError(
            Diagnostic(
                "form.undecided", .error,
                Localized(zh: "看不出报告用的是哪一年版的格式", en: "it cannot be told which form the report uses"),
                at: Place(file: report.sources.file),
                hint: Localized(zh: "请用 --form 指明，如 --form 2021", en: "name it with --form, e.g. --form 2021")
            ))
    }
}
