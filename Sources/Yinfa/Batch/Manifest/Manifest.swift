import Foundation
internal import ReportModel

/// The record of what a batch has done: JSON Lines, a `ManifestRun` for each run and, after it, a `ReportOutcome` for
/// each report, in the order in which they were done. Lines are only added, and only whole ones.
final class Manifest {
    private let path: String
    private let file: Int32
    /// How much of it is whole lines.
    private var length: off_t = 0
    private let json = JSONLine()
    /// What earlier runs with the same fingerprint have issued, by the reports' names.
    private(set) var known: [String: ReportOutcome] = [:]

    /// Opens the manifest for this process alone.
    /// - Parameter isResumed: whether to keep what is there; else it begins anew.
    /// - Throws: `DiagnosticsError`, of the machine's fault where it cannot be written: `manifest.in-use`,
    ///   `manifest.foreign`.
    init(path: String, run: ManifestRun, isResumed: Bool) throws(DiagnosticsError) {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw OutputFile.failure("output.cannot-write", path, .last) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw DiagnosticsError(Self.inUse(path)) }
        // Whatever another program has put here is not written over.
        try readBack(run.fingerprint)
        if !isResumed { (known, length) = ([:], 0) }
        // What a loss of power has left of a line.
        guard ftruncate(file, length) == 0 else { throw OutputFile.failure("output.cannot-write", path, .last) }
        try write(json.bytes(run))
    }

    deinit { if file >= 0 { close(file) } }

    /// - Parameter line: the outcome as a line, where somebody has made one already.
    func append(_ outcome: ReportOutcome, line: [UInt8]? = nil) throws(DiagnosticsError) {
        try write(line ?? json.bytes(outcome))
    }

    /// Waits until it is on the disk.
    func finish() throws(DiagnosticsError) {
        do throws(SystemError) {
            try SystemFileOperations().synchronize(file)
        } catch {
            throw OutputFile.failure("output.cannot-write", path, error)
        }
    }

    private func write(_ line: [UInt8]) throws(DiagnosticsError) {
        do throws(SystemError) {
            guard lseek(file, length, SEEK_SET) >= 0 else { throw .last }
            try SystemFileOperations().writeAll(line, to: file)
            length += off_t(line.count)
        } catch {
            _ = ftruncate(file, length)
            throw OutputFile.failure(error.code == ENOSPC ? "output.disk-full" : "output.cannot-write", path, error)
        }
    }

    private func readBack(_ fingerprint: String) throws(DiagnosticsError) {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
            throw OutputFile.failure("output.cannot-write", path, .last)
        }
        var isSame = false
        var isFirst = true
        var start = data.startIndex
        while let end = data[start...].firstIndex(of: 0x0A) {
            let line = data[start..<end]
            if let run = try? json.value(ManifestRun.self, line) {
                isSame = run.fingerprint == fingerprint
            } else if isFirst {
                throw DiagnosticsError(Self.foreign(path))
            } else if isSame, let outcome = try? json.value(ReportOutcome.self, line), outcome.proof?.output != nil {
                known[outcome.report] = outcome
            }
            isFirst = false
            start = end + 1
            length = off_t(start - data.startIndex)
        }
        if isFirst && !data.isEmpty { throw DiagnosticsError(Self.foreign(path)) }
    }

    private static func inUse(_ path: String) -> Diagnostic {
        Diagnostic(
            "manifest.in-use", .error,
            Localized(zh: "另一个批次正在写“\(path)”", en: "another batch is writing '\(path)'"),
            hint: Localized(zh: "等它做完，或用 --manifest 换一个文件", en: "wait for it, or name another file with --manifest"))
    }

    private static func foreign(_ path: String) -> Diagnostic {
        Diagnostic(
            "manifest.foreign", .error,
            Localized(zh: "“\(path)”不是批次的清单，没有改动它", en: "'\(path)' is no batch's manifest, and was left alone"),
            hint: Localized(zh: "用 --manifest 换一个文件", en: "name another file with --manifest"))
    }
}

/// What was the same for all reports of a run.
struct ManifestRun: Codable {
    /// The program and its version.
    var program: String
    var fingerprint: String
}
