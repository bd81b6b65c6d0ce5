import ArgumentParser
import Foundation
import Typesetting
import Yinfa

// What is measured in a process of its own, so that neither caches nor memory of another measurement count.

struct ColdSample: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cold-sample", shouldDisplay: false)
    @Argument var output: String

    struct Result: Codable {
        var times: StageTimes
        var report: IssuedReport
        var peakMemory: Double
    }

    func run() throws {
        var times = StageTimes(sinceStart: "start")
        let shop = try Workshop()
        times.mark("open")
        let bytes = Array(try Data(contentsOf: URL(filePath: Project.example)))
        let report = try shop.issue(bytes, name: Project.example, to: output, &times)
        try JSONOutput.print(Result(times: times, report: report, peakMemory: MemoryPeak.now))
    }
}

struct BatchSample: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "batch-sample", shouldDisplay: false)
    @Argument var folder: String
    @Argument var reports: Int

    struct Result: Codable {
        var times: StageTimes
        var reports: [IssuedReport]
        /// From the reports' bytes to their PDFs on disk.
        var cpu: Double
        /// After the first 200 reports, and after all.
        var earlyPeakMemory: Double
        var peakMemory: Double
    }

    /// Written before they are issued, and not all at once: they are no part of what is measured.
    private static let group = 100

    func run() throws {
        let shop = try Workshop()
        let form = try shop.form
        var times = StageTimes()
        var issued: [IssuedReport] = []
        var cpu = 0.0
        var earlyPeakMemory = 0.0
        for first in stride(from: 1, through: reports, by: BatchSample.group) {
            let sources = (first...min(reports, first + BatchSample.group - 1)).map { number in
                var varied = VariedReport(number: number, form: form)
                return (number, Array(ReportWriter.yaml(varied.report(), form: form).utf8))
            }
            let start = CPUClock.now
            for (number, bytes) in sources {
                times.skip()
                issued.append(
                    // A disk need not hold ten thousand of them.
                    try shop.issue(bytes, name: "\(number).yaml", to: "\(folder)/\(number % 1000).pdf", &times))
            }
            cpu += CPUClock.now - start
            if first <= 200 { earlyPeakMemory = try MemoryPeak.now }
        }
        try JSONOutput.print(
            Result(
                times: times, reports: issued, cpu: cpu, earlyPeakMemory: earlyPeakMemory, peakMemory: MemoryPeak.now))
    }
}

/// Writes the same reports for the peers; 0 is the example.
struct PeerDocuments: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "peer-documents", shouldDisplay: false)
    @Argument var folder: String
    @Argument var reports: Int

    func run() throws {
        let shop = try Workshop()
        let form = try shop.form
        let example = try ReportReader.read(path: Project.example, forms: shop.renderer.forms).value.report
        let target = URL(filePath: folder)
        try PeerDocument(example, form: form, style: shop.renderer.style).write(
            to: target.appending(path: "0.json"))
        for number in 1...reports {
            var varied = VariedReport(number: number, form: form)
            try PeerDocument(varied.report(), form: form, style: shop.renderer.style)
                .write(to: target.appending(path: "\(number).json"))
        }
    }
}

/// Writes the same reports as files for the program.
struct ReportFiles: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report-files", shouldDisplay: false)
    @Argument var folder: String
    @Argument var reports: Int

    func run() throws {
        let form = try Workshop().form
        for number in 1...reports {
            var varied = VariedReport(number: number, form: form)
            let text = ReportWriter.yaml(varied.report(), form: form)
            try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(number).yaml"))
        }
    }
}

enum JSONOutput {
    static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        Swift.print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
