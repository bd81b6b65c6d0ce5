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
        /// From the first report's bytes to the last PDF on disk.
        var cpu: Double
        var peakMemory: Double
    }

    func run() throws {
        let shop = try Workshop()
        let form = try shop.form
        let sources = (1...reports).map { number in
            var varied = VariedReport(number: number, form: form)
            return Array(ReportWriter.yaml(varied.report(), form: form).utf8)
        }
        var times = StageTimes()
        let start = CPUClock.now
        var issued: [IssuedReport] = []
        for (index, bytes) in sources.enumerated() {
            times.skip()
            issued.append(
                try shop.issue(bytes, name: "\(index + 1).yaml", to: "\(folder)/\(index + 1).pdf", &times))
        }
        let cpu = CPUClock.now - start
        try JSONOutput.print(Result(times: times, reports: issued, cpu: cpu, peakMemory: MemoryPeak.now))
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

enum JSONOutput {
    static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        Swift.print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
