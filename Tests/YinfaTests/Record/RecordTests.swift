import Foundation
import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing
import Yinfa

@Suite("A PDF/A-3 carries its report")
struct RecordTests {
    @Test(
        "Data, form and check: each with its role, kind, day and size",
        arguments: [Example.chaihudian, .linhai, .yunmeng])
    func carried(example: Example) throws {
        let files = try CarriedFile.all(of: example.rendered().path)
        #expect(files.map(\.name) == ["check.json", "form.yaml", "report.json"])
        #expect(files.map(\.key) == files.map(\.name))
        #expect(files.map(\.relationship) == ["Supplement", "Data", "Source"])
        #expect(files.map(\.type) == ["application/json", "application/yaml", "application/json"])
        #expect(files.map(\.size) == files.map(\.bytes.count))
        #expect(files.allSatisfy { $0.associated })
        let date = try #require(example.read().report.signature?.date.isoText.filter { $0 != "-" })
        #expect(files.allSatisfy { $0.modified == "D:\(date)000000+08'00'" })
    }

    @Test("The data read back are the report, in the form of which the very file is there", arguments: Example.atHand)
    func data(example: Example) throws {
        let (report, form) = try example.read()
        let files = try CarriedFile.all(of: example.rendered().path)
        let text = try #require(files.first { $0.name == "form.yaml" }?.bytes)
        #expect(text == (try Data(contentsOf: Project.file("layouts/forms/\(form.id).yaml"))))
        let carried = try Form.parse(String(decoding: text, as: UTF8.self), file: "form.yaml")
        let bytes = try #require(files.first { $0.name == "report.json" }?.bytes)
        let read = try ReportReader.read(Array(bytes), name: "report.json", forms: [carried])
        #expect(read.value.report == report)
    }

    @Test("The check is what yinfa check says of the data", arguments: [Example.chaihudian, .linhai])
    func check(example: Example) throws {
        let folder = try TemporaryFolder()
        _ = try Program.run("extract", example.rendered().path, "-o", folder.path("record"))
        let run = try Program.run("check", "report.json", "--json", in: folder.path("record"))
        #expect(try folder.read("record/check.json") == run.output)
    }

    @Test("A report that was not checked says nothing of a check")
    func unchecked() throws {
        let files = try CarriedFile.all(of: ArchiveSpecimen.narrative.rendered().path)
        #expect(files.map(\.name) == ["form.yaml", "report.json"])
    }

    @Test("Part 2 of PDF/A and plain PDF carry nothing")
    func none() throws {
        #expect(try CarriedFile.all(of: ArchiveSpecimen.part2.rendered().path).isEmpty)
        #expect(try CarriedFile.all(of: ArchiveSpecimen.renderedPlain.get().path).isEmpty)
    }

    @Test("The narrative’s pictures go along under their names")
    func pictures() throws {
        let files = try CarriedFile.all(of: ArchiveSpecimen.pictures.rendered().path)
        let pictures = files.filter { ArchiveSpecimen.pictureFiles.contains($0.name) }
        #expect(Set(pictures.map(\.name)) == Set(ArchiveSpecimen.pictureFiles))
        #expect(Set(pictures.map(\.type)) == ["image/png", "image/jpeg", "image/svg+xml"])
        #expect(pictures.allSatisfy { $0.relationship == "Source" && $0.associated })
    }

    @Test(
        "A picture by a name that nobody could get back is refused",
        arguments: ["report.json", ".hidden.png", "FORM.yaml"])
    func pictureName(name: String) throws {
        let folder = try TemporaryFolder()
        _ = try OutsideTool.python("make-images.py", [folder.url.path])
        try FileManager.default.moveItem(atPath: folder.path("whole.png"), toPath: folder.path(name))
        let report = try folder.write(
            Specimen.yaml(overview: ["figure: \(name)\n      alternative: 图"]), to: "r.yaml")
        let run = try Program.run("render", report, "--no-check", "--short")
        #expect(run.status == 2 && run.messages.contains("[record.picture-name]"))
        #expect(try Program.run("render", report, "--no-check", "--pdf", "a-2a").status == 0)
    }

    @Test("A report that no file holds is not passed off as checked")
    func notFaithful() throws {
        var (report, form) = try Example.chaihudian.read()
        report.lead = [.paragraph(RichText("响\u{7}铃"))]
        let error = #expect(throws: DiagnosticsError.self) { try ReportRecord.readBack(report, form: form) }
        #expect(error?.diagnostics.isEmpty == false)
    }
}
