import Foundation
import Yinfa

/// Names of results. A default comes from the input's file name alone, never from what a report
/// says: an agency called `../x` reaches no path.
enum OutputName {
    /// The input's path with another ending, e.g. `2022/报告.yaml` → `2022/报告.pdf`.
    static func replacingEnding(of input: String, by ending: String) -> String {
        stem(of: input) + "." + ending
    }

    /// The path of a PDF made of the input, e.g. `2022/报告.yaml` → `2022/报告-booklet.pdf`.
    static func adding(_ word: String, to input: String) -> String { stem(of: input) + "-" + word + ".pdf" }

    /// The input's path without its ending, e.g. `2022/报告.pdf` → `2022/报告`; one without takes `-record`.
    static func withoutEnding(_ input: String) -> String {
        let stem = stem(of: input)
        return stem == input ? input + "-record" : stem
    }

    /// The path of one page's picture; the numbers are as wide as the last, so that the names sort.
    static func page(_ number: Int, of count: Int, beside output: String) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: String(count).count - digits.count)
        return stem(of: output) + "-" + padding + digits + ".png"
    }

    /// - Throws: `output.is-the-input` where writing `output` would destroy what was read,
    ///   `output.is-standard-output` where the bytes would run into what is told on standard output.
    static func check(_ output: String, isNot input: String) throws(DiagnosticsError) {
        try checkIsFile(output)
        var written = stat()
        var read = stat()
        guard stat(output, &written) == 0, stat(input, &read) == 0,
            written.st_dev == read.st_dev, written.st_ino == read.st_ino
        else { return }
        throw DiagnosticsError(
            Diagnostic(
                "output.is-the-input", .error,
                Localized(
                    zh: "结果会盖掉原来的报告“\(input)”", en: "the result would replace the report '\(input)' itself"),
                hint: Localized(zh: "请用 -o 另起一个文件名", en: "choose another file name with -o")))
    }

    /// - Throws: `output.is-standard-output`.
    static func checkIsFile(_ output: String) throws(DiagnosticsError) {
        if output == "-" || isStandardStream(output) { throw DiagnosticsError(standardOutput(output)) }
    }

    /// A terminal, a pipe or a file that standard output or standard error goes to; nobody minds a null device.
    private static func isStandardStream(_ path: String) -> Bool {
        var target = stat()
        guard stat(path, &target) == 0 else { return false }
        return [STDOUT_FILENO, STDERR_FILENO].contains { descriptor in
            var stream = stat()
            guard fstat(descriptor, &stream) == 0, stream.st_dev == target.st_dev, stream.st_ino == target.st_ino
            else { return false }
            return stream.st_mode & S_IFMT != S_IFCHR || isatty(descriptor) == 1
        }
    }

    private static func standardOutput(_ path: String) -> Diagnostic {
        Diagnostic(
            "output.is-standard-output", .error,
            Localized(zh: "结果不写到标准输出（\(path)）", en: "the result is not written to standard output (\(path))"),
            hint: Localized(
                zh: "用 -o 写一个文件名；import 不写 -o 时就把报告写到标准输出",
                en: "name a file with -o; import without -o writes the report to standard output"))
    }

    /// The last part of a path.
    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private static func stem(of path: String) -> String {
        let nameStart = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[nameStart...].lastIndex(of: "."), dot > nameStart else { return path }
        return String(path[..<dot])
    }
}
