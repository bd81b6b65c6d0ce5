internal import ReportForms
internal import ReportReading

/// `styles.xml`: the styles that Word itself has names for, and with them the names that officials give the levels; set
/// as the report's style sets them. Who edits the file changes a style, not paragraphs.
struct WordStyles {
    private let style: Style
    private let fonts: FontBook
    private let grid: WordGrid

    init(_ style: Style, _ fonts: FontBook) {
        self.style = style
        self.fonts = fonts
        grid = WordGrid(style)
    }

    /// `name` is Word's own where it has one; `alias` is shown beside it.
    private func paragraphStyle(
        _ id: String, _ name: String, alias: String? = nil, basedOn: String = "Normal", next: String? = nil,
        _ paragraph: WordParagraphProperties = WordParagraphProperties(), _ text: TextStyle? = nil
    ) -> String {
        var content = Markup.element("w:name", ["w:val": name])
        if let alias { content += Markup.element("w:aliases", ["w:val": alias]) }
        content += Markup.element("w:basedOn", ["w:val": basedOn])
        if let next { content += Markup.element("w:next", ["w:val": next]) }
        content += Markup.element("w:qFormat") + paragraph.markup
        if let text { content += properties(of: text).markup }
        return Markup.element("w:style", ["w:type": "paragraph", "w:styleId": id], content)
    }

    private func characterStyle(_ id: String, _ name: String, _ properties: WordRunProperties) -> String {
        Markup.element(
            "w:style", ["w:type": "character", "w:styleId": id],
            Markup.element("w:name", ["w:val": name]) + Markup.element("w:qFormat") + properties.markup)
    }

    private func properties(of text: TextStyle) -> WordRunProperties {
        WordRunProperties(
            face: face(text.face), space: WordGrid.characterSpace(of: text), size: text.size)
    }

    private func face(_ role: FontRole) -> String { fonts.families(of: role)[0] }

    var markup: String {
        Markup.element(
            "w:styles", ["xmlns:w": WordPackage.main],
            defaults + (paragraphStyles + characterStyles + tableStyles).joined())
    }

    /// What a text is where no style says anything.
    private var defaults: String {
        let text =
            properties(of: style.text.body).content
            + Markup.element("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
        return Markup.element(
            "w:docDefaults", [:],
            Markup.element("w:rPrDefault", [:], Markup.element("w:rPr", [:], text)) + Markup.element("w:pPrDefault"))
    }

    /// 正文, which the grid is measured by. Digits keep the grid without gaps beside them, and marks do not hang into the
    /// margin, unless the style has it otherwise.
    private var normal: String {
        let gap = style.characters.hanLatinGap == .fixed(0) ? "0" : "1"
        let paragraph =
            Markup.element("w:widowControl", ["w:val": style.paragraph.widowLines > 1 ? "1" : "0"])
            + Markup.element("w:overflowPunct", ["w:val": style.characters.hangs ? "1" : "0"])
            + Markup.element("w:autoSpaceDE", ["w:val": gap]) + Markup.element("w:autoSpaceDN", ["w:val": gap])
        return Markup.element(
            "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"],
            Markup.element("w:name", ["w:val": "Normal"]) + Markup.element("w:qFormat")
                + Markup.element("w:pPr", [:], paragraph) + properties(of: style.text.body).markup)
    }

    /// First-line indent of paragraphs and headings.
    private var indent: (points: Double, cells: Double) { (style.paragraph.indent, style.paragraph.indent / grid.cell) }

