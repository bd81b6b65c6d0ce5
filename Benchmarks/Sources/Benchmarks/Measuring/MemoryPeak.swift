import Foundation

enum MemoryPeak {
    /// VmHWM of this process in MB: the largest resident set since it was started.
    static var now: Double {
        get throws {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            guard let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
            else {
                throw BenchmarkError("/proc/self/status 没有 VmHWM · has no VmHWM")
            }
            return kilobytes / 1024
        }
    }
}
