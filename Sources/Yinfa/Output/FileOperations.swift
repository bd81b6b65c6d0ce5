import Foundation

/// The calls that writing a file needs. A protocol, so that tests can let each of them fail.
protocol FileOperations: Sendable {
    /// Opens a new file for writing; fails where the name is taken.
    func create(_ path: String) throws(SystemError) -> Int32
    /// Opens what is there for writing, as it is.
    func open(_ path: String) throws(SystemError) -> Int32
    /// Writes some of the bytes and says how many.
    func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(SystemError) -> Int
    /// Waits until the bytes are on the disk.
    func synchronize(_ file: Int32) throws(SystemError)
    func close(_ file: Int32) throws(SystemError)
    func rename(_ old: String, to new: String) throws(SystemError)
    func remove(_ path: String)
    func setPermissions(_ mode: mode_t, of file: Int32) throws(SystemError)
}

/// The operating system's own.
struct SystemFileOperations: FileOperations {
    func create(_ path: String) throws(SystemError) -> Int32 {
        try retrying { Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    }

    func open(_ path: String) throws(SystemError) -> Int32 {
        try retrying { Foundation.open(path, O_WRONLY | O_CLOEXEC) }
    }

    func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(SystemError) -> Int {
        try retrying { Foundation.write(file, bytes.baseAddress, bytes.count) }
    }

    func synchronize(_ file: Int32) throws(SystemError) {
        do {
            _ = try retrying { fsync(file) }
        } catch {
            // Pipes and some network folders have nothing to wait for.
            if error.code != EINVAL && error.code != EROFS { throw error }
        }
    }

    func close(_ file: Int32) throws(SystemError) {
        // Not retried: after EINTR the descriptor is gone already.
        if Foundation.close(file) != 0 && errno != EINTR { throw .last }
    }

    func rename(_ old: String, to new: String) throws(SystemError) {
        _ = try retrying { Foundation.rename(old, new) }
    }

    func remove(_ path: String) { _ = unlink(path) }

    func setPermissions(_ mode: mode_t, of file: Int32) throws(SystemError) {
        _ = try retrying { fchmod(file, mode) }
    }

    private func retrying<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw .last }
        }
    }
}

extension FileOperations {
    /// Writes all bytes, however many calls it takes.
    func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let rest = written
            var failure: SystemError?
            let count = bytes.withUnsafeBytes { buffer in
                do throws(SystemError) {
                    return try write(UnsafeRawBufferPointer(rebasing: buffer[rest...]), to: file)
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            written += count
        }
    }
}
