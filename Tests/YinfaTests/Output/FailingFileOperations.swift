import Foundation

@testable import Yinfa

/// The real file system, except that one call answers with an error.
struct FailingFileOperations: FileOperations {
    enum Call: CaseIterable { case create, write, synchronize, close, rename, setPermissions }

    var call: Call
    var code: Int32
    private let system = SystemFileOperations()

    init(_ call: Call, _ code: Int32) {
        self.call = call
        self.code = code
    }

    private func check(_ call: Call) throws(SystemError) {
        if call == self.call { throw SystemError(code: code) }
    }

    func create(_ path: String) throws(SystemError) -> Int32 {
        try check(.create)
        return try system.create(path)
    }

    func open(_ path: String) throws(SystemError) -> Int32 { try system.open(path) }

    /// Takes half of what it is given, as a disk does that fills up in the middle.
    func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(SystemError) -> Int {
        if bytes.count < 2 { try check(.write) }
        let half = UnsafeRawBufferPointer(rebasing: bytes.prefix(max(1, bytes.count / 2)))
        return try system.write(half, to: file)
    }

    func synchronize(_ file: Int32) throws(SystemError) {
        try check(.synchronize)
        try system.synchronize(file)
    }

    func close(_ file: Int32) throws(SystemError) {
        try system.close(file)
        try check(.close)
    }

    func rename(_ old: String, to new: String) throws(SystemError) {
        try check(.rename)
        try system.rename(old, to: new)
    }

    func remove(_ path: String) { system.remove(path) }

    func setPermissions(_ mode: mode_t, of file: Int32) throws(SystemError) {
        try check(.setPermissions)
        try system.setPermissions(mode, of: file)
    }
}
