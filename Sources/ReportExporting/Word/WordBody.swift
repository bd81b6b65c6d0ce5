internal import ReportForms
internal import ReportModel
internal import Typesetting

/// Blocks → the paragraphs, tables and pictures of `document.xml`.
struct WordBody {
    private let document: ExportedDocument
    private let grid: WordGrid
    private(set) var content = ""
    private(set) var media = WordMedia()
    private(set) var notes: [ComposedNote] = []
    /// The name of the table that comes next, or of the section that it stands in.
    private var tableName: String?
    private var breaksPage = false

    init(_ document: ExportedDocument) {
        self.document = document
        grid = WordGrid(document.style)
        let blocks = document.composition.blocks
        for index in blocks.indices {
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            append(blocks[index], index, before: next)
        }
    }

    private mutating func append(_ block: ComposedBlock, _ index: Int, before next: ComposedBlock?) {
        switch block {
        case .title(let title): append(title)
        case .paragraph(let paragraph): append(paragraph, before: next)
        case .table(let table, _):
            content += WordTable(table, headerRows: document.headerRowCount(of: table), style: document.style)
                .markup(name: tableName)
            // Tables that follow each other directly would become one.
            if case .table? = next { content += WordRuns.paragraph(WordParagraphProperties(style: "Figure"), "") }
        case .image(let image):
            append(picture: index, image.width, image.height, image.alternative, image.hasCaption)
        case .chart(let chart):
            append(
                picture: index, document.style.typeArea.width, chart.height, chart.alternative, chart.hasCaption)
        case .signature(let composed): append(composed.signature)
        case .pageBreak: breaksPage = true
        }
    }

    private mutating func add(_ properties: WordParagraphProperties, _ runs: String) {
        var properties = properties
        if breaksPage { properties.pageBreakBefore = true }
        breaksPage = false
        content += WordRuns.paragraph(properties, runs)
    }

    // MARK: Text

    /// The lines are those of the PDF: Word would break inside words. As many lines of the grid are taken.
    private mutating func append(_ title: ComposedTitle) {
        let style = document.style
        let breaker = TitleBreaker(agency: title.agency, year: title.year, measure: style.typeArea.width) {
            String($0).ems * style.text.title.size
        }
        // Where the author ends a line, the break is marked, so that it is told from ours.
        let fixed = Markup.element(
            "w:r", [:], WordRunProperties(style: "FixedBreak").markup + Markup.element("w:br"))
        let parts = title.text.split(separator: "|").map { breaker.lines(of: String($0)) }
        let runs = parts.map { WordRuns.run($0.joined(separator: "\n")) }.joined(separator: fixed)
        let height = style.title.before + Double(parts.joined().count) * style.title.pitch
        let slots = ((height + style.title.after) / grid.pitch).rounded(.up)
        var properties = WordParagraphProperties(style: "Title")
        properties.before = style.title.before
        properties.after = slots * grid.pitch - height
        add(properties, runs)
    }

    private mutating func append(_ paragraph: ComposedParagraph, before next: ComposedBlock?) {
        var properties = WordParagraphProperties()
        switch paragraph.role {
        case .body: properties.style = paragraph.hangingIndent > 0 ? "AttachmentNote" : "NormalIndent"
        case .listItem: properties.style = paragraph.hangingIndent > 0 ? "AttachmentNote" : "ListParagraph"
        case .captionAbove, .captionBelow: properties.style = "Caption"
        case .note: properties.style = "FootnoteText"
        case .heading(let level):
            if paragraph.firstIndent > 0 {
                properties.style = "Heading\(level - 1)"
            } else {
                properties.style = paragraph.alignment == .center ? "AttachmentTitle" : "AttachmentLabel"
            }
        }
        if case .captionAbove = paragraph.role {
            properties.keepNext = true
            tableName = paragraph.spans.map(\.text).joined()
        } else if case .heading = paragraph.role {
            tableName = paragraph.spans.map(\.text).joined()
        }
        // The signature never stands on a page without text.
        if case .signature? = next { properties.keepNext = true }
        if paragraph.blankLines > 0 {
            properties.beforeLines = Double(paragraph.blankLines)
            properties.before = Double(paragraph.blankLines) * grid.pitch
        }
        hang(paragraph, &properties)
        add(properties, runs(of: paragraph))
        notes += paragraph.notes
    }

    /// Lines after the first that begin further in than the style has them.
    private func hang(_ paragraph: ComposedParagraph, _ properties: inout WordParagraphProperties) {
        let size = document.style.text.body.em
        let labels = paragraph.spans.prefix { $0.role == .label }.map(\.text).joined()
        let left =
            paragraph.hangsAfterLabel ? paragraph.firstIndent + labels.ems * size : paragraph.hangingIndent
        guard left > 0 else { return }
        let first = paragraph.firstIndent - left
        properties.left = left
        properties.firstLine = (first, first / grid.cell)
    }

    private func runs(of paragraph: ComposedParagraph) -> String {
        document.pieces(of: paragraph).map { piece in
            switch piece {
            case .label(let text): WordRuns.run(text)
            case .text(let text, let marks): WordRuns.marked(text, marks)
            case .note(_, let number): WordRuns.noteReference(number)
            }
        }.joined()
    }

    // MARK: Pictures, signature

    private mutating func append(
        picture index: Int, _ width: Double, _ height: Double, _ alternative: String?, _ hasCaption: Bool
    ) {
        guard let picture = document.picture(at: index) else { return }
        var properties = WordParagraphProperties(style: "Figure")
        properties.keepNext = hasCaption
        let height = picture.ratio.map { width * $0 } ?? height
        add(properties, media.run(picture, width: width, height: height, alternative: alternative))
    }

    private mutating func append(_ signature: Signature) {
        let style = document.style.signature
        let place = SignaturePlace(signature, style: style, cell: grid.cell)
        let blank = Double(signature.sealed ? style.sealedBlankLines : style.blankLines)
        func paragraph(_ id: String, _ right: Double) -> WordParagraphProperties {
            WordParagraphProperties(style: id, right: (right * grid.cell, right))
        }
        for (index, name) in signature.signers.enumerated() {
            var properties = paragraph("SignatureName", place.namesRight[index])
            if index == 0 {
                properties.beforeLines = blank
                properties.before = blank * grid.pitch
            }
            add(properties, WordRuns.run(name))
        }
        add(paragraph("SignatureDate", place.dateRight), WordRuns.run(signature.date.officialText))
    }
}
