internal import Foundation
package import ReportModel

/// The text of a file under `layouts/` or `fonts/`.
package enum LayoutFile {
    /// Far beyond any form, style or font book.
    private static let sizeLimit = 4 << 20

    /// - Throws: `DiagnosticsError` where there is no such file, or it is no UTF-8 text of at most 4 MB.
    package static func read(_ path: String) throws(DiagnosticsError) -> String {
        guard let handle = FileHandle(forReadingAtPath: path),
            // At the end of a file there is no data, not data of length nought.
            let data = try? handle.read(upToCount: sizeLimit + 1) ?? Data()
        else {
            throw DiagnosticsError(
                Diagnostic(
                    "layout.unreadable", .error,
                    Localized(zh: "读不到文件“\(path)”", en: "the file “\(path)” cannot be read"),
                    at: Place(file: path), fault: .machine))
        }
        guard data.count <= sizeLimit, let text = String(validating: data, as: UTF8.self) else {
            throw DiagnosticsError(
                Diagnostic(
                    "layout.not-text", .error,
                    Localized(
                        zh: "格式、样式和字体簿应为不超过 4 MB 的 UTF-8 文本",
                        en: "forms, styles and the font book are UTF-8 text of at most 4 MB"),
                    at: Place(file: path)))
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw DiagnosticsError(
                Diagnostic(
                    "layout.empty", .error, Localized(zh: "文件是空的", en: "the file is empty"), at: Place(file: path),
                    hint: Localized(zh: "从原来的资料中恢复这个文件", en: "restore it from the original layouts")))
        }
        return text
    }

    /// The names of the `*.yaml` of a folder without their ending, sorted; none where it cannot be read.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    }
}
