internal import ReportForms
internal import ReportModel

/// Blocks → flow items: text shaped and set in lines, cells counted into the structure tree; pages not yet thought of.
struct BlockMeasurer<Shaper: TextShaper> {
    let style: Style
    let paragraphs: ParagraphSetter<Shaper>
    private let knownCells: KnownCells
    private(set) var items: [FlowItem] = []
    private(set) var findings: [Diagnostic] = []
    private var structure: StructureBuilder

    /// - Parameter structure: of what stands before the blocks.
    init(
        style: Style, paragraphs: ParagraphSetter<Shaper>, knownCells: KnownCells, structure: StructureBuilder
    ) {
        self.style = style
        self.knownCells = knownCells
        self.paragraphs = paragraphs
        self.structure = structure
    }

    /// - Parameter fieldCount: how many fields for signatures the document has; those that stand nowhere come last.
    consuming func finish(fieldCount: Int) -> StructureTree {
        for index in structure.fieldCount..<max(structure.fieldCount, fieldCount) { structure.addField(index) }
        return structure.finish()
    }

    mutating func measure(_ block: ComposedBlock) throws(DiagnosticsError) {
        switch block {
        case .title(let title): items.append(.title(try set(title)))
        case .paragraph(let paragraph): items.append(.lines(try set(paragraph)))
        case .table(let grid, let path): items.append(.table(try table(grid, path)))
        case .image(let image): items.append(.box(box(image)))
        case .chart(let chart): items.append(.box(try box(chart)))
        case .signature(let signature):
            let layout = try SignatureLayout(signature, style: style, paragraphs: paragraphs, &structure)
            note(missing: layout.missing, "signature")
            items.append(.signature(layout))
        case .pageBreak: items.append(.pageBreak)
        }
    }

    // MARK: Text

    private mutating func set(_ paragraph: ComposedParagraph) throws(DiagnosticsError) -> FlowLines {
        let hangingIndent =
            paragraph.hangsAfterLabel
            ? paragraph.firstIndent + (try widthOfLabel(paragraph.spans)) : paragraph.hangingIndent
        let shape = ParagraphShape(
            width: style.typeArea.width, alignment: paragraph.alignment, firstIndent: paragraph.firstIndent,
            hangingIndent: hangingIndent, lastLineCharacters: style.paragraph.lastLineCharacters,
            breaksBySense: paragraph.alignment != .justified)
        var text = try ParagraphText(
            paragraph.spans, settings: style.characters, bySense: shape.breaksBySense, shaper: paragraphs.shaper)
        if paragraph.hangsAfterLabel { text.holdLabel() }
        let result = paragraphs.set(text, shape)
        note(missing: result.missing, paragraph.path)
        note(result.violations, paragraph.path)
        let leaves = structure.add(paragraph.role, spans: paragraph.spans)
        var notes: [Int: FlowNote] = [:]
        for item in paragraph.notes { notes[item.number] = try set(item, paragraph.path) }
        return FlowLines(
            text, shape, lines: result.lines, leaves: leaves,
            size: paragraph.spans.first?.style.size ?? style.text.body.size, blankLines: paragraph.blankLines,
            keepWithNext: paragraph.keepWithNext, outline: paragraph.outline, notes: notes,
            path: paragraph.path)
    }

    private mutating func set(_ item: ComposedNote, _ path: String) throws(DiagnosticsError) -> FlowNote {
        var text = try ParagraphText(item.spans, settings: style.characters, shaper: paragraphs.shaper)
        text.holdLabel()
        let result = paragraphs.set(
            text, ParagraphShape(width: style.typeArea.width, hangingIndent: try widthOfLabel(item.spans)))
        note(missing: result.missing, path)
        note(result.violations, path)
        return FlowNote(lines: result.lines, leaves: structure.add(.note(number: item.number), spans: item.spans))
    }

    private func widthOfLabel(_ spans: [TextSpan]) throws(DiagnosticsError) -> Double {
        var width = 0.0
        for span in spans.prefix(while: { $0.role == .label }) {
            width += try paragraphs.shaper.shape(span.text, in: span.style).width * span.style.em / span.style.size
        }
        return width
    }

    private mutating func set(_ title: ComposedTitle) throws(DiagnosticsError) -> FlowTitle {
        let text = style.text.title
        var widths: [Character: Double] = [:]
        for character in Set(title.text) {
            widths[character] = try paragraphs.shaper.shape(String(character), in: text).width
        }
        let breaker = TitleBreaker(agency: title.agency, year: title.year, measure: style.typeArea.width) {
            widths[$0] ?? text.size
        }
        var lines: [SetLine] = []
        for line in breaker.lines(of: title.text) {
            let result = try paragraphs.set(
                [TextSpan(line, text)], ParagraphShape(width: style.typeArea.width, alignment: .center))
            note(missing: result.missing, "title")
            lines += result.lines
        }
        let height = style.title.before + Double(lines.count - 1) * style.title.pitch + text.size + style.title.after
        let slots = max(1, Int((height / style.typeArea.pitch).rounded(.up)))
        if slots > style.typeArea.lines - 2 { findings.append(tooLong(title)) }
        return FlowTitle(
            lines: lines, leaves: structure.add(.heading(level: 1), spans: [TextSpan(title.text, text)]),
            size: text.size, pitch: style.title.pitch, slots: slots)
    }

