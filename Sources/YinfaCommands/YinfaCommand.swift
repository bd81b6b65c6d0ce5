public import ArgumentParser
import Foundation
import Yinfa

/// `yinfa`: the program's commands, to be run by a stub or by another program.
public struct YinfaCommand: ParsableCommand {
    /// The version that `--version` prints.
    public static let version = "0.1.0"

    public static let configuration = CommandConfiguration(
        commandName: "yinfa",
        abstract:
            "印发：把政府信息公开工作年度报告排成正式的 PDF · Issues annual reports of government information disclosure as official PDFs",
        discussion: """
            退出状态 · exit status:
              0   完成 · done
              1   完成，但在 --strict 下有警告 · done, with warnings under --strict
              2   报告或版式有错误 · the report or a layout is wrong
              3   本机或打印机的问题（字体、磁盘、权限）· the machine or the printer is at fault (fonts, disk, permissions)
              64  命令写错 · wrong usage
              130 中途停止（Ctrl-C）· stopped (Ctrl-C)
            """,
        version: version,
        subcommands: [
            RenderCommand.self, CheckCommand.self, ImportCommand.self, ExportCommand.self, TemplateCommand.self,
            ExtractCommand.self, VerifyCommand.self, ImposeCommand.self, PrintCommand.self, SignCommand.self,
            FontsCommand.self, FormsCommand.self,
            BatchCommand.self,
            SummarizeCommand.self, WorkerCommand.self,
        ])

    public init() {}

    /// Parses the command line and runs what it says.
    public static func main() {
        MemoryPolicy.keepForNextReport()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let environment = ProcessInfo.processInfo.environment
            if exitCode(for: error) == .validationFailure, OutputLanguage.ofSystem(environment) == .chinese,
                let text = UsageProblem.chinese(message(for: error))
            {
                try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
            }
            exit(withError: error)
        }
    }
}
