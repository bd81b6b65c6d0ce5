import Foundation
internal import ReportModel
import Synchronization

/// Has the authorities of signatures asked, each by a thread of its own, while the worker goes on.
final class PendingSignatures: Sendable {
    typealias Signed = Result<[UInt8], DiagnosticsError>

    private let done = Mutex<[Int: Signed]>([:])
    private let reader: Int32
    private let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        let status = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
        precondition(status == 0, "a process that is to work has file descriptors left")
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        close(reader)
        close(writer)
    }

    /// - Parameter ticket: what the result is asked for by.
    func begin(_ signature: PendingSignature, ticket: Int) {
        Thread.detachNewThread { [self] in
            let signed = Signed { () throws(DiagnosticsError) in try signature.completed() }
            done.withLock { $0[ticket] = signed }
            var byte: UInt8 = 1
            _ = write(writer, &byte, 1)
        }
    }

    /// Nil where it is not done.
    func take(_ ticket: Int) -> Signed? { done.withLock { $0.removeValue(forKey: ticket) } }

    /// Waits until there is something to read, or a signature is done.
    /// - Parameter input: a file descriptor; negative waits for signatures alone.
    /// - Returns: whether there is something to read.
    func waitForInput(_ input: Int32) -> Bool {
        var watched = [input, reader].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&watched, 2, -1) < 0 && errno == EINTR {}
        if watched[1].revents != 0 {
            var bytes = [UInt8](repeating: 0, count: 64)
            _ = bytes.withUnsafeMutableBytes { recv(reader, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
        }
        return watched[0].revents != 0
    }
}
