import ArgumentParser
import Foundation
import Yinfa

struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract:
            "从标准输入逐行读任务（JSON），逐行回答 · read jobs from standard input, a line of JSON each, and answer each with a line",
        discussion: """
            供 yinfa batch 和 Spark、GNU parallel、Slurm 等使用 · for yinfa batch, and for Spark, GNU parallel, Slurm …
              {"id":1,"report":"a.yaml","output":"a.pdf"}
              {"id":2,"report":"b.yaml","text":"agency: …","output":"b.pdf"}
            """)

    @OptionGroup(title: "排版 · typesetting") var rendering: RenderingOptions

    @OptionGroup(title: "签名 · signing") var signing: WorkerSigningOptions

    @Option(help: ArgumentHelp("内存上限 · limit of memory", valueName: "megabytes"))
    var memory: Int?

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions

    func validate() throws {
        if let memory { try BatchCommand.validate(memory: memory) }
    }

    func run() throws {
        signal(SIGXFSZ, SIG_IGN)
        var status = ExitStatus.done
        do throws(DiagnosticsError) {
            if let memory { try MemoryLimit.set(megabytes: memory) }
            let worker = try ReportWorker(
                rendering.options(resources.locate(), signed: signing.issue.sign), isChecked: !rendering.unchecked,
                recorder: { report, form, findings throws(DiagnosticsError) in
                    try CheckResult.json(report, form: form, findings: findings)
                }, signer: try signing.issue.signer())
            try worker.run(from: STDIN_FILENO, to: STDOUT_FILENO, signatures: signing.stamps) { outcome in
                let one = ExitStatus(outcome.findings, completed: outcome.status != .failed, strict: false)
                if one.rawValue > status.rawValue { status = one }
            }
        } catch {
            let language = OutputLanguage.ofSystem(ProcessInfo.processInfo.environment)
            var printer = DiagnosticPrinter(language: language, short: true)
            try? FileHandle.standardError.write(contentsOf: Data(printer.text(error.diagnostics).utf8))
            throw ExitCode(ExitStatus(error.diagnostics, completed: false, strict: false).rawValue)
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}
