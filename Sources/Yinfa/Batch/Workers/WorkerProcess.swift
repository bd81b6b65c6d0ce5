import Foundation
internal import PDFSigning
internal import ReportModel

/// A worker process and the jobs it has. Its standard input and output are one socket: unlike a pipe's, its end can be
/// written to after the worker has died without a signal to this process.
struct WorkerProcess {
    /// How a worker ended.
    struct End {
        /// As wait(2) has it.
        var status: Int32
        /// The most memory it had at a time, in bytes.
        var memoryPeak: Int
        /// The beginning of what it said on standard error with its last job.
        var lastWords: String
    }

    let pid: pid_t
    let socket: Int32
    let errors: Int32
    /// Jobs that it was given and has not answered, in order; it is at work on the first.
    private(set) var jobs: [ReportJob] = []
    /// When it began the first of them.
    private(set) var began = ContinuousClock.now
    /// What could not be sent yet.
    private var unsent: ArraySlice<UInt8> = []
    private var received = LineBuffer()
    private var lastWords: [UInt8] = []
    private var stream = [UInt8](repeating: 0, count: 1 << 16)
    /// Whether standard error is still open.
    private(set) var speaks = true

    /// - Throws: `DiagnosticsError` of the machine's fault: `batch.no-worker`.
    init(_ program: WorkerProgram) throws(DiagnosticsError) {
        do throws(SystemError) {
            (pid, socket, errors) = try Self.spawn(program)
        } catch {
            throw DiagnosticsError(
                Diagnostic(
                    "batch.no-worker", .error,
                    Localized(
                        zh: "不能启动工作进程：\(error.reason.zh)", en: "a worker cannot be started: \(error.reason.en)"),
                    fault: .machine))
        }
    }

    var hasUnsent: Bool { !unsent.isEmpty }

    mutating func give(_ job: ReportJob, _ line: [UInt8]) {
        if jobs.isEmpty { began = .now }
        jobs.append(job)
        unsent += line
        send()
    }

    /// Sends as much as the worker takes now.
    mutating func send() {
        while !unsent.isEmpty {
            let count = unsent.withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count < 0 && errno == EINTR { continue }
            // Where it has died, its end of the socket tells.
            guard count > 0 else { return }
            unsent = unsent.dropFirst(count)
        }
    }

    /// Takes in what it has answered.
    /// - Returns: whole lines, and whether more may come.
    mutating func receive() -> (lines: [[UInt8]], isOpen: Bool) {
        var isOpen = true
        while true {
            let count = stream.withUnsafeMutableBytes { [socket] in
                recv(socket, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT))
            }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { isOpen = errno == EAGAIN }
            if count == 0 { isOpen = false }
            guard count > 0 else { break }
            received.append(stream[..<count])
            if count < stream.count { break }
        }
        var lines: [[UInt8]] = []
        while let line = received.next() { lines.append(line) }
        return (lines, isOpen)
    }

    /// Takes in what it says on standard error.
    mutating func listen() {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = chunk.withUnsafeMutableBytes { recv(errors, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
        if count == 0 { speaks = false }
        if count > 0 && lastWords.count < 2000 { lastWords += chunk[..<count] }
    }

    /// The job that an answer is of; nil where it answers what it was not asked.
    mutating func takeJob(_ id: Int) -> ReportJob? {
        guard jobs.first?.id == id else { return nil }
        began = .now
        lastWords.removeAll()
        return jobs.removeFirst()
    }

    /// Ends it at once, if it has not ended by itself, takes away what it has half written, and says how it ended.
    mutating func end() -> End {
        // Where it is ending already, this does not change how.
        kill(pid, SIGKILL)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
        listen()
        close(socket)
        close(errors)
        if let output = jobs.first?.output { OutputFile.removeLeftover(of: pid, beside: output) }
        return End(
            status: status, memoryPeak: usage.ru_maxrss << 10, lastWords: String(decoding: lastWords, as: UTF8.self))
    }

    private static func spawn(_ program: WorkerProgram) throws(SystemError) -> (pid_t, Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        var errors: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .last }
        guard socketpair(AF_UNIX, type, 0, &errors) == 0 else {
            let error = SystemError.last
            ends.forEach { close($0) }
            throw error
        }
        let secret = program.passphrase.map(Self.socket(holding:))
        defer { if let secret { close(secret) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO)
        if let secret {
            posix_spawn_file_actions_adddup2(&actions, secret, WorkerProgram.passphraseDescriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own: Ctrl-C on the terminal goes to this process alone, which decides.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        let arguments = ([program.path] + program.arguments).map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, program.path, &actions, &attributes, arguments, environ)
        close(ends[1])
        close(errors[1])
        guard code == 0 else {
            close(ends[0])
            close(errors[0])
            throw SystemError(code: code)
        }
        return (pid, ends[0], errors[0])
    }

    /// The end to read from of a socket that has a passphrase in it, which is short enough for nobody to wait.
    private static func socket(holding passphrase: Passphrase) -> Int32 {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return -1 }
        _ = passphrase.withBytes { Foundation.send(ends[1], $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        close(ends[1])
        return ends[0]
    }
}
