internal import CairoDrawing
import Foundation
internal import ReportModel
internal import ReportReading
internal import Typesetting

/// The images that a report's narrative names: files, or what the report's own file carries.
enum NarrativeImages {
    /// Paths are relative to the report's file.
    /// - Throws: `DiagnosticsError` with every image that is missing, unreadable, damaged, or of a kind that is not
    ///   printed.
    static func load(for source: SourcedReport) throws(DiagnosticsError) -> [String: ImageSource] {
        let folder = source.folder
        var images: [String: ImageSource] = [:]
        var problems: [Diagnostic] = []
        for (path, block) in source.report.narrative {
            guard case .figure(let illustration) = block, images[illustration.path] == nil else { continue }
            do throws(DiagnosticsError) {
                if let carried = source.pictures[illustration.path] {
                    images[illustration.path] = try image(carried, illustration.path, path)
                    continue
                }
                try refuseOutside(illustration.path, folder, path)
                let bytes = try FileBytes.read(path: folder + illustration.path)
                images[illustration.path] = try image(bytes, illustration.path, path)
            } catch {
                problems += error.diagnostics.map { problem in
                    guard problem.place?.path == nil else { return problem }
                    return Diagnostic(
                        "figure.unreadable", .error,
                        Localized(
                            zh: "图片“\(illustration.path)”：\(problem.message.zh)",
                            en: "image “\(illustration.path)”: \(problem.message.en)"),
                        at: Place(path: path))
                }
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return images
    }

    /// A report from elsewhere must not print what lies elsewhere on the machine, by whatever link it names it.
    private static func refuseOutside(_ name: String, _ folder: String, _ path: String) throws(DiagnosticsError) {
        guard let home = realPath(of: folder.isEmpty ? "." : folder), let file = realPath(of: folder + name),
            !file.hasPrefix(home == "/" ? "/" : home + "/")
        else { return }
        throw DiagnosticsError(
            Diagnostic(
                "figure.path-outside", .error,
                Localized(
                    zh: "图片“\(name)”是指向报告文件夹之外的链接", en: "the picture “\(name)” is a link to outside the report's folder"
                ),
                at: Place(path: path),
                hint: Localized(zh: "把图片本身放到报告文件旁边", en: "put the picture itself beside the report")))
    }

    /// Nil where there is no such file.
    private static func realPath(of path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func image(_ bytes: [UInt8], _ name: String, _ path: String) throws(DiagnosticsError) -> ImageSource
    {
        do throws(ImageProblem) {
            let image = try ImageSource(bytes: bytes)
            guard image.canBeDrawn else { throw .damaged }
            return image
        } catch {
            throw DiagnosticsError(
                Diagnostic(
                    error.isDamage ? "figure.damaged" : "figure.format", .error,
                    Localized(zh: "图片“\(name)”：\(error.message.zh)", en: "image “\(name)”: \(error.message.en)"),
                    at: Place(path: path), hint: error.hint))
        }
    }
}
