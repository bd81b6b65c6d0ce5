internal import Foundation
public import ReportModel

extension CopyLayout {
    /// The layout that every style has by itself.
    public static let plain = "plain"

    /// - Throws: `DiagnosticsError` with every wrong value and its place.
    public static func parse(_ text: String, file: String) throws(DiagnosticsError) -> CopyLayout {
        try CopyLayoutReader().read(try LocatedNode.parse(text, file: file))
    }

    /// Reads `name.yaml` of a folder; nil for the plain layout.
    /// - Throws: `DiagnosticsError` where there is no such layout, with those that there are, or where it is wrong.
    public static func load(_ name: String, in folder: String) throws(DiagnosticsError) -> CopyLayout? {
        if name == plain { return nil }
        let known = names(in: folder)
        guard known.contains(name) else {
            let list = [plain] + known
            throw DiagnosticsError(
                Diagnostic(
                    "layout.unknown", .error,
                    Localized(zh: "没有“\(name)”这种版式（--layout）", en: "there is no layout “\(name)” (--layout)"),
                    hint: Localized(
                        zh: "可用的有：\(list.joined(separator: "、"))", en: "there are: \(list.joined(separator: ", "))")))
        }
        let path = "\(folder)/\(name).yaml"
        return try parse(try LayoutFile.read(path), file: path)
    }

    /// The layouts of a folder besides the plain one, in ascending order.
    public static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }.sorted()
    }
}
