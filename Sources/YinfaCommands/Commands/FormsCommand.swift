import ArgumentParser
import Yinfa

struct FormsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms", abstract: "列出已有的报告格式 · list the forms there are")

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

        func text(in language: Language) -> String {
            TextTable.text(forms.map { [$0.id, $0.name, $0.document] })
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let forms = try FormLibrary.load(directory: resources.locate().forms)
        return Result(
            forms: forms.map {
                .init(
                    id: $0.id.rawValue, name: $0.name, document: $0.document,
                    tables: $0.tables.map(\.key.rawValue))
            })
    }
}
