import Foundation
import TestSupport
import Testing

@Suite("Fields for signatures, made before anybody signs")
struct SignatureFieldTests {
    private func joint(_ options: String...) throws -> RenderedFile {
        try RenderedFile(
            yaml: Specimen.yaml(signature: "{names: [清水镇人民政府, 白沙镇人民政府], date: 2023-01-29}"),
            options: ["--no-check"] + options)
    }

    @Test("Each body gets a field, and each countersigner: named in order, printed and locked, tagged, not yet signed")
    func fields() throws {
        let rendered = try joint("--signature-fields", "--countersigner", "审核人", "--countersigner", "监印人（乙）")
        let form = try SignatureFields(of: rendered.path)
        #expect(form.flags == 1)
        #expect(form.fields.map(\.name) == ["Signature1", "Signature2", "Signature3", "Signature4"])
        #expect(form.fields.map(\.label) == ["清水镇人民政府", "白沙镇人民政府", "审核人", "监印人（乙）"])
        for field in form.fields {
            #expect(field.type == "Sig" && field.subtype == "Widget" && field.element == "Form")
            #expect(field.flags == 4 | 128)
            // The page of the signature, which is the last.
            #expect(field.page == rendered.content.pages.count && field.listed == 1)
            #expect(field.frame == [0, 0, 0, 0] && field.drawing == 0 && !field.isSigned)
        }
        // Programs that sign find them.
        let told = try OutsideTool.run("pdfsig", of: "poppler-utils", rendered.path)
        #expect(told.matches(of: /Signature Field Name: Signature\d/).count == 4)
        #expect(told.matches(of: /is not signed/).count == 4)
    }

    @Test("They are on the page of the signature, also where attachments follow it")
    func page() throws {
        let yaml = try Specimen.yaml(more: ["attachments:", "  - title: 名单", "    content: [附件内容。]"])
        let rendered = try RenderedFile(yaml: yaml, options: ["--no-check", "--countersigner", "审核人"])
        let count = rendered.content.pages.count
        #expect(try SignatureFields(of: rendered.path).fields.map(\.page) == [count - 1, count - 1])
    }

    @Test("A report that nobody has put their name to is signed by the body that reports, on the last page")
    func withoutSignature() throws {
        let yaml = try Specimen.yaml().split(separator: "\n").filter { !$0.hasPrefix("signature:") }
        let rendered = try RenderedFile(
            yaml: yaml.joined(separator: "\n"), options: ["--no-check", "--signature-fields"])
        let fields = try SignatureFields(of: rendered.path).fields
        #expect(fields.map(\.label) == ["清水镇"] && fields.map(\.page) == [rendered.content.pages.count])
    }

    @Test("Nothing is on the pages that was not there before, and without fields there is no form")
    func pages() throws {
        let (with, without) = (try joint("--signature-fields"), try joint())
        #expect(with.content.pages.map(\.characters.count) == without.content.pages.map(\.characters.count))
        let form = try SignatureFields(of: without.path)
        #expect(form.flags == nil && form.fields.isEmpty)
    }

    @Test("A PDF without tags has them, too")
    func plain() throws {
        let rendered = try joint("--signature-fields", "--pdf", "plain")
        let form = try SignatureFields(of: rendered.path)
        #expect(form.flags == 1 && form.fields.count == 2)
        for field in form.fields { #expect(field.element == nil && field.listed == 1) }
    }

    @Test(
        "What cannot be signed, and who cannot sign, is told before anything is written",
        arguments: [
            (["--signature-fields", "--layout", "press"], "signature.press"),
            (["--countersigner", ""], "signature.name"), (["--countersigner", "甲\n乙"], "signature.name"),
            (["--countersigner", String(repeating: "长", count: 101)], "signature.name"),
            (Array(repeating: ["--countersigner", "甲"], count: 51).flatMap { $0 }, "signature.too-many"),
        ])
    func refused(options: [String], id: String) throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render --no-check "$@""#, [report] + options)
        #expect(run.status == 2 && run.messages.contains("[\(id)]"))
        #expect(try folder.names == ["r.yaml"])
    }
}
