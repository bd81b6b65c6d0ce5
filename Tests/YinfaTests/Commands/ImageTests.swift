import Foundation
import TestSupport
import Testing

@Suite("Pictures in the narrative")
struct ImageTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try OutsideTool.python("make-images.py", [folder.url.path])
    }

    private func report(_ picture: String, _ more: String = "alternative: 一块黑色") throws -> String {
        let blocks = ["段落。", "figure: \(picture)\n      \(more)"]
        return try folder.write(Specimen.yaml(overview: blocks), to: "报告.yaml")
    }

    @Test(
        "A picture that is missing, cut off, too large or none: one error with its name and line, nothing written",
        arguments: [
            ("none.png", "figure.unreadable"), ("cut.png", "figure.damaged"), ("cut.jpeg", "figure.damaged"),
            ("head.png", "figure.damaged"), ("head.jpeg", "figure.damaged"), ("bomb.png", "figure.format"),
            ("text.png", "figure.format"), ("empty.png", "figure.format"), ("huge.png", "figure.unreadable"),
            ("../报告.png", "figure.path-outside"), ("/etc/hostname", "figure.path-outside"),
        ])
    func bad(picture: String, id: String) throws {
        try folder.write("", to: "huge.png")
        #expect(truncate(folder.path("huge.png"), 2 << 30) == 0)
        let before = try folder.names
        let run = try Program.run("render", report(picture), "--short", "--no-check")
        #expect(run.status == 2)
        let errors = run.messages.split(separator: "\n").filter { $0.contains("错误：") }
        #expect(errors.count == 1, "\(run.messages)")
        #expect(errors.first?.contains("报告.yaml:8:") == true && errors.first?.contains(picture) == true)
        #expect(errors.first?.hasSuffix("[\(id)]") == true, "\(run.messages)")
        #expect(try folder.names == (before + ["报告.yaml"]).sorted())
    }

    @Test(
        "A whole picture stands on its page within the type area, at its size", arguments: ["whole.png", "whole.jpeg"])
    func whole(picture: String) throws {
        let page = try RenderedFile(report(picture), options: "--no-check").content.pages[0]
        let box = try #require(page.images.first)
        // 300 × 200 pixels, of which 96 are an inch.
        #expect(abs(box[2] - box[0] - 225) < 0.1 && abs(box[3] - box[1] - 150) < 0.1)
        #expect(box[0] > GB9704.left && box[2] < GB9704.right && box[1] > GB9704.top && box[3] < GB9704.bottom)
    }

    @Test("It is seen in the page's PNG too", arguments: ["whole.png", "whole.jpeg"])
    func preview(picture: String) throws {
        let report = try folder.write(
            Specimen.yaml(overview: ["figure: \(picture)\n      width: 150"]), to: "报告.yaml")
        let run = try Program.run(
            "render", report, "--png", "--dpi", "72", "--no-check", "-o", folder.path("p.png"))
        try #require(run.status == 0, "\(run.messages)")
        let first = try #require(folder.names.first { $0.hasPrefix("p-") && $0.hasSuffix("1.png") })
        let dark = try Picture.read([folder.path(first)])[0].dark
        // The picture is black, and half a page large.
        #expect(dark > 100_000)
    }

    @Test("Pictures that no words describe: an error for each with its line, and nothing is written")
    func noAlternative() throws {
        let report = try folder.write(
            Specimen.yaml(overview: ["figure: whole.png", "段落。", "figure: whole.jpeg\n      width: 50"]), to: "报告.yaml")
        let run = try Program.run("render", report, "--short", "--no-check")
        #expect(run.status == 2)
        let errors = run.messages.split(separator: "\n").filter { $0.contains("错误：") }
        #expect(errors.count == 2 && errors.allSatisfy { $0.hasSuffix("[figure.no-alternative]") }, "\(run.messages)")
        #expect(errors.first?.contains("报告.yaml:7:") == true && errors.first?.contains("whole.png") == true)
        #expect(errors.last?.contains("报告.yaml:9:") == true && errors.last?.contains("whole.jpeg") == true)
        #expect(try !folder.names.contains("报告.pdf"))
    }

    @Test("A caption describes a picture too, and neither a plain PDF nor a PNG asks for words")
    func caption() throws {
        for (more, options) in [("caption: 黑", ""), ("width: 50", "--pdf plain"), ("width: 50", "--png")] {
            let run = try Program.shell(
                #""$YINFA" render "$1" --no-check -o "$2" \#(options)"#,
                [report("whole.png", more), folder.path("out")])
            #expect(run.status == 0, "\(more) \(options): \(run.messages)")
        }
    }
}
