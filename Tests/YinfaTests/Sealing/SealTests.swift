import Foundation
import TestSupport
import Testing

@Suite("Seals on the page, opened by programs that are not ours")
struct SealTests {
    /// Of 42 mm, in points.
    private let diameter = 42 / 25.4 * 72

    @Test("Drawn: each seal is a figure that says whose it is, after the date; no field, and no word of a signature")
    func drawn() throws {
        let rendered = try SealedReport.drawn.get()
        let figures = try Tags(reading: rendered.path).document.children.suffix(3)
        #expect(figures.map(\.type) == ["Figure", "Figure", "Figure"])
        #expect(figures.map(\.alternative) == SealedReport.names.map { "\($0)印章的图样" })
        #expect(figures.allSatisfy { $0.attributes["BBox"] != nil })
        #expect(try SignatureFields(of: rendered.path).fields.isEmpty)
        #expect(rendered.messages.contains("no signature [seal.drawn]"))
        #expect(!rendered.content.metadata.values.contains { $0.contains("签名") })
    }

    @Test("The PNG is as large as a township's seal, its middle that of the name")
    func size() throws {
        let rendered = try SealedReport.drawn.get()
        let page = try #require(rendered.content.pages.last)
        let image = try #require(page.images.first)
        #expect(page.images.count == 1)
        #expect(abs(image[2] - image[0] - diameter) < 0.1 && abs(image[3] - image[1] - diameter) < 0.1)
        let text = page.characters.map(\.text)
        let name = SealedReport.names[0].map { String($0) }
        let start = try #require(text.firstRange(of: name)).lowerBound
        let (first, last) = (page.characters[start], page.characters[start + name.count - 1])
        #expect(abs((first.x + last.x + last.advance) / 2 - (image[0] + image[2]) / 2) < 0.2)
    }

    @Test("As the appearances of fields the seals are where they would be drawn, and are drawn")
    func fields() throws {
        let rendered = try SealedReport.fields.get()
        let form = try SignatureFields(of: rendered.path)
        #expect(form.fields.map(\.label) == SealedReport.names + ["审核人"])
        for field in form.fields.prefix(3) {
            #expect(abs(field.frame[2] - field.frame[0] - diameter) < 0.02, "\(field)")
            #expect(abs(field.frame[3] - field.frame[1] - diameter) < 0.02)
            #expect(field.drawing > 20 && field.element == "Form" && field.flags == 132 && !field.isSigned)
        }
        #expect(form.fields[3].frame == [0, 0, 0, 0])
        let drawn = try #require(try SealedReport.drawn.get().content.pages.last)
        #expect(abs(form.fields[0].frame[0] - drawn.images[0][0]) < 0.1)
        #expect(abs(drawn.height - form.fields[0].frame[3] - drawn.images[0][1]) < 0.1)
        #expect(rendered.messages.contains("nobody has signed yet; the seal is how a field looks [signature.open]"))
        // Neither figures, which would be read twice.
        #expect(try Tags(reading: rendered.path).document.all("Figure").isEmpty)
    }

    @Test("Both ways the seals are seen, and what is below them still is")
    func seen() throws {
        let plain = try RenderedFile(
            yaml: Specimen.yaml(signature: SealedReport.signature.replacing("}", with: ", sealed: true}")))
        let colours = try DrawnColours.ofLastPages([
            plain, SealedReport.drawn.get(), SealedReport.fields.get(), SealedReport.nameSeal.get(),
        ])
        #expect(colours[0].red == 0 && colours[0].black > 500)
        for colour in colours[1...2] {
            #expect(colour.red > 1500, "\(colours)")
            // What a stroke of red covers is no longer black, and little else is.
            #expect(colour.black > colours[0].black * 4 / 5, "\(colours)")
        }
        #expect(abs(colours[1].red - colours[2].red) < 60)
        #expect(colours[3].red > 200)
    }

    @Test("A page as PNG shows them, too, drawn or as fields would")
    func preview() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(
            #""$YINFA" render "$@""#, [report, "--no-check", "--png", "--dpi", "60", "--seal", SealedReport.specimen])
        #expect(run.status == 0)
        let last = try #require(try folder.names.filter { $0.hasSuffix(".png") }.last)
        #expect(try DrawnColours.read([folder.path(last)])[0].red > 500)
    }

    @Test("Of a name seal the post's title is printed, and the seal says the rest")
    func nameSeal() throws {
        let rendered = try SealedReport.nameSeal.get()
        let text = try rendered.text().joined()
        #expect(text.contains("镇长2023年1月29日") && !text.contains("清水镇人民政府") && !text.contains("张三"))
        let image = try #require(rendered.content.pages.last?.images.first)
        #expect(abs(image[3] - image[1] - 12 / 25.4 * 72) < 0.1 && abs(image[2] - image[0] - 30 / 25.4 * 72) < 0.1)
        let document = try Tags(reading: rendered.path).document
        #expect(document.all("Figure").map(\.alternative) == ["张三签名章的图样"])
    }

    @Test("The same report and seals are the same bytes; without seals the report is as it was")
    func bytes() throws {
        #expect(try SealedReport.joint().bytes == SealedReport.drawn.get().bytes)
        #expect(
            try SealedReport.joint("--signature-fields", "--countersigner", "审核人").bytes
                == SealedReport.fields.get().bytes)
    }

    @Test("For a press: a drawing's red is M80 Y80 in two inks; of pixels that is not promised; a PDF is refused")
    func press() throws {
        let rendered = try RenderedFile(
            yaml: Specimen.yaml(), options: ["--no-check", "--layout", "press", "--seal", SealedReport.specimen])
        let content = try PressContent(reading: rendered)
        #expect(Set(content.spaces).isSubset(of: ["DeviceCMYK", "DeviceGray"]))
        let inks = Set((content.pages.last?.colours ?? []).filter { $0.name.lowercased() == "k" }.map(\.operands))
        #expect(inks == [["0", "0", "0", "1"], ["0", "0.8", "0.8", "0"]], "\(inks)")
        let folder = try SealedReport.folder.get()
        let pixels = try RenderedFile(
            yaml: Specimen.yaml(), options: ["--no-check", "--layout", "press", "--seal", folder.path("ring.png")])
        #expect(pixels.messages.contains("[seal.press-colour]"))
        #expect(throws: OutsideTool.Failure.self) {
            try RenderedFile(
                yaml: Specimen.yaml(),
                options: ["--no-check", "--layout", "press", "--seal", folder.path("白沙镇人民政府.pdf")])
        }
    }

    @Test("Our specimen says what it is, and bears no emblem")
    func specimen() throws {
        let text = try String(contentsOfFile: SealedReport.specimen, encoding: .utf8)
        let letters = text.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }.joined()
        #expect(letters == "此图仅供排印试验SPECIMEN样章")
        #expect(try FileManager.default.contentsOfDirectory(atPath: Project.file("Examples/seals").path) == ["样章.svg"])
    }
}
