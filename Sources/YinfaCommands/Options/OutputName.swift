import Foundation
import Yinfa

/// Names of results. A default comes from the input's file name alone, never from what a report
/// says: an agency called `../x` reaches no path.
enum OutputName {
    /// The input's path with another ending, e.g. `2022/报告.yaml` → `2022/报告.pdf`.
    static func replacingEnding(of input: String, by ending: String) -> String {
        stem(of: input) + "." + ending
    }

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

    /// - Throws: `output.is-the-input` where writing `output` would destroy what was read.
    static func check(_ output: String, isNot input: String) throws(DiagnosticsError) {
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

    private static func stem(of path: String) -> String {
        let nameStart = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        guard let dot = path[nameStart...].lastIndex(of: "."), dot > nameStart else { return path }
        return String(path[..<dot])
    }
}
