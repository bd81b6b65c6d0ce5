import ArgumentParser
import Foundation

@main
struct BenchmarksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "印发的用时、字节、内存和版面质量 · time, bytes, memory and typography of Yinfa",
        subcommands: [
            Run.self, ColdSample.self, BatchSample.self, PeerDocuments.self, ReportFiles.self, ParagraphSample.self,
            TypographyDocuments.self,
        ],
        defaultSubcommand: Run.self)
}

enum Part: String, CaseIterable, ExpressibleByArgument {
    case cold, batch, signing, paragraph, typography
}

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "量一遍，打印出来（默认）· measure and print (the default)")

    @Option(help: "连续排印的份数 · reports in the batch") var reports = 200
    @Option(help: "新进程排印的次数 · samples of the cold run") var samples = 15
    @Option(help: "只运行一项 · only this part") var only: Part?
    @Option(help: "yinfa 程序，也计其冷启动 · the program, to be measured cold as well") var program: String?
    @Flag(help: "不与 Typst 比较 · leave Typst out") var withoutPeers = false
    @Flag(help: "以 JSON 输出 · print JSON") var json = false

    struct Results: Encodable {
        var cold: ColdComparison?
        var batch: BatchComparison?
        var signing: SigningComparison?
        var paragraph: ParagraphComparison?
    }

    func validate() throws {
        guard (1...20_000).contains(reports), (1...200).contains(samples) else {
            throw ValidationError("--reports 1…20000, --samples 1…200")
        }
    }

    func run() throws {
        try Project.linkFonts()
        if only == .typography { return try TypographyComparison.run(json: json) }
        var results = Results()
        let needsTypst = (only == nil || only == .cold || only == .batch) && !withoutPeers
        let typst = needsTypst ? try TypstPeer(reports: reports) : nil
        if wants(.cold) {
            results.cold = try ColdComparison(samples: samples, program: program, typst: typst)
            show(results.cold?.tables)
        }
        if wants(.batch) {
            results.batch = try BatchComparison(reports: reports, program: program, typst: typst)
            show(results.batch?.tables)
        }
        if wants(.signing) {
            results.signing = try SigningComparison(samples: reports)
            show(results.signing.map { [$0.table] })
        }
        if wants(.paragraph) {
            results.paragraph = try ParagraphComparison.inFreshProcess(samples: samples)
            show(results.paragraph.map { [$0.table] })
        }
        if json { try JSONOutput.print(results) }
    }

    private func wants(_ part: Part) -> Bool { only == nil || only == part }

    private func show(_ tables: [ResultTable]?) {
        guard !json else { return }
        for table in tables ?? [] { print(table.text + "\n") }
    }
}

struct ParagraphSample: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "paragraph-sample", shouldDisplay: false)
    @Argument var samples: Int

    func run() throws { try JSONOutput.print(ParagraphComparison(samples: samples)) }
}
