internal import CairoDrawing
internal import ReportModel
internal import ReportReading
internal import Typesetting

/// The image files that a report's narrative names.
enum NarrativeImages {
    /// Paths are relative to the report's file.
    /// - Throws: `DiagnosticsError` with every image that is missing, unreadable, damaged, or neither PNG nor JPEG.
    static func load(for report: Report, file: String) throws(DiagnosticsError) -> [String: ImageSource] {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        var images: [String: ImageSource] = [:]
        var problems: [Diagnostic] = []
        for (path, block) in report.narrative {
            guard case .figure(let illustration) = block, images[illustration.path] == nil else { continue }
            do throws(DiagnosticsError) {
                let bytes = try FileBytes.read(path: folder + illustration.path)
                if let image = ImageSource(bytes: bytes) {
                    try image.checkReadable()
                    images[illustration.path] = image
                } else {
                    problems.append(unknownFormat(illustration.path, path))
                }
            } catch {
                problems += error.diagnostics.map { problem in
                    Diagnostic(
                        problem.id == "figure.damaged" ? problem.id : "figure.unreadable", .error,
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

    private static func unknownFormat(_ name: String, _ path: String) -> Diagnostic {
        Diagnostic(
            "figure.format", .error,
            Localized(
                zh: "图片“\(name)”不是可用的 PNG 或 JPEG，或大于一亿像素",
                en: "image “\(name)” is no PNG or JPEG, or larger than 100 million pixels"),
            at: Place(path: path), hint: Localized(zh: "请另存为 PNG 或 JPEG", en: "save it as PNG or JPEG"))
    }
}

extension Report {
    /// Every block of narrative with its path.
    fileprivate var narrative: [(path: String, block: Block)] {
        func listed(_ blocks: [Block], _ path: String) -> [(path: String, block: Block)] {
            blocks.enumerated().map { ("\(path)[\($0)]", $1) }
        }
        return listed(lead, "lead") + sections.flatMap { listed($0.content, "sections.\($0.key).content") }
            + attachments.enumerated().flatMap { listed($1.content, "attachments[\($0)].content") }
    }
}