    // MARK: Tables and pictures

    private mutating func table(_ grid: TableGrid, _ path: String) throws(DiagnosticsError) -> FlowTable {
        for cell in grid.cells {
            note(missing: try paragraphs.shaper.shape(cell.text, in: style.text.table).missing, cell.path ?? path)
        }
        let setter = TableSetter(
            paragraphs: paragraphs, text: style.text.table, style: style.table, width: style.typeArea.width,
            known: knownCells)
        return FlowTable(grid, leaves: structure.add(grid), style: style.table) { size throws(DiagnosticsError) in
            try setter.measure(grid, size: size)
        }
    }

    private mutating func box(_ image: ComposedImage) -> FlowBox {
        let frame = Rectangle(x: 0, y: 0, width: image.width, height: image.height)
        return FlowBox(
            width: image.width, height: image.height,
            contents: [.image(PlacedImage(image: image.source, frame: frame))],
            leaf: structure.addFigure(alternative: image.alternative), keepWithNext: image.hasCaption)
    }

    private mutating func box(_ chart: ComposedChart) throws(DiagnosticsError) -> FlowBox {
        let drawing = try ChartSetter(paragraphs: paragraphs, style: style.chart, width: style.typeArea.width).set(
            chart)
        note(missing: drawing.missing, chart.path)
        return FlowBox(
            width: drawing.width, height: drawing.height, contents: drawing.contents,
            leaf: structure.addFigure(alternative: chart.alternative), keepWithNext: chart.hasCaption)
    }

    // MARK: Findings

    private mutating func note(missing characters: [Unicode.Scalar], _ path: String) {
        if !characters.isEmpty { findings.append(.noGlyph(for: characters, path: path)) }
    }

    /// One finding a paragraph and rule, with its first place: a word of pages is broken a thousand times.
    private mutating func note(_ violations: [RuleViolation], _ path: String) {
        for rule in RuleViolation.Rule.allCases {
            let places = violations.filter { $0.rule == rule }
            guard let first = places.first else { continue }
            var message = rule.message(first.excerpt)
            if places.count > 1 {
                message.zh += "（本段共 \(places.count) 处）"
                message.en += " (\(places.count) places in the paragraph)"
            }
            findings.append(
                Diagnostic(
                    rule.id, .warning, message, at: Place(path: path),
                    hint: Localized(zh: "改动几个字，或在长串中加空格", en: "change a few words, or put a space into the long run")))
        }
    }

    private func tooLong(_ title: ComposedTitle) -> Diagnostic {
        Diagnostic(
            "title.too-long", .error,
            Localized(
                zh: "标题有 \(title.text.count) 个字，一页排不下",
                en: "the title has \(title.text.count) characters and fills more than a page"),
            at: Place(path: "title"),
            hint: Localized(
                zh: "标题通常写作：机关名称＋年份＋政府信息公开工作年度报告", en: "a title is the body’s name, the year, and the kind of report"))
    }
}

extension RuleViolation.Rule {
    fileprivate var id: Diagnostic.ID {
        switch self {
        case .partedUnit: "typesetting.parted-unit"
        case .brokenWord: "typesetting.broken-word"
        case .prohibitedEdge: "typesetting.prohibited-edge"
        case .lonelyCharacter: "typesetting.lonely-character"
        case .overfull: "typesetting.overfull-line"
        }
    }

    fileprivate func message(_ excerpt: String) -> Localized {
        switch self {
        case .partedUnit:
            Localized(zh: "数字与单位分在两行：“\(excerpt)”", en: "a number and its unit stand on two lines: “\(excerpt)”")
        case .brokenWord: Localized(zh: "数字或词被断开：“\(excerpt)”", en: "a number or word is broken: “\(excerpt)”")
        case .prohibitedEdge:
            Localized(
                zh: "标点落在不许可的行首或行末：“\(excerpt)”", en: "a mark begins or ends a line against the rules: “\(excerpt)”")
        case .lonelyCharacter:
            Localized(zh: "段落末行只有一个字：“\(excerpt)”", en: "a paragraph ends in a line of one character: “\(excerpt)”")
        case .overfull: Localized(zh: "这一行超出版心：“\(excerpt)”", en: "a line is wider than the type area: “\(excerpt)”")
        }
    }
}
