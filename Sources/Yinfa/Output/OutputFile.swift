import Foundation
public import ReportModel

/// Writes results to disk, whole or not at all.
public enum OutputFile {
    /// Writes a file so that nobody ever sees a part of it: the bytes go to a new file in the same
    /// folder, to the disk, and only then under the name asked for. A file that was there is
    /// replaced and its permissions kept; after a failure it is as it was, and nothing else is left.
    ///
    /// A device or a pipe is written into directly. Folders are not made.
    ///
    /// - Throws: `DiagnosticsError` of the machine's fault: `output.is-a-folder`,
    ///   `output.no-such-folder`, `output.disk-full`, `output.cannot-write`, `output.bad-path`.
    public static func write(_ bytes: [UInt8], to path: String) throws(DiagnosticsError) {
        try write(bytes, to: path, with: SystemFileOperations())
    }

    /// Takes back a file that `write` has written; a device or a pipe stays.
    public static func remove(_ path: String) {
        guard case .file(let path, _) = try? OutputTarget(path) else { return }
        SystemFileOperations().remove(path)
    }

    /// Takes away what a process that was killed has left beside a file it was writing.
    static func removeLeftover(of process: pid_t, beside path: String) {
        SystemFileOperations().remove(temporary(beside: path, process, attempt: 0))
    }

    private static func temporary(beside path: String, _ process: pid_t, attempt: Int) -> String {
        folder(of: path) + ".yinfa-\(process)-\(attempt).part"
    }

    static func write(
        _ bytes: [UInt8], to path: String, with operations: some FileOperations
    ) throws(DiagnosticsError) {
        let target = try OutputTarget(path)
        do {
            switch target {
            case .stream(let path):
                let file = try operations.open(path)
                try finish(file, bytes, operations)
            case .file(let destination, let permissions):
                try replace(destination, permissions, bytes, operations)
            }
        } catch {
            let id: Diagnostic.ID =
                switch error.code {
                case ENOSPC, EDQUOT: "output.disk-full"
                case ENOENT: "output.no-such-folder"
                default: "output.cannot-write"
                }
            throw failure(id, path, error)
        }
    }

    private static func replace(
        _ path: String, _ permissions: mode_t?, _ bytes: [UInt8], _ operations: some FileOperations
    ) throws(SystemError) {
        let (file, temporary) = try createBeside(path, operations)
        do throws(SystemError) {
            if let permissions {
                do throws(SystemError) {
                    try operations.setPermissions(permissions, of: file)
                } catch {
                    try? operations.close(file)
                    throw error
                }
            }
            try finish(file, bytes, operations)
            try operations.rename(temporary, to: path)
        } catch {
            operations.remove(temporary)
            throw error
        }
        synchronizeFolder(of: path, operations)
    }

    private static func finish(
        _ file: Int32, _ bytes: [UInt8], _ operations: some FileOperations
    ) throws(SystemError) {
        do throws(SystemError) {
            try operations.writeAll(bytes, to: file)
            try operations.synchronize(file)
        } catch {
            try? operations.close(file)
            throw error
        }
        // Network folders tell of a full disk only here.
        try operations.close(file)
    }

    /// A new, empty file in the folder of `path`. Its name is short, so that a long name of the
    /// result does not make a longer one here, and no other process can have taken it.
    private static func createBeside(
        _ path: String, _ operations: some FileOperations
    ) throws(SystemError) -> (file: Int32, path: String) {
        for attempt in 0..<1000 {
            let temporary = temporary(beside: path, getpid(), attempt: attempt)
            do throws(SystemError) {
                return (try operations.create(temporary), temporary)
            } catch {
                if error.code != EEXIST { throw error }
            }
        }
        throw SystemError(code: EEXIST)
    }

    /// After a loss of power the new name should be there too. Not every file system can promise
    /// that, and the file itself is whole either way, so a refusal is no failure.
    private static func synchronizeFolder(of path: String, _ operations: some FileOperations) {
        let folder = folder(of: path)
        let descriptor = Foundation.open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        try? operations.synchronize(descriptor)
        try? operations.close(descriptor)
    }

    /// With its slash; empty for the working folder.
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }

    static func failure(_ id: Diagnostic.ID, _ path: String, _ error: SystemError) -> DiagnosticsError {
        failure(id, path, error.reason, hint: error.hint)
    }

    static func failure(
        _ id: Diagnostic.ID, _ path: String, _ reason: Localized, hint: Localized? = nil
    ) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                id, .error,
                Localized(zh: "写不了“\(path)”：\(reason.zh)", en: "cannot write '\(path)': \(reason.en)"),
                hint: hint, fault: .machine))
    }
}
