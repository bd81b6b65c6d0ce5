import ArgumentParser
import Yinfa

struct FormsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms", abstract: "列出已有的报告格式 · list the forms there are")

    @Option(
        help: ArgumentHelp(
            "给出这种格式的表头（CSV），一行填一份报告，供 batch 用 · the header row of a CSV sheet in this form, to be filled with a report a row, for batch",
            valueName: "id"))
    var sheet: String?

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        struct Entry: Encodable {
            var id: String
            var name: String
            var document: String
            var tables: [String]
        }

        var forms: [Entry]
        /// The header row that was asked for.
        var sheet: String?

        func text(in language: Language) -> String {
            sheet ?? TextTable.text(forms.map { [$0.id, $0.name, $0.document] })
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let forms = try FormLibrary.load(directory: resources.locate().forms)
        let asked = try sheet.map { id throws(DiagnosticsError) in try forms.form(named: id, option: "--sheet") }
        return Result(
            forms: forms.map {
                .init(
                    id: $0.id.rawValue, name: $0.name, document: $0.document,
                    tables: $0.tables.map(\.key.rawValue))
            }, sheet: asked.map(ReportSheet.header))
    }
}
