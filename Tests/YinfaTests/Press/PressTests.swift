import Foundation
import TestSupport
import Testing

@Suite("Ready for the press: a PDF/X-4 in inks, opened by programs that are not ours")
struct PressTests {
    private static let millimetre = 72 / 25.4
    /// A4, beyond it 8 mm on every side.
    private static let page = (width: 210 * millimetre, height: 297 * millimetre)

    private static let copies = [PressCopy.chaihudian, PressCopy.yunmeng, PressCopy.pictures, PressCopy.stamped]

    // MARK: Inks

    /// The share of each page that each ink covers, by Ghostscript: cyan, magenta, yellow, black.
    private func coverage(_ rendered: RenderedFile) throws -> [[Double]] {
        let output = try OutsideTool.run("gs", of: "ghostscript", "-q", "-o", "-", "-sDEVICE=inkcov", rendered.path)
        return output.split(separator: "\n").filter { $0.hasSuffix("OK") }.map { line in
            line.split(separator: " ").prefix(4).compactMap { Double($0) }
        }
    }

    @Test("Pages of text, tables and charts are printed in black ink alone", arguments: [0, 1])
    func blackOnly(copy: Int) throws {
        let rendered = try Self.copies[copy].get()
        let pages = try coverage(rendered)
        #expect(pages.count == rendered.content.pages.count)
        for inks in pages { #expect(inks.prefix(3) == [0, 0, 0] && inks[3] > 0.01, "\(inks)") }
        let content = try PressContent(reading: rendered)
        for colour in content.pages.flatMap(\.colours) {
            #expect(["k", "K"].contains(colour.name) && colour.operands.prefix(3) == ["0", "0", "0"], "\(colour)")
        }
    }

    @Test("Nowhere in the file is there a colour of screens", arguments: copies.indices)
    func noScreenColours(copy: Int) throws {
        let content = try PressContent(reading: Self.copies[copy].get())
        #expect(Set(content.spaces).isSubset(of: ["DeviceCMYK", "DeviceGray"]), "\(content.spaces)")
        #expect(content.pages.flatMap(\.colours).allSatisfy { ["k", "K", "CS", "SCN", "cs", "scn"].contains($0.name) })
        // The plain copy of the same report has them, or the reader would see nothing.
        let plain = try PressContent(reading: Example.yunmeng.rendered())
        #expect(plain.spaces.contains("DeviceRGB") && plain.pages.flatMap(\.colours).contains { $0.name == "RG" })
    }

    @Test("Red is M80 Y80, in type and in rules; what is filled in is black")
    func red() throws {
        let content = try PressContent(reading: PressCopy.stamped.get())
        let colours = content.pages[0].colours
        let inks = Set(colours.filter { $0.name.lowercased() == "k" }.map { [$0.name] + $0.operands })
        #expect(
            inks.isSuperset(of: [
                ["k", "0", "0.8", "0.8", "0"], ["K", "0", "0.8", "0.8", "0"], ["k", "0", "0", "0", "1"],
            ]))
        #expect(inks.allSatisfy { $0.dropFirst() == ["0", "0.8", "0.8", "0"] || $0[1...3] == ["0", "0", "0"] })
        let pages = try coverage(PressCopy.stamped.get())
        #expect(pages[0][1] > pages[0][0] && pages[0][2] == pages[0][1])
        #expect(pages.dropFirst().allSatisfy { $0.prefix(3) == [0, 0, 0] })
    }

    @Test("Pictures in colour are printed in four inks, the marks of their pages too; the other pages in black")
    func colour() throws {
        let pages = try coverage(PressCopy.pictures.get())
        #expect(pages.contains { $0[0] > 0.01 && $0[1] > 0.01 && $0[2] > 0.01 })
        #expect(pages.contains { $0.prefix(3) == [0, 0, 0] })
        let content = try PressContent(reading: PressCopy.pictures.get())
        for (inks, page) in zip(pages, content.pages) {
            let isOnEveryPlate = page.colours.contains { $0.name == "CS" && $0.operands == ["/all"] }
            #expect(isOnEveryPlate == (inks[0] > 0))
        }
    }

