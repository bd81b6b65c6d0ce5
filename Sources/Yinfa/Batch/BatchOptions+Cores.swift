import Foundation

extension BatchOptions {
    /// How many cores this process may use, at least 1.
    public static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
