import Foundation
import TestSupport
import Testing

@Suite("Seals that are none, or not at hand: told before anything is written")
struct BadSealTests {
    private func refusal(
        _ options: [String], signature: String? = nil, isSigned: Bool = true
    ) throws -> (status: Int32, messages: String) {
        let folder = try TemporaryFolder()
        var yaml = try Specimen.yaml(signature: signature)
        if !isSigned {
            yaml = yaml.split(separator: "\n").filter { !$0.hasPrefix("signature:") }.joined(separator: "\n")
        }
        let report = try folder.write(yaml, to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render --no-check --lang en "$@""#, [report] + options)
        #expect(try folder.names == ["r.yaml"])
        return (run.status, run.messages)
    }

    @Test(
        "Pictures that hide the text, have nothing on them, are damaged, or no pictures",
        arguments: [
            ("white.png", "seal.opaque"), ("opaque.png", "seal.opaque"), ("opaque.jpeg", "seal.opaque"),
            ("empty.png", "seal.empty"), ("cut.png", "seal.format"), ("name.png", "seal.not-round"),
            ("none.png", "file.not-found"), (".", "file.is-directory"),
        ])
    func pictures(name: String, id: String) throws {
        let told = try refusal(["--seal", SealedReport.folder.get().path(name)])
        #expect(told.status == 2 && told.messages.contains("[\(id)]"), "\(told.messages)")
        #expect(told.messages.contains("hint:") || id.hasPrefix("file.") || id == "seal.empty")
    }

    @Test("SVG and PDF with more in them than a drawing")
    func drawings() throws {
        let folder = try TemporaryFolder()
        let svg = #"<svg xmlns="http://www.w3.org/2000/svg" width="42mm" height="42mm"><image href="a.png"/></svg>"#
        let image = try folder.write(svg, to: "image.svg")
        #expect(try refusal(["--seal", image]).messages.contains("[seal.format]"))
        let text = folder.path("text.pdf")
        try Data(SealPDF.bytes("BT ET")).write(to: URL(filePath: text))
        #expect(try refusal(["--seal", text]).messages.contains("[seal.pdf-content]"))
        #expect(try refusal(["--seal", text, "--signature-fields"]).messages.contains("[seal.pdf-content]"))
        let good = try SealedReport.folder.get().path("白沙镇人民政府.pdf")
        #expect(try refusal(["--seal", good, "--png"]).messages.contains("[seal.pdf-pixels]"))
    }

    @Test("One seal for several bodies, none for one of them, two for one, a name that leads out of the folder")
    func folders() throws {
        let folder = try SealedReport.folder.get()
        let two = "{names: [清水镇人民政府, 甲镇人民政府], date: 2023-01-29}"
        #expect(
            try refusal(["--seal", folder.path("ring.png")], signature: two).messages.contains("[seal.one-for-several]")
        )
        let missing = try refusal(["--seals", folder.url.path], signature: two)
        #expect(missing.status == 2 && missing.messages.contains("甲镇人民政府.svg"))
        let outside = "{name: ../\(folder.url.lastPathComponent)/ring, date: 2023-01-29}"
        #expect(try refusal(["--seals", folder.url.path], signature: outside).messages.contains("[seal.file-name]"))
        let twice = try TemporaryFolder()
        for ending in ["svg", "png"] { try twice.write("", to: "清水镇人民政府.\(ending)") }
        #expect(try refusal(["--seals", twice.url.path]).messages.contains("[seal.several]"))
    }

    @Test("A report without a signature, and a body whose seal nobody knows the size of")
    func reports() throws {
        let seal = ["--seal", SealedReport.specimen]
        #expect(try refusal(seal, isSigned: false).messages.contains("[seal.no-signature]"))
        let unknown = try refusal(seal, signature: "{name: 清水镇财政所, date: 2023-01-29}")
        #expect(unknown.status == 2 && unknown.messages.contains("--seal-diameter 42mm"))
    }

    @Test("A seal that is not red, or of another size than is prescribed, is told and taken")
    func warnings() throws {
        let folder = try SealedReport.folder.get()
        let rendered = try RenderedFile(
            yaml: Specimen.yaml(),
            options: ["--no-check", "--seal", folder.path("blue.png"), "--seal-diameter", "4.5cm"])
        #expect(rendered.messages.contains("[seal.not-red]") && rendered.messages.contains("[seal.size]"))
        let image = try #require(rendered.content.pages.last?.images.first)
        #expect(abs(image[2] - image[0] - 45 / 25.4 * 72) < 0.1)
    }

    @Test(
        "Wrong command lines",
        arguments: [
            ["--seal", "a.svg", "--seals", "b"], ["--seal-diameter", "42mm"],
            ["--seal", "a.svg", "--seal-diameter", "42"],
            ["--seal", "a.svg", "--seal-diameter", "2mm"], ["--png", "--signature-fields"],
            ["--png", "--countersigner", "甲"],
        ])
    func usage(options: [String]) throws { #expect(try refusal(options).status == 64) }
}