    @Test("No line is thinner than 0.25 mm, in whatever coordinates it is drawn", arguments: copies.indices)
    func leastRule(copy: Int) throws {
        let content = try PressContent(reading: Self.copies[copy].get())
        for page in content.pages {
            let thinnest = try #require(page.thinnest)
            #expect(thinnest >= 0.25 * Self.millimetre - 1e-6)
        }
        let plain = try PressContent(reading: Example.yunmeng.rendered())
        #expect(plain.pages.compactMap(\.thinnest).min() ?? 1 < 0.2 * Self.millimetre)
    }

    // MARK: Sheet

    @Test("The trimmed page is A4, with 3 mm of bleed, on a sheet with room for the marks", arguments: copies.indices)
    func boxes(copy: Int) throws {
        let content = try PressContent(reading: Self.copies[copy].get())
        func box(beyond millimetres: Double) -> [Double] {
            let near = (8 - millimetres) * Self.millimetre
            let far = (8 + millimetres) * Self.millimetre
            return [near, near, Self.page.width + far, Self.page.height + far]
        }
        for page in content.pages {
            #expect(Set(page.boxes.keys) == ["MediaBox", "BleedBox", "TrimBox"])
            for (name, beyond) in [("MediaBox", 8.0), ("BleedBox", 3), ("TrimBox", 0)] {
                let edges = try #require(page.boxes[name])
                #expect(zip(edges, box(beyond: beyond)).allSatisfy { abs($0 - $1) < 0.001 }, "\(name)")
            }
        }
    }

