internal import Typesetting

/// The pictures of a document: files of the package, and the runs that show them.
struct WordMedia {
    struct File {
        var name: String
        var bytes: [UInt8]
        var relationship: String
    }

    private(set) var files: [File] = []
    private var count = 0

    /// A picture that stands in its line. The same bytes go into the package once.
    mutating func run(
        _ picture: ExportedDocument.Picture, width: Double, height: Double, alternative: String?
    ) -> String {
        count += 1
        let file = self.file(picture.format, picture.bytes)
        let extent = ["cx": WordLength.emu(width), "cy": WordLength.emu(height)] as KeyValuePairs
        func size(_ name: String) -> String {
            Markup.element(name, ["cx": extent[0].value, "cy": extent[1].value])
        }
        let name = "图片 \(count)"
        let drawing = picture.drawing.map { self.file(.svg, $0) }
        let blip = Markup.element(
            "pic:blipFill", [:],
            Markup.element("a:blip", ["r:embed": file.relationship], drawing.map(Self.extensions))
                + Markup.element("a:stretch", [:], Markup.element("a:fillRect")))
        let shape = Markup.element(
            "pic:spPr", [:],
            Markup.element(
                "a:xfrm", [:], Markup.element("a:off", ["x": "0", "y": "0"]) + size("a:ext"))
                + Markup.element("a:prstGeom", ["prst": "rect"], Markup.element("a:avLst")))
        let properties = Markup.element(
            "pic:nvPicPr", [:],
            Markup.element("pic:cNvPr", ["id": count, "name": name, "descr": alternative])
                + Markup.element("pic:cNvPicPr"))
        let graphic = Markup.element(
            "a:graphic", ["xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main"],
            Markup.element(
                "a:graphicData", ["uri": Self.namespace],
                Markup.element("pic:pic", ["xmlns:pic": Self.namespace], properties + blip + shape)))
        let inline = Markup.element(
            "wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"],
            size("wp:extent") + Markup.element("wp:docPr", ["id": count, "name": name, "descr": alternative]) + graphic)
        return Markup.element("w:r", [:], Markup.element("w:drawing", [:], inline))
    }

    private static let namespace = "http://schemas.openxmlformats.org/drawingml/2006/picture"

    /// The drawing itself, for programs that draw ([MS-ODRAWXML], svgBlip).
    private static func extensions(_ drawing: File) -> String {
        let blip = Markup.element(
            "asvg:svgBlip",
            [
                "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
                "r:embed": drawing.relationship,
            ])
        return Markup.element(
            "a:extLst", [:], Markup.element("a:ext", ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"], blip))
    }

    private mutating func file(_ format: ImageSource.Format, _ bytes: [UInt8]) -> File {
        if let known = files.first(where: { $0.bytes == bytes }) { return known }
        let number = files.count + 1
        let file = File(name: "image\(number).\(format.rawValue)", bytes: bytes, relationship: "rIdImage\(number)")
        files.append(file)
        return file
    }
}
