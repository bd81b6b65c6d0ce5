internal import ReportForms
internal import ReportModel
internal import Typesetting

/// The parts of a DOCX file (ECMA-376-1) under their names.
struct WordPackage {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    private let document: ExportedDocument
    private let body: WordBody
    private let data: WordData?

    init(_ document: ExportedDocument, carrying carried: String? = nil) {
        self.document = document
        body = WordBody(document)
        data = carried.map(WordData.init)
    }

    var parts: [(name: String, bytes: [UInt8])] {
        var parts: [(String, String)] = [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelationships),
            ("word/document.xml", mainDocument),
            ("word/_rels/document.xml.rels", documentRelationships),
            ("word/styles.xml", WordStyles(document.style, document.fonts).markup),
            ("word/settings.xml", settings), ("word/fontTable.xml", fontTable), ("word/footnotes.xml", footnotes),
        ]
        parts += footers.map { ("word/\($0.name).xml", $0.markup) }
        parts += data?.parts ?? []
        parts += [("docProps/core.xml", coreProperties), ("docProps/app.xml", applicationProperties)]
        return parts.map { ($0.0, Array((Self.declaration + $0.1).utf8)) }
            + body.media.files.map { ("word/media/\($0.name)", $0.bytes) }
    }

    // MARK: The document

    private var mainDocument: String {
        Markup.element(
            "w:document",
            [
                "xmlns:w": Self.main, "xmlns:r": Self.relationships,
                "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            ], Markup.element("w:body", [:], body.content + section))
    }

    /// Paper, margins and grid (GB/T 9704-2012 5.1, 5.2). The numbers stand below the type area, the middle of their
    /// dashes 7 mm from it (7.5).
    private var section: String {
        let (style, grid) = (document.style, WordGrid(document.style))
        let area = style.typeArea
        func twips(_ points: Double) -> Int { WordLength.twips(points) }
        let footer = style.paperHeight - area.top - area.height - style.pageNumber.drop - style.text.pageNumber.size / 2
        let references = footers.map {
            Markup.element("w:footerReference", ["w:type": $0.type, "r:id": $0.relationship])
        }
        return Markup.element(
            "w:sectPr", [:],
            references.joined()
                + Markup.element(
                    "w:footnotePr", [:], Markup.element("w:numFmt", ["w:val": "decimalEnclosedCircleChinese"]))
                + Markup.element("w:pgSz", ["w:w": twips(style.paperWidth), "w:h": twips(style.paperHeight)])
                + Markup.element(
                    "w:pgMar",
                    [
                        "w:top": twips(area.top), "w:right": twips(style.paperWidth - area.binding - area.width),
                        "w:bottom": twips(style.paperHeight - area.top - area.height), "w:left": twips(area.binding),
                        "w:header": twips(area.top / 2), "w:footer": twips(footer), "w:gutter": "0",
                    ])
                + Markup.element("w:cols", ["w:space": "425"])
                + Markup.element("w:docGrid", ["w:type": "lines", "w:linePitch": twips(grid.pitch)]))
    }

    // MARK: Page numbers

    private struct Footer {
        var name: String
        var type: String
        var markup: String
        var relationship: String { "rId" + name }
    }

    /// 单页码居右空一字，双页码居左空一字 (7.5).
    private var footers: [Footer] {
        let (style, cell) = (document.style.pageNumber, document.style.typeArea.cell)
        let parts = style.format.split(separator: "{n}", maxSplits: 1, omittingEmptySubsequences: false)
        let number = WordRuns.field("PAGE", shown: "1")
        let runs = parts.map { WordRuns.run(String($0)) }.joined(separator: number)
        func footer(_ name: String, _ type: String, isRight: Bool) -> Footer {
            var properties = WordParagraphProperties(style: "Footer")
            properties.exactPitch = document.style.text.pageNumber.size
            switch style.side {
            case .center: properties.alignment = "center"
            case .outer where isRight:
                properties.alignment = "right"
                properties.right = (style.inset, style.inset / cell)
            case .outer: properties.left = style.inset
            }
            let paragraph = WordRuns.paragraph(properties, runs)
            return Footer(
                name: name, type: type, markup: Markup.element("w:ftr", ["xmlns:w": Self.main], paragraph))
        }
        return [footer("footer1", "default", isRight: true), footer("footer2", "even", isRight: false)]
    }

    // MARK: Settings, faces, notes

    private var settings: String {
        let isDuplex = document.style.duplex
        let separators = [-1, 0].map { Markup.element("w:footnote", ["w:id": $0]) }
        return Markup.element(
            "w:settings", ["xmlns:w": Self.main],
            (isDuplex ? Markup.element("w:mirrorMargins") : "")
                + Markup.element("w:evenAndOddHeaders")
                + Markup.element(
                    "w:drawingGridVerticalSpacing", ["w:val": WordLength.twips(WordGrid(document.style).pitch)])
                + Markup.element("w:characterSpacingControl", ["w:val": "compressPunctuation"])
                + Markup.element("w:footnotePr", [:], separators.joined())
                + Markup.element(
                    "w:compat", [:],
                    Markup.element("w:balanceSingleByteDoubleByteWidth") + Markup.element("w:doNotExpandShiftReturn")
                        + Markup.element("w:useFELayout")
                        + Markup.element(
                            "w:compatSetting",
                            [
                                "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                                "w:val": "15",
                            ])))
    }

    /// Where a machine has not the official face, the others that the font book names serve.
    private var fontTable: String {
        let fonts = document.fonts
        let faces = fonts.roles.keys.sorted().map { fonts.families(of: $0) }
        let fontElements = faces.map { families in
            Markup.element(
                "w:font", ["w:name": families[0]],
                (families.count > 1
                    ? Markup.element("w:altName", ["w:val": families.dropFirst().joined(separator: ",")]) : "")
                    + Markup.element("w:charset", ["w:val": "86"]) + Markup.element("w:family", ["w:val": "auto"])
                    + Markup.element("w:pitch", ["w:val": "default"]))
        }
        return Markup.element("w:fonts", ["xmlns:w": Self.main], fontElements.joined())
    }

    private var footnotes: String {
        func separator(_ type: String, _ id: Int, _ element: String) -> String {
            Markup.element(
                "w:footnote", ["w:type": type, "w:id": id],
                Markup.element("w:p", [:], Markup.element("w:r", [:], Markup.element(element))))
        }
        let notes = body.notes.map { note in
            let mark = Markup.element(
                "w:r", [:],
                WordRunProperties(style: "FootnoteReference").markup + Markup.element("w:footnoteRef"))
            let text = note.spans.filter { $0.role != .label }.map(\.text).joined()
            return Markup.element(
                "w:footnote", ["w:id": note.number],
                WordRuns.paragraph(
                    WordParagraphProperties(style: "FootnoteText"), mark + WordRuns.run("\u{3000}" + text)))
        }
        return Markup.element(
            "w:footnotes", ["xmlns:w": Self.main],
            separator("separator", -1, "w:separator")
                + separator("continuationSeparator", 0, "w:continuationSeparator") + notes.joined())
    }

    // MARK: The package

    private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    private var documentParts: [(name: String, type: String)] {
        [
            ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable"), ("footnotes", "footnotes"),
        ] + footers.map { ($0.name, "footer") }
    }

    private var contentTypes: String {
        let defaults = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
            ("png", "image/png"), ("jpeg", "image/jpeg"), ("svg", "image/svg+xml"),
        ].map { Markup.element("Default", ["Extension": $0.0, "ContentType": $0.1]) }
        let parts =
            [
                ("/word/document.xml", Self.office + "document.main+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
                ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            ] + documentParts.map { ("/word/\($0.name).xml", Self.office + $0.type + "+xml") }
            + (data == nil ? [] : [("/" + WordData.properties, WordData.propertiesType)])
        let overrides = parts.map { Markup.element("Override", ["PartName": $0.0, "ContentType": $0.1]) }
        return Markup.element(
            "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
            (defaults + overrides).joined())
    }

    static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
        Markup.element(
            "Relationships", ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
            list.map { Markup.element("Relationship", ["Id": $0.id, "Type": $0.type, "Target": $0.target]) }.joined())
    }

    private var packageRelationships: String {
        Self.relationships([
            ("rId1", Self.relationships + "/officeDocument", "word/document.xml"),
            (
                "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml"
            ),
            ("rId3", Self.relationships + "/extended-properties", "docProps/app.xml"),
        ])
    }

    private var documentRelationships: String {
        Self.relationships(
            documentParts.map { ("rId" + $0.name, Self.relationships + "/" + $0.type, $0.name + ".xml") }
                + body.media.files.map { ($0.relationship, Self.relationships + "/image", "media/" + $0.name) }
                + (data == nil ? [] : [("rIdData", Self.relationships + "/customXml", "../" + WordData.item)]))
    }

    /// Dated by the report: no clock is read.
    private var coreProperties: String {
        let metadata = document.composition.metadata
        var content =
            Markup.element("dc:title", [:], Markup.escaped(metadata.title))
            + Markup.element("dc:subject", [:], Markup.escaped(metadata.subject))
            + Markup.element("dc:creator", [:], Markup.escaped(metadata.author))
            + Markup.element("cp:keywords", [:], Markup.escaped(metadata.keywords.joined(separator: "，")))
            + Markup.element("dc:language", [:], "zh-CN")
        for name in ["dcterms:created", "dcterms:modified"] {
            guard let date = metadata.date else { break }
            content += Markup.element(name, ["xsi:type": "dcterms:W3CDTF"], date.isoText + "T00:00:00Z")
        }
        return Markup.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ], content)
    }

    private var applicationProperties: String {
        Markup.element(
            "Properties", ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"],
            Markup.element("Application", [:], "Yinfa"))
    }
}
