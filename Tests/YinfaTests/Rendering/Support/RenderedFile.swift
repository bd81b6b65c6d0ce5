import Foundation
import TestSupport
import Testing

/// A report rendered by the built program, and what other programs read in the PDF.
final class RenderedFile: Sendable {
    let path: String
    let messages: String
    let content: PDFContent
    private let folder: TemporaryFolder

    /// - Parameter report: the report file's path.
    convenience init(_ report: String, options: String...) throws { try self.init(report, arguments: options) }

    private init(_ report: String, arguments: [String]) throws {
        folder = try TemporaryFolder()
        path = folder.path("out.pdf")
        let run = try Program.shell(
            #""$YINFA" render "$@""#, [report, "-o", path, "--short", "--lang", "en"] + arguments)
        guard run.status == 0 else {
            throw OutsideTool.Failure(description: "render ended with \(run.status): \(run.messages)")
        }
        messages = run.messages
        content = try PDFContent(reading: path)
    }

    /// What was made of a rendered file.
    init(existing path: String) throws {
        self.path = path
        folder = try TemporaryFolder()
        messages = ""
        content = try PDFContent(reading: path)
    }

    /// Renders a report that the test has written.
    convenience init(yaml: String, options: [String] = ["--no-check"]) throws {
        let folder = try TemporaryFolder()
        try self.init(folder.write(yaml, to: "report.yaml"), arguments: options)
    }

    var bytes: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

    /// The text by poppler in the order of the file, page by page, without white space and page numbers.
    func text() throws -> [String] {
        let pages = try OutsideTool.run("pdftotext", of: "poppler-utils", "-raw", path, "-").split(separator: "\u{C}")
        return pages.map { page in
            String(page).replacing(/— ?\d+ ?—\s*$/, with: "").filter { !$0.isWhitespace }
        }
    }
}
