import Foundation

/// One report in a fresh process, several times: from the start of the process to the PDF on disk.
struct ColdComparison: Encodable {
    struct Row: Encodable {
        var name: String
        /// Medians, in milliseconds and MB.
        var cpu: Double
        var wall: Double
        var peakMemory: Double
        /// Of the PDF; nil where none was asked for.
        var bytes: Int?
    }

    /// Medians of our stages, in milliseconds of CPU time.
    var stages: [String: Double] = [:]
    var pages: Int
    var rows: [Row] = []

    private struct Contender {
        var name: String
        var output: String?
        var run: () throws -> ChildProcess
    }

    init(samples: Int, program: String?, typst: TypstPeer?) throws {
        let folder = try Project.workFolder("cold").path
        var ours: [ColdSample.Result] = []
        var contenders: [Contender] = []
        if let program {
            let pdf = folder + "/program.pdf"
            contenders.append(
                Contender(name: "yinfa render", output: pdf) {
                    try ChildProcess.run(
                        [program, "render", Project.example, "-o", pdf, "--fonts", Project.fonts], quiet: true
                    )
                })
        }
        let pdf = folder + "/library.pdf"
        contenders.append(
            Contender(name: "import Yinfa", output: pdf) {
                let (result, child) = try ChildProcess.sample("cold-sample", pdf, as: ColdSample.Result.self)
                ours.append(result)
                return child
            })
        if let typst {
            for mode in TypstPeer.Mode.allCases {
                let pdf = folder + "/typst-\(mode).pdf"
                contenders.append(
                    Contender(name: mode.name, output: pdf) { try typst.cold(output: pdf, mode) })
            }
            contenders.append(
                Contender(name: "（其中 Python 启动 · of it, Python’s start）") { try typst.start() })
        }
        // In turn, so that what else the machine does meets all alike.
        var runs = contenders.map { _ in [ChildProcess]() }
        for _ in 0..<samples {
            for (index, contender) in contenders.enumerated() { runs[index].append(try contender.run()) }
        }
        for (key, _) in Stages.ofColdRun {
            stages[key] = ours.map { $0.times.byStage[key, default: []].reduce(0, +) }.median
        }
        pages = ours[0].report.pages
        for (contender, runs) in zip(contenders, runs) {
            rows.append(
                Row(
                    name: contender.name, cpu: runs.map(\.cpu).median, wall: runs.map(\.wall).median,
                    peakMemory: runs.map(\.peakMemory).median, bytes: try contender.output.map(fileSize)))
        }
    }

    var tables: [ResultTable] {
        var stageTable = ResultTable(
            title: "一份报告，新进程：各阶段 CPU 时间 · one report, a fresh process: CPU time of the stages",
            header: ["阶段 · stage", "ms"])
        stageTable.rows = Stages.ofColdRun.map { [$0.name, stages[$0.key, default: 0].text(2)] }
        stageTable.rows.append([
            "合计 · total", Stages.ofColdRun.reduce(0) { $0 + stages[$1.key, default: 0] }.text(2),
        ])
        stageTable.notes = ["\(pages) 页 · pages"]
        var table = ResultTable(
            title: "一份报告，新进程 · one report, a fresh process",
            header: ["程序 · program", "CPU ms", "历时 · wall ms", "内存 · MB", "kB"])
        table.rows = rows.map {
            [
                $0.name, $0.cpu.text(1), $0.wall.text(1), $0.peakMemory.text(0),
                $0.bytes.map { (Double($0) / 1000).text(0) } ?? "",
            ]
        }
        return [stageTable, table]
    }
}
