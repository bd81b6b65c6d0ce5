internal import Foundation
internal import ReportForms
internal import ReportModel
internal import Typesetting

/// Blocks → elements of the page.
struct WebBody {
    private let document: ExportedDocument
    private var lines: [String] = []
    private var items: [String] = []
    private var notes: [String] = []
    private var headingCount = 0
    private var tableCount = 0
    /// The caption above a table that is still to come.
    private var caption: String?

    init(_ document: ExportedDocument) { self.document = document }

    var content: String {
        mutating get {
            for (index, block) in document.composition.blocks.enumerated() { append(block, index) }
            closeList()
            if !notes.isEmpty {
                lines.append("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"注释\">")
                lines += notes
                lines.append("</section>")
            }
            return lines.joined(separator: "\n")
        }
    }

    private mutating func append(_ block: ComposedBlock, _ index: Int) {
        if case .paragraph(let paragraph) = block, case .listItem(let isFirst) = paragraph.role {
            if isFirst { closeList() }
            items.append(Markup.element("p", ["role": "listitem"], inline(paragraph)))
            return
        }
        closeList()
        switch block {
        case .title(let title):
            let parts = title.text.split(separator: "|").map { Markup.escaped(String($0)) }
            lines.append("<h1>" + parts.joined(separator: "<br/>") + "</h1>")
        case .paragraph(let paragraph): append(paragraph)
        case .table(let grid, _):
            lines.append(
                WebTable(
                    grid, number: tableCount, headerRows: document.headerRowCount(of: grid), caption: caption,
                    heading: headingCount > 0 ? "h\(headingCount)" : nil
                ).markup)
            tableCount += 1
            caption = nil
        case .image(let image): append(picture: index, width: image.width, image.alternative)
        case .chart(let chart): append(picture: index, width: nil, chart.alternative)
        case .signature(let composed): append(composed.signature)
        case .pageBreak: lines.append("<hr/>")
        }
    }

    private mutating func append(_ paragraph: ComposedParagraph) {
        let text = inline(paragraph)
        switch paragraph.role {
        case .heading(let level):
            headingCount += 1
            let name = "h\(min(max(level, 2), 6))"
            lines.append(
                Markup.element(
                    name, ["id": "h\(headingCount)", "class": paragraph.alignment == .center ? "centred" : nil], text))
        case .captionAbove: caption = text
        case .captionBelow:
            // Its picture is the line before.
            if let figure = lines.popLast() {
                lines.append(figure.replacing("</figure>", with: "<figcaption>\(text)</figcaption></figure>"))
            }
        case .body, .listItem, .note: lines.append(Markup.element("p", [:], text))
        }
        for note in paragraph.notes {
            let spans = note.spans.map { Markup.escaped($0.text) }.joined()
            let back = Markup.element("a", ["href": "#r\(note.number)", "aria-label": "回到正文"], "↩")
            notes.append(Markup.element("p", ["id": "n\(note.number)", "role": "doc-footnote"], spans + " " + back))
        }
    }

    private mutating func closeList() {
        guard !items.isEmpty else { return }
        // The numbers are the report's own, which no style of a list has all of.
        lines.append("<div role=\"list\">\n" + items.joined(separator: "\n") + "\n</div>")
        items = []
    }

    // MARK: Text

    private func inline(_ paragraph: ComposedParagraph) -> String {
        document.pieces(of: paragraph).map { piece in
            switch piece {
            case .label(let text): Markup.escaped(text)
            case .text(let text, let marks): WebBody.marked(Markup.escaped(text), marks)
            case .note(let mark, let number):
                Markup.element(
                    "sup", [:],
                    Markup.element(
                        "a", ["id": "r\(number)", "href": "#n\(number)", "role": "doc-noteref"], Markup.escaped(mark)))
            }
        }.joined()
    }

    private static func marked(_ text: String, _ marks: Set<TextMark>) -> String {
        marks.sorted().reduce(text) { text, mark in
            switch mark {
            case .emphasis: Markup.element("em", [:], text)
            case .strong: Markup.element("strong", [:], text)
            case .underline: Markup.element("u", [:], text)
            case .dots: Markup.element("em", ["class": "dots"], text)
            case .superscript: Markup.element("sup", [:], text)
            case .subscript: Markup.element("sub", [:], text)
            }
        }
    }

    // MARK: Pictures, signature

    private mutating func append(picture index: Int, width: Double?, _ alternative: String?) {
        guard let picture = document.picture(at: index) else { return }
        let source = "data:\(picture.format.mediaType);base64,\(Data(picture.bytes).base64EncodedString())"
        let style = width.map { "width:\(Decimals.text($0))pt" }
        lines.append(
            Markup.element(
                "figure", [:], Markup.element("img", ["src": source, "alt": alternative ?? "", "style": style])))
    }

    private mutating func append(_ signature: Signature) {
        let place = SignaturePlace(signature, style: document.style.signature, cell: document.style.typeArea.cell)
        func line(_ text: String, _ right: Double) -> String {
            Markup.element("p", ["style": "margin-right:\(Decimals.text(right))em"], text)
        }
        let names = zip(signature.signers, place.namesRight).map { line(Markup.escaped($0), $1) }
        let date = Markup.element(
            "time", ["datetime": signature.date.isoText], Markup.escaped(signature.date.officialText))
        lines.append(
            Markup.element(
                "footer", ["class": signature.sealed ? "signature sealed" : "signature"],
                names.joined() + line(date, place.dateRight)))
    }
}

extension ImageSource.Format {
    var mediaType: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        }
    }
}
