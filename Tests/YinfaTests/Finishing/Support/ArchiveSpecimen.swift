import Foundation
import TestSupport
import Testing

/// Reports that between them hold all that a report can hold.
enum ArchiveSpecimen: String, CaseIterable, CustomTestStringConvertible {
    /// The form of 2021, the form of 2019, and one with charts.
    case chaihudian, linhai, yunmeng
    /// Lists, notes, marks, headings, a table over several pages, rare characters, attachments, a name with & and <.
    case narrative
    /// PNG, JPEG in light and in inks, SVG.
    case pictures
    /// TrueType faces; the free ones are OpenType with cubic curves.
    case trueType
    /// The narrative by part 2 of PDF/A.
    case part2
    /// The copy that is kept, with every field of its record; and one without any, by part 2.
    case archiveCopy, openRecord
    /// Fields for the body and two countersigners.
    case fields
    /// Seals of three kinds, drawn and as the appearances of fields.
    case drawnSeals, sealedFields
    /// Certified by the body and countersigned, each with time stamps, a store of revocation data and a stamp of it all.
    case signed

    var testDescription: String { rawValue }

    var profiles: [String] { [self == .part2 || self == .openRecord ? "2a" : "3a", "ua1"] }

    func rendered() throws -> RenderedFile {
        switch self {
        case .chaihudian: try Example.chaihudian.rendered()
        case .linhai: try Example.linhai.rendered()
        case .yunmeng: try Example.yunmeng.rendered()
        case .narrative: try Self.renderedNarrative.get()
        case .pictures: try Self.renderedPictures.get()
        case .trueType: try Self.renderedTrueType.get()
        case .part2: try Self.renderedPart2.get()
        case .archiveCopy: try ArchiveCopy.full.get()
        case .openRecord: try ArchiveCopy.open.get()
        case .fields: try Self.renderedFields.get()
        case .drawnSeals: try SealedReport.drawn.get()
        case .sealedFields: try SealedReport.fields.get()
        case .signed: try Self.renderedSigned.get()
        }
    }

    /// The verdict of every profile on every specimen, by one process.
    static let verdicts = Result {
        try VeraPDF.judge(
            allCases.flatMap { specimen in
                try specimen.profiles.map { VeraPDF.Case(profile: $0, path: try specimen.rendered().path) }
            } + ["3a", "ua1"].map { VeraPDF.Case(profile: $0, path: try renderedPlain.get().path) })
    }

    private static let renderedNarrative = Result { try RenderedFile(yaml: narrative()) }
    private static let renderedPart2 = Result {
        try RenderedFile(yaml: narrative(), options: ["--no-check", "--pdf", "a-2a"])
    }
    private static let renderedFields = Result {
        try RenderedFile(
            yaml: Specimen.yaml(),
            options: ["--no-check", "--signature-fields", "--countersigner", "审核人", "--countersigner", "监印人"])
    }
    private static let renderedSigned = Result { try RenderedFile(existing: try SignedSpecimen.twice.get().path) }
    static let renderedPlain = Result {
        try RenderedFile(yaml: narrative(), options: ["--no-check", "--pdf", "plain"])
    }

    private static let renderedPictures = Result {
        let folder = try TemporaryFolder()
        _ = try OutsideTool.python("make-images.py", [folder.url.path])
        let pictures = pictureFiles.map { "figure: \($0)\n      caption: 图 \($0)\n      alternative: 说明 \($0)" }
        return try RenderedFile(
            folder.write(Specimen.yaml(overview: ["段落。"] + pictures), to: "r.yaml"), options: "--no-check")
    }

    static let pictureFiles = ["whole.png", "clear.png", "whole.jpeg", "gray.jpeg", "inks.jpeg", "drawing.svg"]

    private static let renderedTrueType = Result {
        let folder = try TrueTypeFonts.folder()
        return try RenderedFile(
            folder.write(narrative(), to: "r.yaml"), options: "--no-check", "--fonts", folder.url.path)
    }

    /// A table of so many rows.
    static let tableRows = 60

    private static func narrative() throws -> String {
        let rows = (1...tableRows).map { "          - [第\($0)项, \"\($0)\"]" }.joined(separator: "\n")
        let paragraph = String(repeating: "全镇坚持以公开为常态、不公开为例外，及时答复群众来信。", count: 30)
        return try Specimen.yaml(
            agency: "清水镇A&B<乡>",
            overview: [
                "heading: 主要做法", paragraph,
                "text: [前文, {emphasis: 重点}, {strong: 强调}, {underline: 下划线}, {dots: 着重号}, 10, {superscript: \"2\"}, {note: 这是脚注。}, 后文, {note: 第二个脚注。}]",
                // Levels that are left out.
                "heading: 四级标题\n      level: 4", "段落𠮷𬭎㎡。",
                "list: [第一项, 第二项]\n      marker: parentheses",
                "list: [{text: [甲, {note: 列表里的脚注。}]}, 乙]\n      marker: circle",
                "table:\n        caption: 很长的表\n        header_rows: 1\n        rows:\n          - [项目, 数量]\n\(rows)",
                "chart: bar\n      caption: 数量\n      categories: [甲, 乙]\n      series: [{values: [1, 2]}]",
            ],
            more: [
                "contact:\n  sentence: 联系电话：0000-1234567。",
                "attachments:\n  - title: 名单\n    content:\n      - heading: 三级标题\n        level: 3\n      - 附件内容。",
            ])
    }
}

/// A folder of fonts in which the body and its Latin are TrueType. The Latin has a name that no PDF can bear as it is:
/// Cairo embeds it, and draws its text between that of faces which are written.
enum TrueTypeFonts {
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let book = try String(contentsOf: Project.file("fonts/book.yaml"), encoding: .utf8)
        let free = "{file: free/FandolFang-Regular.otf, latin: free/FandolSong-Regular.otf}"
        guard book.contains(free) else { throw OutsideTool.Failure(description: "the font book has changed") }
        try folder.write(book.replacing(free, with: "{file: han.ttf, latin: latin.ttf}"), to: "book.yaml")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "free"),
            withDestinationURL: Project.file("fonts/free").resolvingSymlinksInPath())
        for (name, file, package) in [
            ("han.ttf", "droid/DroidSansFallbackFull.ttf", "fonts-droid-fallback"),
            ("latin.ttf", "dejavu/DejaVuSans.ttf", "fonts-dejavu-core"),
        ] {
            let path = "/usr/share/fonts/truetype/" + file
            guard FileManager.default.fileExists(atPath: path) else {
                throw OutsideTool.Failure(description: "no \(path): run “make test”, which installs \(package)")
            }
            let font = try Data(contentsOf: URL(filePath: path))
            try (name == "latin.ttf" ? renamed(font) : font).write(to: folder.url.appending(path: name))
        }
        return folder
    }

    /// Its PostScript name, in ASCII and in UTF-16, with a space in it.
    private static func renamed(_ font: Data) -> Data {
        var font = font
        for (old, new) in [
            (Data("DejaVuSans".utf8), Data("DejaVu ans".utf8)),
            (
                Data("DejaVuSans".utf16.flatMap { [0, UInt8($0)] }),
                Data("DejaVu ans".utf16.flatMap { [0, UInt8($0)] })
            ),
        ] {
            while let range = font.firstRange(of: old) { font.replaceSubrange(range, with: new) }
        }
        return font
    }
}