    @Test("Eight crop marks point at the corners of the page, four crosses at its middle; none is in the bleed")
    func marks() throws {
        let margin = 8 * Self.millimetre
        let (right, bottom) = (margin + Self.page.width, margin + Self.page.height)
        let bleed = 3 * Self.millimetre
        for page in try PressCopy.chaihudian.get().content.pages {
            let marks = page.rules.filter {
                $0.right < margin - bleed + 0.01 || $0.left > right + bleed - 0.01
                    || $0.bottom < margin - bleed + 0.01 || $0.top > bottom + bleed - 0.01
            }
            let upright = marks.filter { abs($0.left - $0.right) < 0.01 }.map { ($0.left * 10).rounded() / 10 }
            let level = marks.filter { abs($0.top - $0.bottom) < 0.01 }.map { ($0.top * 10).rounded() / 10 }
            func near(_ value: Double, _ values: [Double]) -> Int { values.count { abs($0 - value) < 0.1 } }
            for x in [margin, right, (margin + right) / 2] { #expect(near(x, upright) == 2) }
            for y in [margin, bottom, (margin + bottom) / 2] { #expect(near(y, level) == 2) }
            // The crosses beside the page have an upright line each, those above and below it a level one.
            #expect(upright.count == 8 && level.count == 8)
            #expect(marks.allSatisfy { abs($0.width - 0.25 * Self.millimetre) < 0.001 })
            #expect(
                page.rules.allSatisfy { rule in
                    marks.contains { $0.left == rule.left && $0.top == rule.top && $0.right == rule.right }
                        || rule.left > margin && rule.right < right && rule.top > margin && rule.bottom < bottom
                })
        }
    }

    @Test(
        "A drawing that would run over the page stays within its frame, and hides nothing",
        arguments: ["press", "plain"])
    func overflow(layout: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" overflow="visible">
            <rect x="-3000" y="-3000" width="6000" height="6000"/></svg>
            """, to: "over.svg")
        let figure = "figure: over.svg\n      caption: 图\n      alternative: 图"
        let report = try folder.write(Specimen.yaml(overview: [figure]), to: "r.yaml")
        let rendered = try RenderedFile(report, options: "--no-check", "--layout", layout)
        let picture = folder.path("strip")
        _ = try OutsideTool.run(
            "pdftoppm", of: "poppler-utils", "-r", "72", "-png", "-singlefile", "-x", "30", "-y", "200", "-W", "5",
            "-H",
            "100", rendered.path, picture)
        #expect(try #require(Picture.read([picture + ".png"]).first).dark == 0)
        #expect(try rendered.text().joined().contains("一、总体情况"))
    }

    @Test("Cut to its trim box, a page is the picture of the plain one", arguments: [Example.chaihudian, .linhai])
    func samePicture(example: Example) throws {
        let folder = try TemporaryFolder()
        let press = try RenderedFile(example.path, options: "--no-check", "--layout", "press")
        for (name, rendered) in [("press", press), ("plain", try example.rendered())] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
            _ = try OutsideTool.run(
                "gs", of: "ghostscript", "-q", "-dUseTrimBox", "-sDEVICE=pnggray", "-r100", "-o",
                folder.path(name) + "/%d.png", rendered.path)
        }
        let output = try OutsideTool.python("compare-pictures.py", [folder.path("press"), folder.path("plain")])
        let share = try #require(Double(String(decoding: output, as: UTF8.self).filter { !$0.isWhitespace }))
        #expect(share >= 0 && share < 0.002)
    }

    @Test("The text is that of the plain copy, in fonts that are all embedded")
    func text() throws {
        #expect(try PressCopy.chaihudian.get().text() == Example.chaihudian.rendered().text())
        let fonts = try OutsideTool.run("pdffonts", of: "poppler-utils", PressCopy.pictures.get().path)
        let rows = fonts.split(separator: "\n").dropFirst(2)
        #expect(rows.count >= 3 && rows.allSatisfy { $0.contains(/yes yes yes +\d+ +0$/) })
    }

    // MARK: PDF/X-4

    @Test("It says that it is PDF/X-4, not trapped, and printed by FOGRA39, whose profile it carries")
    func claim() throws {
        let content = try PressContent(reading: PressCopy.chaihudian.get())
        #expect(content.version == "%PDF-1.6" && content.trapped == "False" && content.identifiers == 2)
        let intent = try #require(content.intents.first)
        #expect(content.intents.count == 1 && intent.kind == "GTS_PDFX" && intent.components == 4)
        #expect(intent.identifier == "FOGRA39" && intent.registry == "http://www.color.org")
        #expect(intent.profile == (try sha256(of: Project.file("layouts/profiles/FOGRA39L.icc").path)))
        for part in [
            "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "<pdf:Trapped>False</pdf:Trapped>",
            "<xmpMM:VersionID>1</xmpMM:VersionID>", "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
            "<xmp:CreateDate>2023-01-29T00:00:00+08:00</xmp:CreateDate>",
            "<xmp:MetadataDate>2023-01-29T00:00:00+08:00</xmp:MetadataDate>", "滕州市柴胡店镇2022年政府信息公开工作年度报告</rdf:li>",
        ] { #expect(content.metadata.contains(part), "\(part)") }
        #expect(content.metadata.contains(/<xmpMM:DocumentID>urn:uuid:[0-9a-f-]{36}</))
        #expect(!content.metadata.contains("pdfaid") && !content.metadata.contains("pdfuaid"))
        for key in ["StructTreeRoot", "AF", "Names", "AcroForm", "Outlines", "OpenAction"] {
            #expect(!content.catalog.contains(key))
        }
    }

    @Test("The files are whole to qpdf", arguments: copies.indices)
    func whole(copy: Int) throws {
        let output = try OutsideTool.run("qpdf", of: "qpdf", "--check", Self.copies[copy].get().path)
        #expect(output.contains("No syntax or stream encoding errors found"))
    }

    @Test("The same report comes out twice in the same bytes; another one has another identifier")
    func same() throws {
        let again = try RenderedFile(Example.chaihudian.path, options: "--layout", "press", "--pdf", "x-4")
        #expect(try again.bytes == PressCopy.chaihudian.get().bytes)
        func identifier(_ rendered: RenderedFile) throws -> Substring {
            try #require(PressContent(reading: rendered).metadata.firstMatch(of: /DocumentID>([^<]*)/)).1
        }
        #expect(try identifier(PressCopy.chaihudian.get()) != identifier(PressCopy.yunmeng.get()))
    }

    private func sha256(of path: String) throws -> String {
        String(try OutsideTool.run("sha256sum", of: "coreutils", path).prefix(64))
    }

    // MARK: Profiles

    @Test("The profile is FOGRA39: paper and solid inks have the colours of ISO 12647-2 for coated paper")
    func characterisation() throws {
        let seen = try JSONDecoder().decode(
            [String: [Double]].self,
            from: OutsideTool.python("read-profile.py", [Project.file("layouts/profiles/FOGRA39L.icc").path]))
        for (name, lab) in [
            ("paper", [95.0, 0, -2]), ("cyan", [55, -37, -50]), ("magenta", [48, 74, -3]), ("yellow", [89, -5, 93]),
            ("black", [16, 0, 0]),
        ] {
            let difference = zip(try #require(seen[name]), lab).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
            #expect(difference.squareRoot() < 2, "\(name)")
        }
    }

    @Test("The printer's own profile takes the place of the layout's, and says itself what it is")
    func ownProfile() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: Project.file("layouts/profiles/FOGRA39L.icc").path, toPath: folder.path("own.icc"))
        let rendered = try RenderedFile(
            yaml: Specimen.yaml(), options: ["--no-check", "--layout", "press", "--profile", folder.path("own.icc")])
        let intent = try #require(try PressContent(reading: rendered).intents.first)
        #expect(intent.identifier == "Custom" && intent.registry == nil && intent.info.contains("FOGRA39L coated"))
    }

    @Test("A profile that is not there or not one of inks is an error, and there is no file")
    func wrongProfile() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        try folder.write("no profile at all", to: "text.icc")
        try FileManager.default.copyItem(
            atPath: "/usr/share/color/icc/ghostscript/srgb.icc", toPath: folder.path("screen.icc"))
        _ = try Program.shell(#"truncate -s 33M "$1""#, [folder.path("huge.icc")])
        let before = try folder.names
        for (file, id) in [
            ("none.icc", "file.not-found"), ("text.icc", "press.profile-damaged"), ("screen.icc", "press.profile-kind"),
            ("huge.icc", "file.too-large"), (".", "file.is-directory"),
        ] {
            let run = try Program.shell(
                #""$YINFA" render "$1" --no-check --layout press --profile "$2" --short"#, [report, folder.path(file)])
            #expect(run.status == 2 && run.messages.contains("[\(id)]"), "\(file): \(run.messages)")
        }
        let layouts = try PressCopy.layouts { $0.replacing("profile: FOGRA39L.icc", with: "profile: nowhere.icc") }
        let run = try Program.shell(
            #""$YINFA" render "$1" --no-check --layout press --layouts "$2" --short"#,
            [report, layouts.path("layouts")])
        #expect(run.status == 3 && run.messages.contains("press.profile-not-found"))
        #expect(run.messages.contains("/usr/share/color/icc/nowhere.icc"))
        #expect(try folder.names == before)
    }

    @Test("A profile that the layouts have not is looked for among those of the system")
    func systemProfile() throws {
        let layouts = try PressCopy.layouts {
            $0.replacing("profile: FOGRA39L.icc", with: "profile: default_cmyk.icc")
        }
        let rendered = try RenderedFile(
            yaml: Specimen.yaml(), options: ["--no-check", "--layout", "press", "--layouts", layouts.path("layouts")])
        let intent = try #require(try PressContent(reading: rendered).intents.first)
        #expect(try intent.profile == sha256(of: "/usr/share/color/icc/ghostscript/default_cmyk.icc"))
    }

    // MARK: The command line

    @Test(
        "What contradicts itself is told with a way out, and there is no file",
        arguments: [
            (["--layout", "press", "--pdf", "a-3a"], "layout.needs-pdf-x"),
            (["--layout", "press", "--pdf", "plain"], "layout.needs-pdf-x"), (["--pdf", "x-4"], "layout.no-press"),
            (["--layout", "archive", "--pdf", "x-4"], "layout.no-press"),
            (["--profile", "FOGRA39L.icc"], "layout.no-press"),
        ])
    func contradictions(options: [String], id: String) throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(#""$YINFA" render "$@" --lang en"#, [report, "--no-check"] + options)
        #expect(run.status == 2 && run.messages.contains("[\(id)]") && run.messages.contains("hint:"))
        #expect(try folder.names == ["r.yaml"])
    }

    @Test("Pages are looked at as they will be cut; the number of the copy is on them")
    func preview() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.shell(
            #""$YINFA" render "$@""#, [report, "--no-check", "--png", "--dpi", "72", "--layout", "press"])
        #expect(run.status == 0)
        let first = try #require(try folder.names.first { $0.hasSuffix(".png") })
        let picture = try #require(try Picture.read([folder.path(first)]).first)
        #expect(picture.width == 595 && picture.height == 842)
        #expect(try PressCopy.stamped.get().text()[0].contains("000042"))
        let both = try Program.shell(
            #""$YINFA" render "$@""#, [report, "--png", "--layout", "press", "--profile", "x.icc"])
        #expect(both.status == 64)
    }
}
