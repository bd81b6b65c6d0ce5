import ArgumentParser
import Yinfa

struct ImportCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "把 Word 文件、工作簿、网页、PDF 或文字转为报告文件 · turn a Word file, a workbook, a web page, a PDF or text into a report file",
        discussion: """
            读 .docx、.xlsx、.html、本程序排印的 .pdf、.txt；.doc、.wps、.rtf、.odt、.xls、.et、.ods 先由 LibreOffice 转换。\
            改了什么、拿不准什么，都列出来；图片取出放在报告文件旁边。--strict：有一处拿不准就不写。
            export 写的文件读回来与原来的报告一样；改过的地方以文件显示的为准。

            Reads .docx, .xlsx, .html, .pdf that this program made, and .txt; LibreOffice turns .doc, .wps, .rtf, .odt, \
            .xls, .et and .ods into one of them first. What was put right and what is in doubt is listed; pictures are put beside the report \
            file. With --strict nothing is written where anything is in doubt. What export wrote gives the report back; where it was \
            changed, what it shows counts.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case yaml, json }

    @OptionGroup(title: "报告 · report") var source: ReportOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("报告文件（默认写到标准输出）· the report file (default: standard output)", valueName: "file"))
    var output: String?

    @Option(help: "结果的格式（默认按文件名，否则为 yaml）· kind of the result (default: by its name, else yaml)")
    var to: Kind?

    @Option(
        help: ArgumentHelp(
            "改动和疑问另写一份（.json 为 JSON，其余为文字）· repairs and doubts as a file (.json, else text)", valueName: "file"))
    var log: String?

    @Option(help: "Word 的修订：接受或拒绝 · tracked changes of Word: accept or refuse")
    var trackedChanges = ImportOptions.TrackedChanges.accept

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        /// The file written; nil where the report itself is the result.
        var output: String?
        var report: String?
        /// Paths of the pictures written.
        var pictures: [String]
        var log: ImportLog
        func text(in language: Language) -> String { output ?? report ?? "" }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        for file in [output, log] {
            if let file { try OutputName.check(file, isNot: source.report) }
        }
        let folder = output.map { OutputName.name(of: OutputName.withoutEnding($0)) + "-images" } ?? "images"
        let options = ImportOptions(trackedChanges: trackedChanges, pictureFolder: folder)
        let (imported, form) = try source.reading.importReport(source.report, resources.locate(), options, &findings)
        if let log { try writeLog(imported.log, to: log) }
        if printing.strict, !imported.log.isSure { throw DiagnosticsError(Self.notSure(source.report)) }
        let kind = to ?? (output?.lowercased().hasSuffix(".json") == true ? .json : .yaml)
        let text =
            switch kind {
            case .yaml: ReportWriter.yaml(imported.report.report, form: form)
            case .json: ReportWriter.json(imported.report.report, form: form)
            }
        guard let output else {
            if !imported.pictures.isEmpty { findings.append(Self.picturesStay(imported.pictures.count, source.report)) }
            return Result(
                report: text.hasSuffix("\n") ? String(text.dropLast()) : text, pictures: [], log: imported.log)
        }
        let pictures = try write(imported.pictures, beside: output)
        try OutputFile.write(Array(text.utf8), to: output)
        return Result(output: output, pictures: pictures, log: imported.log)
    }

    private func write(
        _ pictures: [ImportedReport.Picture], beside output: String
    ) throws(DiagnosticsError) -> [String] {
        guard !pictures.isEmpty else { return [] }
        let folder = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? "."
        try OutputFolder.write(
            pictures.map { ($0.path, $0.bytes) }, to: folder.isEmpty ? "/" : folder, replacing: true)
        return pictures.map { folder + "/" + $0.path }
    }

    private func writeLog(_ log: ImportLog, to path: String) throws(DiagnosticsError) {
        let text =
            path.lowercased().hasSuffix(".json")
            ? try JSONOutput.text(log) : ImportLogText.text(log, in: printing.language)
        try OutputFile.write(Array((text + "\n").utf8), to: path)
    }

    private static func notSure(_ file: String) -> Diagnostic {
        Diagnostic(
            "import.not-sure", .error,
            Localized(
                zh: "有拿不准的地方（见上），按 --strict 没有写出报告文件",
                en: "some of it is in doubt (see above); with --strict no report file was written"),
            at: Place(file: file),
            hint: Localized(
                zh: "改好原件再导入；或去掉 --strict，导入后对照疑问逐条核对",
                en: "mend the source and import it again, or import without --strict and look at each doubt"))
    }

    private static func picturesStay(_ count: Int, _ file: String) -> Diagnostic {
        Diagnostic(
            "import.pictures-not-written", .warning,
            Localized(
                zh: "报告写到标准输出，\(count) 张图片没有取出",
                en: "\(count) pictures were not taken out: the report went to standard output"),
            at: Place(file: file),
            hint: Localized(zh: "用 -o 写一个文件名", en: "name a file with -o"))
    }
}
