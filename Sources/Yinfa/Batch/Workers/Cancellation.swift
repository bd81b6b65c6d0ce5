import Foundation

/// A way to stop a batch from another thread or from the handler of a signal. The first time, reports that are at work
/// are finished and no others begun; the second time, they are given up at once.
public final class Cancellation: Sendable {
    private let reader: Int32
    private let writer: Int32

    public init() {
        var ends: [Int32] = [-1, -1]
        // Where the system has none to give, nothing can be cancelled, and all else still works.
        _ = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0, &ends)
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// May be called in a handler of signals.
    public func cancel() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Readable after `cancel`.
    var descriptor: Int32 { reader }

    /// Waits until a file can be read; false where somebody cancels before.
    func waitForInput(_ file: Int32) -> Bool {
        var watched = [file, reader].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&watched, 2, -1) < 0 && errno == EINTR {}
        return watched[1].revents & Int16(POLLIN) == 0
    }

    /// How often `cancel` was called since the last time.
    func taken() -> Int {
        var bytes: [UInt8] = [0, 0, 0, 0]
        return max(0, bytes.withUnsafeMutableBytes { read(reader, $0.baseAddress, $0.count) })
    }
}
