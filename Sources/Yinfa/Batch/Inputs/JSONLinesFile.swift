import Foundation
internal import ReportModel

/// A file with a report on each line (https://jsonlines.org). Where the lines are is found without keeping them.
enum JSONLinesFile {
    static func isOne(_ path: String) -> Bool {
        [".jsonl", ".ndjson"].contains { path.lowercased().hasSuffix($0) }
    }

    /// The lines that hold anything.
    /// - Throws: `DiagnosticsError` where the file cannot be read.
    static func records(path: String) throws(DiagnosticsError) -> [ReportJob.Record] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw failure(path, .last) }
        defer { close(file) }
        var scan = LineScan()
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path, .last)
            }
            if count == 0 { return scan.finished() }
            chunk.withUnsafeBytes { scan.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    /// Standard input as a file of its own, for a worker cannot read another's input.
    /// - Returns: the file's path; whoever asked for it removes it.
    /// - Throws: `DiagnosticsError` where it cannot be read or kept, or somebody cancels.
    static func keepStandardInput(_ cancellation: Cancellation) throws(DiagnosticsError) -> String {
        let template = FileManager.default.temporaryDirectory.path + "/yinfa-XXXXXX.jsonl"
        var path = Array(template.utf8CString)
        let file = mkstemps(&path, 6)
        guard file >= 0 else { throw OutputFile.failure("output.cannot-write", template, .last) }
        let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { close(file) }
        do throws(SystemError) {
            var chunk = [UInt8](repeating: 0, count: 1 << 20)
            while true {
                guard cancellation.waitForInput(STDIN_FILENO) else { throw SystemError(code: ECANCELED) }
                let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
                if count < 0 && errno == EINTR { continue }
                if count < 0 { throw .last }
                if count == 0 { return name }
                try SystemFileOperations().writeAll(Array(chunk[..<count]), to: file)
            }
        } catch {
            unlink(name)
            if error.code == ECANCELED { throw DiagnosticsError(interrupted) }
            throw OutputFile.failure(error.code == ENOSPC ? "output.disk-full" : "output.cannot-write", name, error)
        }
    }

    private static let interrupted = Diagnostic(
        "batch.interrupted", .error,
        Localized(zh: "还没有读完标准输入就停止了", en: "stopped before standard input was read"))

    private static func failure(_ path: String, _ error: SystemError) -> DiagnosticsError {
        let isMissing = error.code == ENOENT
        return DiagnosticsError(
            Diagnostic(
                isMissing ? "file.not-found" : "file.read-failed", .error,
                isMissing
                    ? Localized(zh: "找不到文件“\(path)”", en: "no such file: “\(path)”")
                    : Localized(zh: "读取失败：\(error.reason.zh)", en: "reading failed: \(error.reason.en)"),
                at: Place(file: path)))
    }
}

/// Finds lines in bytes that come piece by piece.
private struct LineScan {
    private var records: [ReportJob.Record] = []
    private var offset = 0
    private var start = 0
    private var line = 1
    private var hasText = false

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            if byte == 0x0A {
                endLine()
                start = offset + 1
            } else if !UInt8.isJSONSpace(byte) {
                hasText = true
            }
            offset += 1
        }
    }

    mutating func finished() -> [ReportJob.Record] {
        endLine()
        return records
    }

    private mutating func endLine() {
        if hasText { records.append(ReportJob.Record(offset: start, length: offset - start, line: line)) }
        line += 1
        hasText = false
    }
}
