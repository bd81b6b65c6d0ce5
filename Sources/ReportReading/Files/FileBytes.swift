internal import Glibc
package import ReportModel

/// The bytes of a file, or one diagnostic that says why there are none.
package enum FileBytes {
    /// No report comes near this; what is larger is another kind of file.
    package static let limit = 32 << 20

    /// Reads a whole file. Its size is looked at before a byte is read, so that a huge file costs nothing.
    package static func read(path: String, limit: Int = limit) throws(DiagnosticsError) -> [UInt8] {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw refusal("file.not-found", "文件名为空或含有空字符", "the file name is empty or holds a NUL", path)
        }
        // Not to wait for a writer where the path is a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw openFailure(errno, path) }
        defer { close(descriptor) }

        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw readFailure(errno, path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            throw refusal("file.is-directory", "这是文件夹，不是文件", "this is a directory, not a file", path)
        default:
            throw refusal("file.not-regular", "这不是普通文件", "this is not a regular file", path)
        }
        guard status.st_size <= limit else { throw tooLarge(path, limit: limit) }
        return try read(descriptor, path: path, limit: limit)
    }

    private static func read(
        _ descriptor: Int32, path: String, limit: Int
    ) throws(DiagnosticsError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw readFailure(errno, path)
            }
            // The file may have grown since its size was looked at.
            guard bytes.count + count <= limit else { throw tooLarge(path, limit: limit) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    package static func tooLarge(_ name: String, limit: Int) -> DiagnosticsError {
        refusal(
            "file.too-large", "文件超过 \(limit >> 20) MB，不予读取", "the file is larger than \(limit >> 20) MB", name
        )
    }

    private static func openFailure(_ code: Int32, _ path: String) -> DiagnosticsError {
        switch code {
        case ENOENT, ENOTDIR:
            refusal("file.not-found", "找不到文件“\(path)”", "no such file: “\(path)”", path)
        case EACCES, EPERM:
            refusal("file.not-readable", "没有读取“\(path)”的权限", "no permission to read “\(path)”", path)
        case ELOOP:
            refusal("file.link-loop", "符号链接循环，指不到文件", "the symbolic links go round in a circle", path)
        case ENAMETOOLONG:
            refusal("file.not-found", "文件名过长", "the file name is too long", path)
        default:
            readFailure(code, path)
        }
    }

    private static func readFailure(_ code: Int32, _ path: String) -> DiagnosticsError {
        let reason = String(cString: strerror(code))
        return DiagnosticsError(
            Diagnostic(
                "file.read-failed", .error,
                Localized(zh: "读取失败：\(reason)", en: "reading failed: \(reason)"), at: Place(file: path),
                fault: .machine))
    }

    private static func refusal(
        _ id: Diagnostic.ID, _ zh: String, _ en: String, _ path: String
    ) -> DiagnosticsError {
        DiagnosticsError(Diagnostic(id, .error, Localized(zh: zh, en: en), at: Place(file: path)))
    }
}
