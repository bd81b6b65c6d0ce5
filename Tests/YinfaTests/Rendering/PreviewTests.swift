import Foundation
import TestSupport
import Testing

@Suite("Pages as PNG")
struct PreviewTests {
    @Test(
        "One picture a page, of the paper's size at the resolution asked for, with ink where the PDF has it",
        arguments: [36, 100])
    func pictures(dpi: Int) throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            "render", Example.linhai.path, "-o", folder.path("p.png"), "--png", "--dpi", String(dpi))
        #expect(run.status == 0)
        let names = try folder.names
        let rendered = try Example.linhai.rendered()
        #expect(names == rendered.content.pages.indices.map { "p-\($0 + 1).png" })
        #expect(run.output == names.map { folder.path($0) + "\n" }.joined())
        let pictures = try Picture.read(names.map(folder.path))
        let reference = try TemporaryFolder()
        _ = try OutsideTool.run(
            "pdftoppm", of: "poppler-utils", "-r", String(dpi), "-gray", "-png", rendered.path, reference.path("q"))
        let expected = try Picture.read(reference.names.map(reference.path))
        for (picture, page) in zip(pictures, expected) {
            #expect(picture.width == Int((210 / 25.4 * Double(dpi)).rounded()))
            #expect(picture.height == Int((297 / 25.4 * Double(dpi)).rounded()))
            let box = try #require(picture.box)
            for (edge, other) in zip(box, try #require(page.box)) { #expect(abs(edge - other) <= 2) }
        }
    }

    @Test("Where one page cannot be written, none is left")
    func allOrNone() throws {
        let folder = try TemporaryFolder()
        // The third picture's name is taken by a folder.
        try FileManager.default.createDirectory(atPath: folder.path("p-3.png"), withIntermediateDirectories: false)
        let run = try Program.run(
            "render", Example.linhai.path, "-o", folder.path("p.png"), "--png", "--dpi", "36", "--short")
        #expect(run.status == 3)
        #expect(run.messages.contains("[output.is-a-folder]"))
        #expect(try folder.names == ["p-3.png"])
    }
}
