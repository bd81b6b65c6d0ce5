import Foundation

/// Many reports one after the other in one process, a PDF each.
struct BatchComparison: Encodable {
    struct Row: Encodable {
        var name: String
        /// A document, in milliseconds: the median or, of `yinfa batch`, the mean.
        var cpu: Double
        var documentsPerCPUSecond: Double
        var bytesPerDocument: Int
        var peakMemory: Double
    }

    var reports: Int
    /// Our peak memory after the first 200 reports.
    var earlyPeakMemory: Double
    /// Fewest and most pages of our documents.
    var pages: [Int]
    /// Medians of our stages, in milliseconds of CPU time a document.
    var stages: [String: Double] = [:]
    var rows: [Row] = []

    /// - Parameter program: `yinfa`, whose `batch` is measured as well: everything, from its start to its summary, in all
    ///   its processes.
    init(reports: Int, program: String?, typst: TypstPeer?) throws {
        self.reports = reports
        let folder = try Project.workFolder("batch").path
        let (ours, _) = try ChildProcess.sample(
            "batch-sample", folder, String(reports), as: BatchSample.Result.self)
        earlyPeakMemory = ours.earlyPeakMemory
        let counts = ours.reports.map(\.pages)
        pages = [counts.min() ?? 0, counts.max() ?? 0]
        for (key, _) in Stages.ofOneReport { stages[key] = ours.times.byStage[key, default: []].median }
        rows.append(
            Row(
                name: "import Yinfa", cpu: BatchComparison.eachDocument(ours).median,
                documentsPerCPUSecond: Double(reports) / ours.cpu * 1000,
                bytesPerDocument: ours.reports.map(\.bytes).reduce(0, +) / reports,
                peakMemory: ours.peakMemory))
        if let program { rows.append(try BatchComparison.batch(of: program, reports: reports)) }
        guard let typst else { return }
        for mode in TypstPeer.Mode.allCases {
            let folder = try Project.workFolder("batch-typst").path
            let batch = try typst.batch(reports: reports, folder: folder, mode)
            rows.append(
                Row(
                    name: mode.name, cpu: batch.each.median,
                    documentsPerCPUSecond: Double(reports) / batch.cpu * 1000,
                    bytesPerDocument: batch.bytes.reduce(0, +) / reports, peakMemory: batch.peakMemory))
        }
    }

    /// With one worker.
    private static func batch(of program: String, reports: Int) throws -> Row {
        let sources = try Project.workFolder("batch-sources").path
        let output = try Project.workFolder("batch-program").path
        _ = try ChildProcess.run([CommandLine.arguments[0], "report-files", sources, String(reports)])
        let child = try ChildProcess.run(
            [program, "batch", sources, "-o", output, "--workers", "1", "--quiet", "--fonts", Project.fonts],
            quiet: true)
        let pdfs = try FileManager.default.subpathsOfDirectory(atPath: output).filter { $0.hasSuffix(".pdf") }
        guard pdfs.count == reports else { throw BenchmarkError("少了 PDF · PDFs are missing: \(pdfs.count)") }
        return Row(
            name: "yinfa batch", cpu: child.cpu / Double(reports),
            documentsPerCPUSecond: Double(reports) / child.cpu * 1000,
            bytesPerDocument: try pdfs.map { try fileSize("\(output)/\($0)") }.reduce(0, +) / reports,
            peakMemory: child.peakMemory)
    }

    private static func eachDocument(_ sample: BatchSample.Result) -> [Double] {
        sample.reports.indices.map { index in
            Stages.ofOneReport.reduce(0) { $0 + (sample.times.byStage[$1.key]?[index] ?? 0) }
        }
    }

    var tables: [ResultTable] {
        var stageTable = ResultTable(
            title:
                "\(reports) 份不同的报告，一个进程：每份各阶段 CPU 时间（中位数）· \(reports) varied reports, one process: CPU time of the stages, median a report",
            header: ["阶段 · stage", "ms"])
        stageTable.rows = Stages.ofOneReport.map { [$0.name, stages[$0.key, default: 0].text(2)] }
        stageTable.notes = ["每份 \(pages[0])–\(pages[1]) 页 · \(pages[0])–\(pages[1]) pages each"]
        var table = ResultTable(
            title: "\(reports) 份不同的报告，一个进程 · \(reports) varied reports, one process",
            header: ["程序 · program", "份/CPU 秒 · per CPU s", "倍 · ratio", "每份 ms · ms each", "kB", "内存 · MB"])
        if reports > 200 {
            table.notes = [
                "印发在前 200 份之后：\(earlyPeakMemory.text(0)) MB · Yinfa after the first 200: \(earlyPeakMemory.text(0)) MB"
            ]
        }
        table.rows = rows.map {
            [
                $0.name, $0.documentsPerCPUSecond.text(1),
                ($0.documentsPerCPUSecond / rows[0].documentsPerCPUSecond).text(2),
                $0.cpu.text(2), (Double($0.bytesPerDocument) / 1000).text(0), $0.peakMemory.text(0),
            ]
        }
        return [stageTable, table]
    }
}
