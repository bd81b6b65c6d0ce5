import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("yinfa extract gets the record back")
struct ExtractTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func copy(_ path: String, as name: String = "年报.pdf") throws -> String {
        try FileManager.default.copyItem(atPath: path, toPath: folder.path(name))
        return folder.path(name)
    }

    @Test(
        "Typeset again from what was got back, the PDF is the same, byte by byte",
        arguments: [ArchiveSpecimen.chaihudian, .linhai, .yunmeng, .narrative, .pictures])
    func again(specimen: ArchiveSpecimen) throws {
        let rendered = try specimen.rendered()
        let pdf = try copy(rendered.path)
        #expect(try Program.run("extract", pdf).status == 0)
        let isChecked = FileManager.default.fileExists(atPath: folder.path("年报/check.json"))
        let run = try Program.shell(
            #""$YINFA" render "$@""#,
            [folder.path("年报/report.json"), "-o", folder.path("again.pdf")] + (isChecked ? [] : ["--no-check"]))
        #expect(run.status == 0)
        #expect(try Data(contentsOf: folder.url.appending(path: "again.pdf")) == rendered.bytes)
    }

    @Test("By default into a folder by the PDF’s name; its paths are the result")
    func names() throws {
        let pdf = try copy(Example.chaihudian.rendered().path)
        let run = try Program.run("extract", pdf)
        #expect(run.status == 0 && run.messages.isEmpty)
        #expect(
            run.output == ["check.json", "form.yaml", "report.json"].map { folder.path("年报/\($0)") + "\n" }.joined())
        #expect(try folder.names == ["年报", "年报.pdf"])
    }

    @Test("Files that are there stay, unless --force is given; then all are new")
    func force() throws {
        let pdf = try copy(Example.chaihudian.rendered().path)
        try FileManager.default.createDirectory(atPath: folder.path("年报"), withIntermediateDirectories: false)
        try folder.write("mine", to: "年报/form.yaml")
        try folder.write("other", to: "年报/other")
        let refused = try Program.run("extract", pdf, "--short")
        #expect(
            refused.status == 2 && refused.messages.contains("[output.exists]")
                && refused.messages.contains("form.yaml"))
        #expect(try folder.read("年报/form.yaml") == "mine")
        #expect(!FileManager.default.fileExists(atPath: folder.path("年报/report.json")))
        #expect(try Program.run("extract", pdf, "--force").status == 0)
        #expect(try folder.read("年报/form.yaml").contains("2021"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("年报")).sorted() == [
                "check.json", "form.yaml", "other", "report.json",
            ])
    }

    @Test("Where one file cannot be written, none is")
    func allOrNone() throws {
        let files = [("a", Array("1".utf8)), ("sub/b", Array("2".utf8)), ("c", Array("3".utf8))]
        try FileManager.default.createDirectory(atPath: folder.path("to/c/x"), withIntermediateDirectories: true)
        #expect(throws: DiagnosticsError.self) { try OutputFolder.write(files, to: folder.path("to"), replacing: true) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("to")).contains("a") == false)
        #expect(try folder.names == ["to"])
        let error = #expect(throws: DiagnosticsError.self) {
            try OutputFolder.write(files, to: folder.path("no/such"), replacing: false)
        }
        #expect(error?.diagnostics.first?.id == "output.no-such-folder")
        try OutputFolder.write(files, to: folder.path("new/"), replacing: false)
        #expect(try folder.read("new/sub/b") == "2" && folder.names == ["new", "to"])
    }

    // MARK: Names that nobody trusts

    @Test(
        "A name that leads out of the folder, hides, or commands the terminal: nothing is written",
        arguments: [
            "../evil", "/etc/evil", "a/../../evil", "a//b", ".bashrc", "a\\b", "C:evil", "a\u{7}b", "a\u{202E}b", "",
            "report.json/x",
        ])
    func unsafeNames(name: String) throws {
        let digits = name.utf16.map { String(format: "%04X", $0) }.joined()
        // The name of the form’s file in the tree of names stays; what counts is that of the file itself.
        let pdf = try renaming("extra", to: digits)
        let run = try Program.run("extract", pdf, "-o", folder.path("to"), "--short")
        #expect(run.status == 2)
        #expect(
            run.messages.contains(name == "report.json/x" ? "[record.name-twice]" : "[record.name-unsafe]"),
            "\(run.messages)")
        #expect(!run.messages.contains("\u{7}"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("to")))
    }

    /// A PDF of ours with one more file by a name given in hexadecimal digits.
    private func renaming(_ key: String, to digits: String) throws -> String {
        let file = try folder.write("evil", to: key)
        let added = folder.path("added.pdf")
        let placeholder = String(repeating: "Z", count: 2 + digits.count + 2)
        _ = try OutsideTool.run(
            "qpdf", of: "qpdf", "--qdf", "--object-streams=disable", Example.chaihudian.rendered().path,
            "--add-attachment", file,
            "--key=\(key)", "--filename=\(placeholder)", "--", added)
        var bytes = try Data(contentsOf: URL(filePath: added))
        while let range = bytes.firstRange(of: Data("(\(placeholder))".utf8)) {
            // As long as it was, so that everything else stays at its place.
            bytes.replaceSubrange(range, with: Data("<FEFF\(digits)>".utf8))
        }
        try bytes.write(to: URL(filePath: added))
        return added
    }
}
