import ArgumentParser
import Yinfa

struct ExtractCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "取出 PDF 里附带的报告数据 · get back the report’s data that a PDF carries")

    @OptionGroup(title: "归档文件 · archived file") var source: ArchivedOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "写到哪个文件夹（默认为 PDF 的文件名去掉 .pdf）· the folder to write to (default: the PDF’s name without .pdf)",
            valueName: "folder"))
    var output: String?

    @Flag(help: "覆盖同名文件 · replace files that are there")
    var force = false

    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var folder: String
        /// Paths of what was written.
        var output: [String]
        func text(in language: Language) -> String { output.joined(separator: "\n") }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let archived = try ArchivedReport(path: source.pdf)
        let folder = output ?? OutputName.withoutEnding(source.pdf)
        try OutputFolder.write(archived.files.map { ($0.name, $0.bytes) }, to: folder, replacing: force)
        let slash = folder.hasSuffix("/") ? "" : "/"
        return Result(folder: folder, output: archived.files.map { folder + slash + $0.name })
    }
}
