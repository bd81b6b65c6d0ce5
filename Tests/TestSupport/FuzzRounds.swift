import Foundation

/// Numbers of rounds, each of which is a seed: at least so many, and where CI runs the tests, as many as a minute holds.
/// `FUZZ_MINUTES=5` makes it five anywhere.
public struct FuzzRounds: Sequence, IteratorProtocol {
    private let least: Int
    private let end: ContinuousClock.Instant
    private var round = 0

    public init(atLeast least: Int) {
        self.least = least
        let environment = ProcessInfo.processInfo.environment
        let minutes = environment["FUZZ_MINUTES"].flatMap { Int($0) } ?? (environment["CI"] != nil ? 1 : 0)
        end = .now + .seconds(60 * minutes)
    }

    public mutating func next() -> Int? {
        guard round < least || ContinuousClock.now < end else { return nil }
        defer { round += 1 }
        return round
    }
}
