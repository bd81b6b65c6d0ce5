import Foundation

/// Numbers of rounds, each of which is a seed: at least so many, and where CI runs the tests, as many as a minute holds.
public struct FuzzRounds: Sequence, IteratorProtocol {
    private let least: Int
    private let end: ContinuousClock.Instant
    private var round = 0

    public init(atLeast least: Int) {
        self.least = least
        let isCI = ProcessInfo.processInfo.environment["CI"] != nil
        end = .now + (isCI ? .seconds(60) : .zero)
    }

    public mutating func next() -> Int? {
        guard round < least || ContinuousClock.now < end else { return nil }
        defer { round += 1 }
        return round
    }
}
