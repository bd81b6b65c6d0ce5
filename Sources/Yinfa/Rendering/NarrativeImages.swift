internal import CairoDrawing
internal import ReportModel
internal import ReportReading
internal import Typesetting

/// The image files that a report's narrative names.
enum NarrativeImages {
    /// Paths are relative to the report's file.
    /// - Throws: `DiagnosticsError` with every image that is missing, unreadable, damaged, or of a kind that is not
    ///   printed.
    static func load(for report: Report, file: String) throws(DiagnosticsError) -> [String: ImageSource] {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        var images: [String: ImageSource] = [:]
        var problems: [Diagnostic] = []
        for (path, block) in report.narrative {
            guard case .figure(let illustration) = block, images[illustration.path] == nil else { continue }
            do throws(DiagnosticsError) {
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

    private static func image(_ bytes: [UInt8], _ name: String, _ path: String) throws(DiagnosticsError) -> ImageSource {
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
