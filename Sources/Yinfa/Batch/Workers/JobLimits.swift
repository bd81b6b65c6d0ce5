/// What a report may take.
public struct JobLimits: Hashable, Sendable {
    /// Wall-clock time for one report, in seconds. One that takes longer is given up, and not tried again.
    public var seconds: Int
    /// Memory of a worker, in megabytes; it is the worker that holds it to this (`MemoryLimit`).
    public var megabytes: Int

    public init(seconds: Int = 120, megabytes: Int = 2048) {
        self.seconds = seconds
        self.megabytes = megabytes
    }
}
