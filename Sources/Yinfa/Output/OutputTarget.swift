import Foundation
import ReportModel

/// What stands at the place that is to be written to.
enum OutputTarget: Hashable {
    /// Nothing yet, or a file to be replaced; its permissions then pass to the new one.
    /// The path has no symbolic link at its end: a link stays, and what it points to is replaced.
    case file(path: String, permissions: mode_t?)
    /// A device or a pipe (`/dev/null`, a named pipe), which is written into and never replaced.
    case stream(path: String)

    init(_ path: String) throws(DiagnosticsError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw OutputFile.failure(
                "output.bad-path", path, Localized(zh: "不是一个文件名", en: "it is no file name"))
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            let error = SystemError.last
            guard error.code == ENOENT else { throw OutputFile.failure("output.cannot-write", path, error) }
            if path.hasSuffix("/") { throw OutputFile.failure("output.no-such-folder", path, error) }
            self = .file(path: path, permissions: nil)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            throw OutputFile.failure(
                "output.is-a-folder", path, SystemError(code: EISDIR).reason,
                hint: Localized(
                    zh: "请写出文件名，如 \(path.withSlash)报告.pdf",
                    en: "name a file, e.g. \(path.withSlash)report.pdf"))
        case S_IFREG:
            // A rename would replace a file that was protected on purpose.
            guard access(path, W_OK) == 0 else {
                throw OutputFile.failure("output.cannot-write", path, .last)
            }
            guard let resolved = realpath(path, nil) else {
                throw OutputFile.failure("output.cannot-write", path, .last)
            }
            defer { free(resolved) }
            self = .file(path: String(cString: resolved), permissions: status.st_mode & 0o7777)
        default:
            self = .stream(path: path)
        }
    }
}

extension String {
    fileprivate var withSlash: String { hasSuffix("/") ? self : self + "/" }
}
