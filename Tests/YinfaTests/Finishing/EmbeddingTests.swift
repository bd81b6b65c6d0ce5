import Foundation
import TestSupport
import Testing

@Suite("What the licence in a font file allows")
struct EmbeddingTests {
    /// Renders a small report with a body face whose OS/2 table says this.
    private func render(fsType: UInt16, _ options: String...) throws -> (run: Program.Run, names: [String]) {
        let folder = try TemporaryFolder()
        var font = try Data(contentsOf: Project.file("fonts/free/FandolFang-Regular.otf"))
        let record = try #require(font.firstRange(of: Data("OS/2".utf8))).lowerBound
        let table = font[record + 8..<record + 12].reduce(0) { $0 << 8 | Int($1) }
        font[table + 8] = UInt8(fsType >> 8)
        font[table + 9] = UInt8(fsType & 0xFF)
        try font.write(to: folder.url.appending(path: "body.otf"))
        let book = try String(contentsOf: Project.file("fonts/book.yaml"), encoding: .utf8)
        try folder.write(book.replacing("{file: free/FandolFang-Regular.otf", with: "{file: body.otf"), to: "book.yaml")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "free"),
            withDestinationURL: Project.file("fonts/free").resolvingSymlinksInPath())
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.shell(
            #""$YINFA" render "$@""#,
            [report, "--fonts", folder.url.path, "--no-check", "--short", "--lang", "zh"] + options)
        return (run, try folder.names)
    }

    @Test(
        "A face that must not be embedded, not be cut down, or be embedded as bitmaps only: the machine's fault, the file is named",
        arguments: [0x0002, 0x0100, 0x0200, 0x0104] as [UInt16])
    func forbidden(fsType: UInt16) throws {
        let (run, names) = try render(fsType: fsType)
        #expect(run.status == 3)
        let errors = run.messages.split(separator: "\n").filter { $0.contains("错误：") }
        #expect(
            errors.count == 1 && errors[0].contains("body.otf") && errors[0].hasSuffix("[fonts.embedding-forbidden]"))
        #expect(!names.contains("报告.pdf"))
    }

    @Test(
        "Printing and preview, editing, installing are enough; of two levels the freer one counts",
        arguments: [0x0000, 0x0004, 0x0008, 0x0006] as [UInt16])
    func allowed(fsType: UInt16) throws {
        let (run, names) = try render(fsType: fsType)
        #expect(run.status == 0 && names.contains("报告.pdf"), "\(run.messages)")
    }

    @Test("A picture of a page embeds nothing")
    func preview() throws { #expect(try render(fsType: 0x0002, "--png").run.status == 0) }
}
