internal import Foundation
package import ReportModel

/// The text of a file under `layouts/` or `fonts/`.
package enum LayoutFile {
    /// Far beyond any form, style or font book.
    private static let sizeLimit = 4 << 20

    /// - Throws: `DiagnosticsError` where there is no such file, or it is no UTF-8 text of at most 4 MB.
    package static func read(_ path: String) throws(DiagnosticsError) -> String {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: sizeLimit + 1)
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
        return text
    }
}
