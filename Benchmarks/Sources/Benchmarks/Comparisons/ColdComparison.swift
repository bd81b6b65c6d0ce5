import Foundation

/// One report in a fresh process, several times: from the start of the process to the PDF on disk.
struct ColdComparison: Encodable {
    struct Row: Encodable {
        var name: String
        /// Medians, in milliseconds and MB.
        var cpu: Double
        var wall: Double
        var peakMemory: Double
        var pages: Int?
        var bytes: Int
    }

    /// Medians of our stages, in milliseconds of CPU time.
    var stages: [String: Double] = [:]
    var rows: [Row] = []

    init(samples: Int, program: String?, typst: TypstPeer?) throws {
        let folder = try Project.workFolder("cold").path
        if let program {
            let pdf = folder + "/program.pdf"
            let runs = try (0..<samples).map { _ in
                try ChildProcess.run([program, "render", Project.example, "-o", pdf], quiet: true)
            }
            rows.append(ColdComparison.row("yinfa render", runs, bytes: try fileSize(pdf), pages: nil))
        }
        var results: [ColdSample.Result] = []
        var runs: [ChildProcess] = []
        for _ in 0..<samples {
            let (result, child) = try ChildProcess.sample(
                "cold-sample", folder + "/library.pdf", as: ColdSample.Result.self)
            results.append(result)
            runs.append(child)
        }
        for (key, _) in Stages.ofColdRun {
            stages[key] = results.map { $0.times.byStage[key, default: []].reduce(0, +) }.median
        }
        rows.append(
            ColdComparison.row(
                "import Yinfa", runs, bytes: results[0].report.bytes, pages: results[0].report.pages))
        guard let typst else { return }
        for mode in TypstPeer.Mode.allCases {
            let pdf = folder + "/typst.pdf"
            let runs = try (0..<samples).map { _ in try typst.cold(output: pdf, mode) }
            rows.append(ColdComparison.row(mode.name, runs, bytes: try fileSize(pdf), pages: nil))
        }
        rows.append(
            ColdComparison.row(
                "（其中 Python 启动 · of it, Python’s start）", try (0..<samples).map { _ in try typst.start() },
                bytes: 0, pages: nil))
    }

    private static func row(_ name: String, _ runs: [ChildProcess], bytes: Int, pages: Int?) -> Row {
        Row(
            name: name, cpu: runs.map(\.cpu).median, wall: runs.map(\.wall).median,
            peakMemory: runs.map(\.peakMemory).median, pages: pages, bytes: bytes)
    }

    var tables: [ResultTable] {
        var stageTable = ResultTable(
            title: "一份报告，新进程：各阶段 CPU 时间 · one report, a fresh process: CPU time of the stages",
            header: ["阶段 · stage", "ms"])
        stageTable.rows = Stages.ofColdRun.map { [$0.name, stages[$0.key, default: 0].text(2)] }
        stageTable.rows.append(["合计 · total", stages.values.reduce(0, +).text(2)])
        var table = ResultTable(
            title: "一份报告，新进程 · one report, a fresh process",
            header: ["程序 · program", "CPU ms", "历时 · wall ms", "内存 · MB", "kB"])
        table.rows = rows.map {
            [
                $0.name, $0.cpu.text(1), $0.wall.text(1), $0.peakMemory.text(0),
                $0.bytes == 0 ? "" : (Double($0.bytes) / 1000).text(0),
            ]
        }
        return [stageTable, table]
    }
}
