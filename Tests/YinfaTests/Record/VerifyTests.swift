import Foundation
import PDFReading
import ReportModel
import TestSupport
import Testing
import Yinfa

@Suite("yinfa verify holds an archived PDF against its data")
struct VerifyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The findings as one line each.
    private func findings(_ path: String) throws -> (status: Int32, lines: [String]) {
        let run = try Program.run("verify", path, "--short")
        return (run.status, run.messages.split(separator: "\n").map(String.init))
    }

    private func carried(_ name: String) throws -> String {
        let file = try CarriedFile.all(of: Example.chaihudian.rendered().path).first { $0.name == name }
        return String(decoding: try #require(file).bytes, as: UTF8.self)
    }

    @Test("What was made is found good", arguments: [Example.chaihudian, .linhai, .yunmeng])
    func good(example: Example) throws {
        let run = try Program.run("verify", example.rendered().path, "--json")
        #expect(run.status == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let result = try #require(object["result"] as? [String: Any])
        #expect(result["figures"] as? Int == (try example.read().form).tables.reduce(0) { $0 + $1.figureKeys.count })
        #expect(result["files"] as? [String] == ["check.json", "form.yaml", "report.json"])
        let ids = (object["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        #expect(!ids.contains { $0.hasPrefix("verify.") })
    }

    @Test(
        "The tables’ tags are read as pdfminer reads them", arguments: [ArchiveSpecimen.linhai, .narrative, .trueType])
    func tables(specimen: ArchiveSpecimen) throws {
        let rendered = try specimen.rendered()
        let ours = try PDFDocument(Array(rendered.bytes), file: "a.pdf").tables()
        let others = try Tags(reading: rendered.path).tables
        #expect(ours.map { $0.rows.map(\.count) } == others.map { $0.all("TR").map { $0.all("TH", "TD").count } })
        for (our, other) in zip(ours, others) {
            let cells = other.all("TH", "TD")
            #expect(our.cells.map(\.text) == cells.map { $0.text.filter { !$0.isWhitespace } })
            #expect(our.cells.map(\.isHeader) == cells.map { $0.type == "TH" })
        }
    }

    @Test("Fonts are found as pdffonts finds them", arguments: [ArchiveSpecimen.chaihudian, .trueType, .pictures])
    func fonts(specimen: ArchiveSpecimen) throws {
        let rendered = try specimen.rendered()
        let fonts = try PDFDocument(Array(rendered.bytes), file: "a.pdf").fonts()
        let lines = try OutsideTool.run("pdffonts", of: "poppler-utils", rendered.path).split(separator: "\n")
            .dropFirst(2)
        // A name may have a space in it; the column has 36 characters.
        let names = lines.map { $0.prefix(36).trimmingCharacters(in: .whitespaces) }
        #expect(Set(fonts.map(\.name)) == Set(names))
        #expect(fonts.allSatisfy { $0.isEmbedded })
    }

    // MARK: Changed afterwards

    @Test("A figure changed in the data: told with its cell, and the arithmetic fails")
    func figure() throws {
        let (report, form) = try Example.chaihudian.read()
        var changed = report
        let key = try #require(form.tables.last { $0.key == "applications" }?.figureKeys.first)
        let old = try #require(report.figures[key]?.value?.units)
        changed.figures[key] = .count(old + 7)
        let pdf = try ChangedPDF.replacing(
            "report.json", by: ReportRecord.json(changed, form: form), in: Example.chaihudian.rendered().path, folder)
        let (status, lines) = try findings(pdf)
        #expect(status == 2)
        let differing = lines.filter { $0.hasSuffix("[verify.figure-differs]") }
        #expect(differing.count == 1 && differing[0].contains("页面上是“\(old)”，数据里是“\(old + 7)”（表三"))
        #expect(lines.contains { $0.contains("[figures.") })
        #expect(lines.contains { $0.hasSuffix("[verify.check-differs]") })
    }

    @Test("A form with other labels, and one with other rows")
    func form() throws {
        let form = try carried("form.yaml")
        let path = try Example.chaihudian.rendered().path
        let label = try ChangedPDF.replacing(
            "form.yaml", by: form.replacing("[总计, 合计]", with: "[共计, 合计]"), in: path, folder)
        #expect(
            try findings(label).lines.contains {
                $0.contains("页面上的“总计”，表格格式里是“共计”") && $0.hasSuffix("[verify.label-differs]")
            })
        let other = try String(contentsOf: Project.file("layouts/forms/2019.yaml"), encoding: .utf8)
            .replacing("id: \"2019\"", with: "id: \"2021\"")
        let rows = try findings(try ChangedPDF.replacing("form.yaml", by: other, in: path, folder))
        #expect(rows.status == 2)
    }

    @Test(
        "Tags without the table, fonts without outlines, metadata without the claim",
        arguments: [
            ("/S /Table", "/S /Tabla", "verify.table-missing"),
            ("/FontFile3 ", "/FontFileX ", "verify.font-not-embedded"),
            ("<pdfaid:part>3", "<pdfaid:part>2", "verify.no-claim"),
            ("<pdfuaid:part>1", "<pdfuaid:part>2", "verify.no-claim"),
            ("<pdfaid:conformance>A", "<pdfaid:conformance>B", "verify.no-claim"),
        ])
    func pages(change: (old: String, new: String, id: String)) throws {
        let path = try Example.chaihudian.rendered().path
        let (status, lines) = try findings(
            try ChangedPDF.replacing(plain: change.old, by: change.new, in: path, folder))
        #expect(status == 2)
        #expect(lines.contains { $0.hasSuffix("[\(change.id)]") })
        #expect(lines.dropLast().allSatisfy { $0.contains("[\(change.id)]") || $0.contains("警告") }, "\(lines)")
    }

    @Test("Data that cannot be read say where, inside of the PDF")
    func unreadable() throws {
        let path = try Example.chaihudian.rendered().path
        let (status, lines) = try findings(
            try ChangedPDF.replacing("report.json", by: "{\"agency\": ", in: path, folder))
        #expect(status == 2 && lines.first?.contains("changed.pdf/report.json:2:1: ") == true)
    }

    @Test("Not checked when it was made: a note, and the arithmetic is held against it now")
    func unchecked() throws {
        let (status, lines) = try findings(try ArchiveSpecimen.pictures.rendered().path)
        #expect(lines.contains { $0.hasSuffix("[verify.unchecked]") })
        #expect(status == 0, "\(lines)")
    }

    // MARK: Not ours to read

    @Test("PDFs without a record, and no PDFs: one clear error from both commands", arguments: ["extract", "verify"])
    func notOurs(command: String) throws {
        let text = try folder.write("报告", to: "text.pdf")
        let ours = try Example.chaihudian.rendered()
        let truncated = folder.path("truncated.pdf")
        try ours.bytes.prefix(ours.bytes.count / 2).write(to: URL(filePath: truncated))
        let encrypted = folder.path("encrypted.pdf")
        _ = try OutsideTool.run("qpdf", of: "qpdf", "--encrypt", "", "x", "256", "--", ours.path, encrypted)
        for (path, id) in [
            (text, "pdf.none"), (truncated, "pdf.damaged"), (encrypted, "pdf.encrypted"),
            (try ArchiveSpecimen.part2.rendered().path, "record.none"),
            (try ArchiveSpecimen.renderedPlain.get().path, "record.none"),
            (folder.path("absent.pdf"), "file.not-found"), (folder.url.path, "file.is-directory"),
        ] {
            let run = try Program.run(command, path, "--short")
            #expect(run.status == 2, "\(path)")
            let lines = run.messages.split(separator: "\n")
            #expect(lines.count == 2 && lines[0].hasSuffix("[\(id)]"), "\(run.messages)")
        }
    }

    @Test("Another program’s copy, packed otherwise, still verifies")
    func copy() throws {
        let path = folder.path("copy.pdf")
        _ = try OutsideTool.run(
            "qpdf", of: "qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9",
            Example.chaihudian.rendered().path, path)
        #expect(try findings(path).status == 0)
    }
}
