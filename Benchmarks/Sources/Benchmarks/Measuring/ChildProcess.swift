import Foundation
import Glibc

/// A program run to its end, with what it cost as the kernel counts it.
struct ChildProcess {
    var output: String
    /// User and system time from start to end, its own children's included, in milliseconds.
    var cpu: Double
    var wall: Double
    /// Largest resident set, in MB.
    var peakMemory: Double

    /// - Parameter quiet: what it writes to standard error is not shown.
    /// - Throws: `BenchmarkError` where it does not start or ends with another status than 0.
    static func run(_ arguments: [String], quiet: Bool = false) throws -> ChildProcess {
        let reader = Pipe()
        let argv = arguments.map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, reader.fileHandleForWriting.fileDescriptor, 1)
        if quiet { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
        var pid = pid_t()
        let start = ContinuousClock.now
        guard posix_spawnp(&pid, arguments[0], &actions, nil, argv, environ) == 0 else {
            throw BenchmarkError("不能运行 · cannot run: \(arguments[0])")
        }
        try reader.fileHandleForWriting.close()
        let output = reader.fileHandleForReading.readDataToEndOfFile()
        var status: Int32 = 0
        var usage = rusage()
        wait4(pid, &status, 0, &usage)
        let wall = start.duration(to: .now)
        guard status == 0 else {
            throw BenchmarkError("运行失败 · failed: \(arguments.joined(separator: " "))")
        }
        func milliseconds(_ time: timeval) -> Double {
            Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
        }
        return ChildProcess(
            output: String(decoding: output, as: UTF8.self),
            cpu: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
            wall: Double(wall.components.seconds) * 1e3 + Double(wall.components.attoseconds) / 1e15,
            peakMemory: Double(usage.ru_maxrss) / 1024)
    }

    /// This program again, with a hidden command that prints one JSON value.
    static func sample<Result: Decodable>(_ arguments: String..., as type: Result.Type) throws -> (
        Result, ChildProcess
    ) {
        let child = try run([CommandLine.arguments[0]] + arguments)
        return (try JSONDecoder().decode(type, from: Data(child.output.utf8)), child)
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