    private var paragraphStyles: [String] {
        let body = "NormalIndent"
        let names = ["一级标题", "二级标题", "三级标题", "四级标题"]
        let headings = style.text.headings.enumerated().map { level, text in
            paragraphStyle(
                "Heading\(level + 1)", "heading \(level + 1)", alias: names[level], next: body,
                WordParagraphProperties(keepNext: true, firstLine: indent, alignment: "both", outlineLevel: level), text
            )
        }
        let table = style.text.table
        return [
            normal,
            paragraphStyle(
                "Title", "Title", alias: "公文标题", next: body,
                WordParagraphProperties(keepNext: true, exactPitch: style.title.pitch, alignment: "center"),
                style.text.title),
            paragraphStyle(
                body, "Normal Indent", alias: "公文正文",
                WordParagraphProperties(firstLine: indent, alignment: "both")),
        ] + headings + [
            paragraphStyle("ListParagraph", "List Paragraph", alias: "列表", basedOn: body),
            paragraphStyle("AttachmentNote", "附件说明", basedOn: body),
            paragraphStyle(
                "AttachmentLabel", "附件序号", next: "AttachmentTitle",
                WordParagraphProperties(keepNext: true, outlineLevel: 0), style.text.headings[0]),
            paragraphStyle(
                "AttachmentTitle", "附件标题", next: body,
                WordParagraphProperties(keepNext: true, exactPitch: style.title.pitch, alignment: "center"),
                style.text.title),
            paragraphStyle(
                "Caption", "caption", alias: "题注",
                WordParagraphProperties(snapsToGrid: false, before: 3, after: 3, alignment: "center"),
                style.text.caption),
            paragraphStyle(
                "TableText", "表格文字",
                WordParagraphProperties(
                    snapsToGrid: false, exactPitch: table.size * style.table.leading, alignment: "center"), table),
            paragraphStyle(
                "Figure", "图片", WordParagraphProperties(keepNext: true, snapsToGrid: false, alignment: "center")),
            paragraphStyle("SignatureName", "署名", WordParagraphProperties(keepNext: true, alignment: "right")),
            paragraphStyle("SignatureDate", "成文日期", WordParagraphProperties(alignment: "right")),
            paragraphStyle(
                "Footer", "footer", alias: "页码", WordParagraphProperties(snapsToGrid: false),
                style.text.pageNumber),
            paragraphStyle(
                "FootnoteText", "footnote text", alias: "脚注",
                WordParagraphProperties(snapsToGrid: false, exactPitch: style.notes.pitch), style.text.note),
        ]
    }

    private var characterStyles: [String] {
        [
            Markup.element(
                "w:style", ["w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"],
                Markup.element("w:name", ["w:val": "Default Paragraph Font"])),
            characterStyle("Emphasis", "Emphasis", WordRunProperties(face: face(style.text.emphasis))),
            characterStyle("Strong", "Strong", WordRunProperties(face: face(style.text.strong))),
            characterStyle("StrongEmphasis", "Intense Emphasis", WordRunProperties(face: face(style.text.strong))),
            characterStyle("FootnoteReference", "footnote reference", WordRunProperties(isRaised: true)),
            characterStyle("FixedBreak", WordLayout.fixedBreak, WordRunProperties()),
        ]
    }

    private var tableStyles: [String] {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        let borders = sides.map { side in
            let width = side.hasPrefix("inside") ? style.table.innerRule : style.table.outerRule
            return Markup.element(
                "w:" + side,
                ["w:val": "single", "w:sz": WordLength.eighths(width), "w:space": "0", "w:color": "000000"])
        }
        let padding = WordLength.twips(style.table.cellPadding)
        let margins = ["top": 0, "left": padding, "bottom": 0, "right": padding] as KeyValuePairs
        let cellMargins = margins.map { Markup.element("w:" + $0.key, ["w:w": $0.value, "w:type": "dxa"]) }
        return [
            Markup.element(
                "w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"],
                Markup.element("w:name", ["w:val": "Normal Table"])),
            Markup.element(
                "w:style", ["w:type": "table", "w:styleId": "TableGrid"],
                Markup.element("w:name", ["w:val": "Table Grid"])
                    + Markup.element("w:basedOn", ["w:val": "TableNormal"])
                    + Markup.element(
                        "w:tblPr", [:],
                        Markup.element("w:tblInd", ["w:w": "0", "w:type": "dxa"])
                            + Markup.element("w:tblBorders", [:], borders.joined())
                            + Markup.element("w:tblCellMar", [:], cellMargins.joined()))),
        ]
    }
}
