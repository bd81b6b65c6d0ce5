import Foundation
import TestSupport

/// A PDF file that somebody has changed after it was made.
enum ChangedPDF {
    /// With a file that it carries replaced by another.
    static func replacing(_ name: String, by text: String, in path: String, _ folder: TemporaryFolder) throws -> String
    {
        let file = try folder.write(text, to: name)
        let changed = folder.path("changed.pdf")
        _ = try OutsideTool.run(
            "qpdf", of: "qpdf", path, "--add-attachment", file, "--key=\(name)", "--filename=\(name)", "--replace",
            "--", changed)
        return changed
    }

    /// Written out plainly, with a text in it replaced everywhere by another of the same length.
    static func replacing(plain old: String, by new: String, in path: String, _ folder: TemporaryFolder) throws
        -> String
    {
        let changed = folder.path("changed.pdf")
        _ = try OutsideTool.run("qpdf", of: "qpdf", "--qdf", "--object-streams=disable", path, changed)
        var bytes = try Data(contentsOf: URL(filePath: changed))
        guard old.utf8.count == new.utf8.count, bytes.firstRange(of: Data(old.utf8)) != nil else {
            throw OutsideTool.Failure(description: "no “\(old)” in \(path)")
        }
        while let range = bytes.firstRange(of: Data(old.utf8)) { bytes.replaceSubrange(range, with: Data(new.utf8)) }
        try bytes.write(to: URL(filePath: changed))
        return changed
    }
}
