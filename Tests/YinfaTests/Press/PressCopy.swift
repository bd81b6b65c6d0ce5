import Foundation
import TestSupport
import Testing

/// Reports rendered for a press, and what other programs read in them.
enum PressCopy {
    static let chaihudian = Result { try RenderedFile(Example.chaihudian.path, options: "--layout", "press") }
    static let yunmeng = Result { try RenderedFile(Example.yunmeng.path, options: "--layout", "press") }

    /// PNG, JPEG in light, grey and inks, and a drawing with gradients, transparency, thin lines and small patterns.
    static let pictures = Result {
        let folder = try TemporaryFolder()
        return try RenderedFile(try report(withPicturesIn: folder), options: "--no-check", "--layout", "press")
    }

    /// With the archive's stamp in red, by a layout of the test's own.
    static let stamped = Result {
        let folder = try layouts { text in
            let archive = try String(contentsOf: Project.file("layouts/copies/archive.yaml"), encoding: .utf8)
            return text + archive[try #require(archive.firstRange(of: "\nstamp:")).lowerBound...]
        }
        return try RenderedFile(
            yaml: Specimen.yaml(more: ["archive: {fonds: J012, retention: 永久}"]),
            options: [
                "--no-check", "--layout", "press", "--layouts", folder.path("layouts"), "--copy-number", "000042",
            ])
    }

    static func report(withPicturesIn folder: TemporaryFolder) throws -> String {
        _ = try OutsideTool.python("make-images.py", [folder.url.path])
        try folder.write(fineDrawing, to: "fine.svg")
        let pictures = (ArchiveSpecimen.pictureFiles + ["colours.png", "colours.jpeg", "fine.svg"]).map {
            "figure: \($0)\n      caption: 图 \($0)\n      alternative: 说明 \($0)"
        }
        return try folder.write(Specimen.yaml(overview: ["段落。"] + pictures), to: "r.yaml")
    }

    /// Hairlines, in coordinates of their own and in a pattern that is drawn small.
    private static let fineDrawing = """
        <svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><defs>
          <pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="scale(0.5)">
            <path d="M0 0L4 4" stroke="#000" stroke-width="0.2"/></pattern>
          <radialGradient id="r"><stop stop-color="#fff"/><stop offset="0.5" stop-color="#08f"/><stop offset="1"
            stop-color="#333"/></radialGradient></defs>
          <rect width="100" height="100" fill="url(#p)"/>
          <circle cx="160" cy="50" r="40" fill="url(#r)"/>
          <path d="M210 10L290 90" stroke="#000" stroke-width="0.1"/>
          <g transform="scale(0.1 2)"><path d="M100 60L2000 60" stroke="#c00" stroke-width="1"/></g>
          <g opacity="0.5"><path d="M10 150L290 150" stroke="#555" stroke-width="0.3"/></g>
        </svg>
        """

    /// The layouts of the program, with another one for the press.
    static func layouts(_ change: (String) throws -> String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Project.file("layouts").path, toPath: folder.path("layouts"))
        let press = try String(contentsOf: Project.file("layouts/copies/press.yaml"), encoding: .utf8)
        try folder.write(try change(press), to: "layouts/copies/press.yaml")
        return folder
    }
}

/// A PDF for a press as pdfminer reads it, object by object.
struct PressContent: Decodable {
    var version: String
    var pages: [Page]
    /// Of every object of the file.
    var spaces: [String]
    var intents: [Intent]
    var trapped: String?
    var metadata: String
    var identifiers: Int
    var catalog: [String]

    struct Page: Decodable {
        var boxes: [String: [Double]]
        var colours: [Colour]
        var thinnest: Double?
    }

    struct Colour: Decodable, Hashable {
        var name: String
        var operands: [String]
    }

    struct Intent: Decodable {
        var kind, identifier, info: String
        var registry: String?
        var components: Int
        /// SHA-256.
        var profile: String
    }

    init(reading rendered: RenderedFile) throws {
        self = try JSONDecoder().decode(
            PressContent.self, from: OutsideTool.python("read-press.py", [rendered.path]))
    }
}
