import Foundation
import Yinfa

/// The built program, run as its users run it.
struct Program {
    struct Run {
        var status: Int32
        var output: String
        var messages: String
    }

    /// Beside the running tests, where SwiftPM builds everything.
    static let path = URL(filePath: ResourceLocator.runningProgram)
        .deletingLastPathComponent().appending(path: "yinfa").path

    /// Runs it, in Chinese unless `environment` says otherwise.
    static func run(
        _ arguments: String..., environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Run {
        try run(arguments, environment: environment, in: folder)
    }

    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Run {
        try launch(path, arguments, environment, folder)
    }

    /// Runs a shell script in which `$YINFA` is the program and `$1`… are the arguments.
    static func shell(_ script: String, _ arguments: [String] = []) throws -> Run {
        try launch("/bin/sh", ["-c", script, "sh"] + arguments, ["YINFA": path], nil)
    }

    private static func launch(
        _ file: String, _ arguments: [String], _ environment: [String: String], _ folder: String?
    ) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: file)
        process.arguments = arguments
        var variables = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "zh_CN.UTF-8"]
        variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
        process.environment = variables.merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        // Files, not pipes: no amount of output can make the program wait for us.
        let streams = try [Stream(), Stream()]
        process.standardOutput = streams[0].handle
        process.standardError = streams[1].handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationReason == .exit
                ? process.terminationStatus : -process.terminationStatus,
            output: try streams[0].text, messages: try streams[1].text)
    }

    private final class Stream {
        let url = FileManager.default.temporaryDirectory.appending(path: "yinfa-run-\(UUID().uuidString)")
        let handle: FileHandle

        init() throws {
            try Data().write(to: url)
            handle = try FileHandle(forWritingTo: url)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        var text: String { get throws { String(decoding: try Data(contentsOf: url), as: UTF8.self) } }
    }
}
