import Foundation
import TestSupport
import Testing

@Suite("The library as README shows it")
struct ReadmeSnippetTests {
    private static let source = Project.file("Examples/Library/main.swift")

    @Test("README's code under 程序库 is Examples/Library/main.swift, which is compiled and run")
    func readme() throws {
        let readme = try #require(
            try? String(contentsOf: Project.file("README.md"), encoding: .utf8), "there is no README.md")
        let heading = try #require(
            readme.firstMatch(of: /\n#+ [^\n]*(?:程序库|Library)[^\n]*\n/), "no heading 程序库 or Library")
        let block = try #require(
            readme[heading.range.upperBound...].firstMatch(of: /```swift\n((?:[^`]|`[^`])*)```/),
            "no ```swift block under it")
        #expect(try String(block.1) == String(contentsOf: Self.source, encoding: .utf8))
    }

    @Test("Ten lines are enough")
    func tenLines() throws {
        let lines = try String(contentsOf: Self.source, encoding: .utf8).split(separator: "\n")
        #expect(lines.count <= 10)
    }

    @Test("It renders the report that the command renders")
    func runs() throws {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.createSymbolicLink(
            at: folder.url.appending(path: "Examples"), withDestinationURL: Project.file("Examples"))
        try manager.createDirectory(at: folder.url.appending(path: "output"), withIntermediateDirectories: false)
        let program = URL(filePath: Program.path).deletingLastPathComponent().appending(path: "LibraryExample").path
        let run = try Program.shell(
            #"cd "$1"; YINFA_HOME="$2" exec "$3""#, [folder.url.path, Project.root.path, program])
        #expect(run.status == 0, "\(run.messages)")
        // The library does not check what it is given, so that its file carries no check result.
        let rendered = try RenderedFile(Example.chaihudian.path, options: "--no-check")
        #expect(run.output == "\(rendered.content.pages.count) 页\n")
        #expect(try Data(contentsOf: folder.url.appending(path: "output/report.pdf")) == rendered.bytes)
    }
}
