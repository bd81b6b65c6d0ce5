import Foundation
import TestSupport
import Testing

/// Reports with seals of every kind, by the built program.
enum SealedReport {
    static let names = ["清水镇人民政府", "白沙镇人民政府", "竹溪乡人民政府"]
    static let signature = "{names: [\(names.joined(separator: ", "))], date: 2023-01-29}"

    /// A PNG, a PDF and our specimen, each under a body's name; besides, pictures that are no seals.
    static let folder = Result {
        let folder = try TemporaryFolder()
        _ = try OutsideTool.python("make-seals.py", [folder.url.path])
        let files = FileManager.default
        try files.copyItem(atPath: folder.path("ring.png"), toPath: folder.path("清水镇人民政府.png"))
        try Data(SealPDF.bytes()).write(to: URL(filePath: folder.path("白沙镇人民政府.pdf")))
        try files.copyItem(atPath: specimen, toPath: folder.path("竹溪乡人民政府.svg"))
        try files.copyItem(atPath: folder.path("name.png"), toPath: folder.path("张三.png"))
        return folder
    }

    static let specimen = Project.file("Examples/seals/样章.svg").path

    /// Three bodies and their seals.
    static func joint(_ options: String...) throws -> RenderedFile {
        try RenderedFile(
            yaml: Specimen.yaml(signature: signature),
            options: ["--no-check", "--seals", folder.get().url.path] + options)
    }

    static let drawn = Result { try joint() }
    static let fields = Result { try joint("--signature-fields", "--countersigner", "审核人") }

    static let nameSeal = Result {
        try RenderedFile(
            yaml: Specimen.yaml(
                signature: "{name: 清水镇人民政府, date: 2023-01-29, signatories: [{title: 镇长, name: 张三}]}"),
            options: ["--no-check", "--seals", folder.get().url.path])
    }
}

/// What of pages is red and black, in pixels, as poppler draws them.
struct DrawnColours: Decodable {
    var red: Int
    var black: Int

    /// The last page of each file, 60 pixels an inch.
    static func ofLastPages(_ rendered: [RenderedFile]) throws -> [DrawnColours] {
        let folder = try TemporaryFolder()
        let pictures = try rendered.enumerated().map { index, file in
            let page = String(file.content.pages.count)
            _ = try OutsideTool.run(
                "pdftoppm", of: "poppler-utils", "-r", "60", "-png", "-singlefile", "-f", page, "-l", page, file.path,
                folder.path("\(index)"))
            return folder.path("\(index).png")
        }
        return try read(pictures)
    }

    static func read(_ pictures: [String]) throws -> [DrawnColours] {
        try JSONDecoder().decode([DrawnColours].self, from: OutsideTool.python("count-red.py", pictures))
    }
}
