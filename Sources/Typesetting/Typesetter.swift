public import ReportForms
public import ReportModel

/// Composition → pages. Holds no state between documents; what is worth keeping is the shaper's.
public struct Typesetter<Shaper: TextShaper> {
    let style: Style
    let paragraphs: ParagraphSetter<Shaper>

    public init(style: Style, shaper: Shaper) {
        self.style = style
        paragraphs = ParagraphSetter(shaper: shaper, settings: style.characters)
    }

    /// - Throws: `DiagnosticsError` where a character has no glyph in any face of the book, or a table cannot be set.
    public func layOut(_ composition: Composition) throws(DiagnosticsError) -> LaidOutDocument {
        var missing: [Diagnostic] = []
        var items: [FlowItem] = []
        var structure = StructureBuilder()
        for block in composition.blocks {
            items.append(try measure(block, &structure, &missing))
        }
        guard missing.isEmpty else { throw DiagnosticsError(missing) }
        let tables = TableSetter(
            paragraphs: paragraphs, text: style.text.table, style: style.table, width: style.typeArea.width)
        var builder = PageBuilder(style: style, tables: tables)
        try builder.place(items)
        return LaidOutDocument(
            metadata: composition.metadata, pages: try builder.numberedPages(paragraphs), outline: builder.outline,
            structure: structure.finish())
    }

    private func measure(
        _ block: ComposedBlock, _ structure: inout StructureBuilder, _ missing: inout [Diagnostic]
    ) throws(DiagnosticsError) -> FlowItem {
        switch block {
        case .title(let title): return .lines(try set(title, &structure, &missing))
        case .paragraph(let paragraph): return .lines(try set(paragraph, &structure, &missing))
        case .table(let grid, let path):
            for cell in grid.cells {
                let text = try paragraphs.shaper.shape(cell.text, in: style.text.table)
                note(text.missing, cell.path ?? path, &missing)
            }
            return .table(grid, leaves: structure.add(grid))
        case .image(let image): return .image(image, leaf: structure.addFigure(alternative: image.alternative))
        case .signature(let signature):
            let layout = try SignatureLayout(signature, style: style, paragraphs: paragraphs, &structure)
            note(layout.missing, "signature", &missing)
            return .signature(layout)
        case .pageBreak: return .pageBreak
        }
    }

    private func set(
        _ paragraph: ComposedParagraph, _ structure: inout StructureBuilder, _ missing: inout [Diagnostic]
    ) throws(DiagnosticsError) -> FlowLines {
        let shape = ParagraphShape(
            width: style.typeArea.width, alignment: paragraph.alignment, firstIndent: paragraph.firstIndent,
            hangingIndent: paragraph.hangingIndent, lastLineCharacters: style.paragraph.lastLineCharacters)
        let result = try paragraphs.set(paragraph.spans, shape)
        note(result.missing, paragraph.path, &missing)
        return FlowLines(
            lines: result.lines, leaves: structure.add(paragraph.role, spans: paragraph.spans),
            size: paragraph.spans.first?.style.size ?? style.text.body.size,
            blankLines: paragraph.blankLines, keepWithNext: paragraph.keepWithNext,
            belongsToClosing: paragraph.belongsToClosing, outline: paragraph.outline,
            widowLines: style.paragraph.widowLines)
    }

    private func set(
        _ title: ComposedTitle, _ structure: inout StructureBuilder, _ missing: inout [Diagnostic]
    ) throws(DiagnosticsError) -> FlowLines {
        let text = style.text.title
        var widths: [Character: Double] = [:]
        for character in Set(title.text) {
            widths[character] = try paragraphs.shaper.shape(String(character), in: text).clusters
                .reduce(0) { $0 + $1.advance }
        }
        let breaker = TitleBreaker(agency: title.agency, year: title.year, measure: style.typeArea.width) {
            widths[$0] ?? text.size
        }
        var lines: [SetLine] = []
        for line in breaker.lines(of: title.text) {
            let result = try paragraphs.set(
                [TextSpan(line, text)], ParagraphShape(width: style.typeArea.width, alignment: .center))
            note(result.missing, "title", &missing)
            lines += result.lines
        }
        let height = style.title.before + Double(lines.count - 1) * style.title.pitch + text.size + style.title.after
        let slots = max(1, Int((height / style.typeArea.pitch).rounded(.up)))
        return FlowLines(
            lines: lines, leaves: structure.add(.heading(level: 1), spans: [TextSpan(title.text, text)]), size: text.size, keepWithNext: true, block: (pitch: style.title.pitch, slots: slots))
    }

    private func note(_ characters: [Unicode.Scalar], _ path: String, _ missing: inout [Diagnostic]) {
        guard !characters.isEmpty else { return }
        let list = characters.map { "\($0)（U+\(String($0.value, radix: 16, uppercase: true))）" }.joined(separator: "、")
        missing.append(
            Diagnostic(
                "fonts.no-glyph", .error,
                Localized(zh: "字体簿中没有一种字体有这些字：\(list)", en: "no face of the font book has: \(list)"),
                at: Place(path: path),
                hint: Localized(
                    zh: "在 fonts/book.yaml 的 fallback 中加入有此字的字体，或改用通行的写法",
                    en: "add a face that has it to “fallback” in fonts/book.yaml, or write it otherwise")))
    }
}
