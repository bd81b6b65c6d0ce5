import ArgumentParser
import Foundation
import Yinfa

struct BatchCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "一次印发许多报告 · issue many reports in one run",
        discussion: """
            文件名里可以用 · names may hold: {agency} {year} {county} {stem} {folder}
              {agency}、{year} 按报告；{county} 是报告所在文件夹的名称；{stem} 是报告的文件名；{folder} 是其上各级文件夹
            中途按 Ctrl-C：做完手上的再停；再按一次，立即停。
            Ctrl-C finishes the reports at work and stops; once more stops at once.
            """)

    @Argument(
        help: ArgumentHelp(
            "报告文件、文件夹（连同下级）、'*.yaml' 这样的格式、.jsonl 文件、一行一份的 .csv 或 .xlsx 表；- 从标准输入读 JSON Lines · report files, folders and all below them, patterns, .jsonl files, .csv or .xlsx sheets with a report a row; - reads JSON Lines from standard input",
            valueName: "inputs"))
    var inputs: [String] = []

    @Option(
        help: ArgumentHelp("列出报告的文件，一行一个 · a file that lists reports, one a line", valueName: "file"))
    var list: [String] = []

    @Option(
        help: ArgumentHelp(
            "模板：带 {{agency}} 等占位的报告文件，用于 .csv、.xlsx 表的各行 · a report file with placeholders like {{agency}}, for the rows of .csv and .xlsx sheets",
            valueName: "file"))
    var template: String?

    @Option(name: [.short, .long], help: ArgumentHelp("放 PDF 的文件夹 · the folder of the PDFs", valueName: "folder"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "PDF 的文件名（默认 {folder}/{stem}.pdf）· names of the PDFs (default: {folder}/{stem}.pdf)",
            valueName: "pattern"))
    var name: String?

    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("同时工作的进程数（默认为核数）· how many workers (default: the cores)", valueName: "number"))
    var workers = BatchOptions.cores

    @Option(help: ArgumentHelp("一份报告的时限 · limit of time for one report", valueName: "seconds"))
    var time = 120

    @Option(help: ArgumentHelp("每个工作进程的内存上限 · limit of memory for each worker", valueName: "megabytes"))
    var memory = 2048

    @Flag(help: "只做清单上没有做完、或者改动过的 · do only what the manifest does not prove to be done")
    var resume = false

    @Option(
        help: ArgumentHelp(
            "清单（默认为 PDF 文件夹里的 yinfa-manifest.jsonl）· the manifest (default: yinfa-manifest.jsonl in the folder of the PDFs)",
            valueName: "file"))
    var manifest: String?

    @Option(
        help: ArgumentHelp(
            "另把汇总写成 .html 或 .json 文件 · write the summary as an .html or .json file, too", valueName: "file"))
    var summary: [String] = []

    @Option(
        help: ArgumentHelp(
            "不印发，把任务逐行写入文件，交给别处的 yinfa worker 去做 · issue nothing, but write the jobs to a file, a line each, for yinfa worker elsewhere",
            valueName: "file"))
    var jobs: String?

    @Flag(help: "不显示进度 · no progress")
    var quiet = false

    @OptionGroup(title: "排版 · typesetting") var rendering: RenderingOptions
    @OptionGroup(title: "签名 · signing") var signing: WorkerSigningOptions
    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    static func validate(memory: Int) throws {
        guard (64...1_048_576).contains(memory) else {
            throw ValidationError("--memory 应在 64 至 1048576 之间 · --memory goes from 64 to 1048576")
        }
    }

    func validate() throws {
        try Self.validate(memory: memory)
        guard !inputs.isEmpty || !list.isEmpty else {
            throw ValidationError("请写出报告文件或文件夹，或用 --list · name reports or folders, or use --list")
        }
        guard (1...1024).contains(workers) else {
            throw ValidationError("--workers 应在 1 至 1024 之间 · --workers goes from 1 to 1024")
        }
        guard (1...86400).contains(time) else {
            throw ValidationError("--time 应在 1 至 86400 之间 · --time goes from 1 to 86400")
        }
        for file in summary where !file.hasSuffix(".html") && !file.hasSuffix(".json") {
            throw ValidationError("--summary 写 .html 或 .json 文件 · --summary takes an .html or .json file")
        }
    }

    struct Result: CommandResult {
        var summary: BatchSummary
        /// The file that the jobs were written to.
        var jobs: String?

        func text(in language: Language) -> String { jobs ?? BatchText.summary(summary).text(in: language) }
        func encode(to encoder: any Encoder) throws { try summary.encode(to: encoder) }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let resources = try resources.locate()
        // The key is asked for once, and each worker opens it once.
        var passphrase: Passphrase?
        let signer = try signing.issue.signer(passphrase: &passphrase)
        let options = BatchOptions(
            renderer: rendering.options(resources, signed: signing.issue.sign), isChecked: !rendering.unchecked,
            inputs: inputs, lists: list,
            template: template,
            output: output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output,
            names: try name.map { text throws(DiagnosticsError) in try NamePattern(text) } ?? .sameAsInput,
            manifest: manifest, isResumed: resume, excluded: summary, workers: workers,
            limits: JobLimits(seconds: time, megabytes: memory),
            signatures: signing.waiting, signing: signer?.description,
            worker: WorkerProgram(
                arguments: ["worker", "--memory", String(memory)] + rendering.arguments(resources)
                    + signing.arguments(passphraseOn: passphrase.map { _ in WorkerProgram.passphraseDescriptor }),
                passphrase: passphrase),
            program: "yinfa \(YinfaCommand.version)")
        let progress = BatchProgress(printing, isQuiet: quiet)
        let cancellation = Cancellation()
        let signals = cancelledBySignals(cancellation)
        defer { signals.forEach { $0.cancel() } }
        defer { progress.end() }
        let batch = Batch(options)
        if let jobs {
            let planned = try batch.jobs(cancellation: cancellation, observe: progress.tell)
            findings += progress.preparation + BatchText.findings(planned.summary, isPlan: true)
            try OutputFile.write(planned.jobs.flatMap(\.line), to: jobs)
            return Result(summary: planned.summary, jobs: jobs)
        }
        let summary = try batch.run(cancellation: cancellation, observe: progress.tell)
        findings += progress.preparation
        findings += BatchText.findings(summary)
        for file in self.summary {
            let text = file.hasSuffix(".html") ? summary.html : try JSONOutput.text(summary) + "\n"
            try OutputFile.write(Array(text.utf8), to: file)
        }
        return Result(summary: summary)
    }

    private func cancelledBySignals(_ cancellation: Cancellation) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { cancellation.cancel() }
            source.resume()
            return source
        }
    }
}
