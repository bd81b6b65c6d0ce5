import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("import: what other programs write") struct OfficeFileTests {
    private let folder: TemporaryFolder
    private let forms: [Form]

    init() throws {
        folder = try TemporaryFolder()
        forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
    }

    private static func file(_ name: String) -> String { Project.file("Tests/YinfaTests/Importing/Files/" + name).path }

    /// The report that the files beside it are made of.
    private func source() throws -> Report {
        try ReportReader.read(path: Self.file("report.yaml"), forms: forms).value.report
    }

    private func isSame(_ imported: ImportedReport, as report: Report) {
        let read = imported.report.report
        #expect(read.figures == report.figures)
        #expect(read.title == report.title)
        #expect(read.period == report.period)
        #expect(read.lead == report.lead)
        #expect(
            read.sections.map { $0.content.map(Self.unaligned) }
                == report.sections.map { $0.content.map(Self.unaligned) })
        #expect(read.signature == report.signature)
        #expect(read.unplaced.isEmpty)
        #expect(imported.log.doubts.isEmpty, "\(imported.log.doubts)")
        #expect(imported.log.isSure)
    }

    /// LibreOffice aligns every cell, to the left where nobody asked for it.
    private static func unaligned(_ block: Block) -> Block {
        guard case .table(var table) = block else { return block }
        for row in table.rows.indices {
            for cell in table.rows[row].indices { table.rows[row][cell].alignment = nil }
        }
        return .table(table)
    }

    @Test("What LibreOffice saved is the report", arguments: ["libreoffice.docx", "libreoffice.html"])
    func libreOffice(name: String) throws {
        isSame(try ReportImporter.read(path: Self.file(name), forms: forms), as: try source())
    }

    @Test(
        "Old files come through LibreOffice", .enabled(if: Office.program != nil, "LibreOffice is not installed"),
        arguments: ["libreoffice.doc", "libreoffice.rtf", "libreoffice.odt"])
    func converted(name: String) throws {
        isSame(try ReportImporter.read(path: Self.file(name), forms: forms), as: try source())
    }

    /// WPS Office writes what Word 97 and Excel 97 write, under names of its own.
    @Test(
        "Files of WPS Office, and workbooks of old", .enabled(if: Office.program != nil, "LibreOffice is not installed")
    )
    func wps() throws {
        let document = try [UInt8](Data(contentsOf: URL(filePath: Self.file("libreoffice.doc"))))
        isSame(try ReportImporter.read(document, name: "report.wps", forms: forms), as: try source())
        let report = try Exported.example("yunmeng-2024.yaml")
        let book = try Exported.write(Exported.exporter.export(report, as: .xlsx).value, "report.xlsx", to: folder)
        for (kind, name) in [("xls", "report.et"), ("xls", "report.xls"), ("ods", "report.ods")] {
            let saved = try Office.convert([book], to: kind, in: folder).appending(path: "report.\(kind)")
            let back = try ReportImporter.read([UInt8](Data(contentsOf: saved)), name: name, forms: forms)
            #expect(back.report.report == report.report, "\(name)")
        }
    }

    @Test(
        "LibreOffice follows no link of a file: soffice alone asks the server three times",
        .enabled(if: Office.program != nil, "LibreOffice is not installed")
    )
    func links() throws {
        let asked = try OutsideTool.python("watch-links.py", [Program.path, folder.url.path])
        #expect(String(decoding: asked, as: UTF8.self) == "0\n")
    }

    @Test("Without LibreOffice an old file is told how to be read, and by whom")
    func notInstalled() throws {
        let run = try Program.run(
            "import", Self.file("libreoffice.doc"), "--short", environment: ["PATH": folder.url.path])
        #expect(run.status == 3)
        #expect(run.messages.contains("libreoffice.doc: 错误：这种文件要靠 LibreOffice 转换，本机没有安装 [office.not-installed]"))
    }

    @Test("Where LibreOffice makes nothing of a file it is told, and nothing is left")
    func failingOffice() throws {
        try folder.write("#!/bin/sh\nexit 0\n", to: "soffice")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("soffice"))
        let scratch = try TemporaryFolder()
        let run = try Program.run(
            "import", Self.file("libreoffice.doc"), "--short",
            environment: ["PATH": folder.url.path + ":/usr/bin:/bin", "TMPDIR": scratch.url.path])
        #expect(run.status == 2)
        #expect(run.messages.contains("[office.unreadable]"))
        #expect(try scratch.names == [])
    }

    @Test(
        "Figures of every kind arrive in their cells from a file of python-docx",
        arguments: zip(["2021", "2019"] as [FormID], [1, 2] as [UInt64]))
    func pythonDocx(formID: FormID, seed: UInt64) throws {
        let form = try #require(forms.first { $0.id == formID })
        var random = SeededGenerator(seed: seed)
        var report = try source()
        report.form = formID
        report.figures = BalancedFigures.make(form, &random)
        // A row that is not filled in, and one struck out.
        for key in report.figures.keys where key.table == .disclosure && key.row == "regulations" {
            report.figures[key] = .blank
        }
        for key in report.figures.keys where key.row == "penalties" { report.figures[key] = .notApplicable(mark: "/") }
        try folder.write(ReportWriter.yaml(report, form: form), to: "report.yaml")
        _ = try OutsideTool.python(
            "write-docx.py",
            [folder.path("report.yaml"), Project.file("layouts/forms/\(formID).yaml").path, folder.path("report.docx")])
        isSame(try ReportImporter.read(path: folder.path("report.docx"), forms: forms), as: report)
    }

    @Test("Pictures lie beside the report file, and are printed from it and from the Word file alike")
    func pictures() throws {
        let picture = try Self.png()
        try picture.write(to: folder.url.appending(path: "a.png"))
        _ = try OutsideTool.python(
            "write-docx.py",
            [
                Self.file("report.yaml"), Project.file("layouts/forms/2021.yaml").path, folder.path("年报.docx"),
                folder.path("a.png"),
            ])
        let run = try Program.run(
            "import", folder.path("年报.docx"), "-o", folder.path("年报.yaml"), "--log", folder.path("log.json"), "--strict"
        )
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == folder.path("年报.yaml") + "\n")
        #expect(try Data(contentsOf: folder.url.appending(path: "年报-images/image1.png")) == picture)
        #expect(
            try folder.read("年报.yaml").contains(
                "figure: 年报-images/image1.png\n      alternative: 全年公开信息数量\n      width: 60"))
        let log = try JSONDecoder().decode(ImportLog.self, from: Data(folder.read("log.json").utf8))
        #expect(log.isSure)
        #expect(log.tables.map(\.figures) == [10, 175, 15])
        for name in ["年报.yaml", "年报.docx"] {
            let run = try Program.run("render", folder.path(name), "-o", folder.path("年报.pdf"))
            #expect(run.status == 0, "\(run.messages)")
        }
    }

    @Test("A PDF of ours gives back its report and its pictures")
    func pdf() throws {
        let picture = try Self.png()
        try FileManager.default.createDirectory(at: folder.url.appending(path: "图"), withIntermediateDirectories: true)
        try picture.write(to: folder.url.appending(path: "图/a.png"))
        let yaml = try String(contentsOfFile: Self.file("report.yaml"), encoding: .utf8)
            .replacing("  - 公开的主动性有待提高。", with: "  - {figure: 图/a.png, alternative: 一张图}")
        let made = try Program.run("render", folder.write(yaml, to: "a.yaml"), "-o", folder.path("a.pdf"))
        #expect(made.status == 0, "\(made.messages)")
        let inner = try TemporaryFolder()
        let run = try Program.run("import", folder.path("a.pdf"), "-o", inner.path("b.yaml"), "--strict")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try Data(contentsOf: inner.url.appending(path: "b-images/图/a.png")) == picture)
        let (read, wanted) = try (
            ReportReader.read(path: inner.path("b.yaml"), forms: forms),
            ReportReader.read(path: folder.path("a.yaml"), forms: forms)
        )
        #expect(read.value.report.figures == wanted.value.report.figures)
        #expect(read.value.report.lead == wanted.value.report.lead)
    }

    @Test("A container made to burst is refused before it does", arguments: ["large.docx", "dense.docx"])
    func bomb(name: String) throws {
        _ = try OutsideTool.python("write-bomb.py", [folder.url.path])
        let run = try Program.shell(
            #"ulimit -v 4000000; exec "$YINFA" import "$1" --short"#, [folder.path(name)])
        #expect(run.status == 2)
        #expect(run.messages.contains("\(name): 错误：文件解开后过大，不予读取 [container.too-large]"), "\(run.messages)")
    }

    @Test("With --strict nothing is written where anything is in doubt; the log says what")
    func strict() throws {
        let html = try String(contentsOfFile: Self.file("libreoffice.html"), encoding: .utf8).replacing(
            "70568", with: "70569")
        let run = try Program.run(
            "import", folder.write(html, to: "a.html"), "-o", folder.path("a.yaml"), "--log", folder.path("a.log"),
            "--strict")
        #expect(run.status == 2)
        #expect(run.messages.contains("[import.not-sure]"))
        #expect(try folder.names == ["a.html", "a.log"])
        let log = try folder.read("a.log")
        #expect(log.contains("  表三：175／175 格，位置和次序一致，把握 90%"))
        #expect(log.contains("[import.table-does-not-balance]"))
    }

    /// One red pixel.
    private static func png() throws -> Data {
        try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"))
    }
}
