import Glibc

/// The CPU time that this process has used, in milliseconds, all threads together.
enum CPUClock {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}

/// Adds up the CPU time between marks, by name, in milliseconds.
struct StageTimes: Codable {
    private(set) var byStage: [String: [Double]] = [:]
    private var last = CPUClock.now

    private enum CodingKeys: String, CodingKey { case byStage }

    init() {}

    /// Counts from the start of the process; what went so far was this stage.
    init(sinceStart stage: String) {
        last = 0
        mark(stage)
    }

    /// What went since the last mark was this stage.
    mutating func mark(_ stage: String) {
        let now = CPUClock.now
        byStage[stage, default: []].append(now - last)
        last = now
    }

    /// What went since the last mark is not counted.
    mutating func skip() { last = CPUClock.now }
}
