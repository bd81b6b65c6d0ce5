import Foundation
import TestSupport

/// Tests/Tools/odd-printer.py: a printer that misbehaves as it is told to.
final class OddPrinter {
    private let process = Process()
    private let input = Pipe()
    private let port: String

    init() throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Project.file("Tests/Tools/odd-printer.py").path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard Int(port) != nil else { throw OutsideTool.Failure(description: "odd-printer.py does not start") }
    }

    // Not by SIGTERM: threads that tests run on block it, and what they start does so, too.
    deinit { kill(process.processIdentifier, SIGKILL) }

    func address(_ way: String) -> String { "ipp://127.0.0.1:\(port)/\(way)" }
}
