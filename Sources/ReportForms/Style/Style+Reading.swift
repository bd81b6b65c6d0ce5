internal import ReportModel

/// Reads one style file whose `extends` is already resolved. All of it is read before anything is given up, so
/// that one pass tells every wrong value and no key after it passes for unknown.
struct StyleReader {
    let sink: DiagnosticSink
    /// What the font book has; nil takes any.
    let roles: Set<FontRole>?
    /// Where the type area cannot be read these only keep the rest readable: the style is refused.
    var cell = 16.0
    var pitch = 30.0
    var areaWidth = 442.0

    init(_ sink: DiagnosticSink, roles: Set<FontRole>?) {
        self.sink = sink
        self.roles = roles
    }

    /// - Parameter id: the name of the file, which the style has to bear.
    mutating func read(_ root: LocatedNode, id wanted: String?) throws(DiagnosticsError) -> Style {
        guard let fields = FieldReader(root, sink) else { throw DiagnosticsError(sink.diagnostics) }
        let id = readID(fields, wanted)
        let name = fields.requiredString("name")
        let paper = fields.requiredMapping("paper")
        let paperWidth = length("width", paper, Self.sheet)
        let paperHeight = length("height", paper, Self.sheet)
        paper?.finish()
        let typeArea = readTypeArea(fields.requiredMapping("type_area"))
        let duplex = fields.boolean("duplex") ?? false
        let text = readTextStyles(fields.requiredMapping("text"))
        let title = readTitle(fields.requiredMapping("title"), size: text?.title.size)
        let paragraph = readParagraph(fields.requiredMapping("paragraph"))
        let notes = readNotes(fields.requiredMapping("notes"), size: text?.note.size)
        let signature = readSignature(fields.requiredMapping("signature"))
        let pageNumber = readPageNumber(fields.requiredMapping("page_number"))
        let table = readTable(fields.requiredMapping("table"))
        let chart = readChart(fields.requiredMapping("chart"))
        let characters = readCharacters(fields.requiredMapping("characters"))
        fields.finish()
        guard let id, let name, let paperWidth, let paperHeight, let typeArea, let text, let title,
            let paragraph, let notes, let signature, let pageNumber, let table, let chart, let characters
        else { throw DiagnosticsError(sink.diagnostics) }
        let style = Style(
            id: id, name: name, paperWidth: paperWidth, paperHeight: paperHeight, typeArea: typeArea,
            duplex: duplex, text: text, title: title, paragraph: paragraph, notes: notes,
            signature: signature,
            pageNumber: pageNumber, table: table, chart: chart, characters: characters)
        StyleFit(style: style, fields: fields, sink: sink).check()
        try sink.check()
        return style
    }

    private func readID(_ fields: FieldReader, _ wanted: String?) -> String? {
        guard let node = fields.requiredNode("style"), let id = node.string(sink) else { return nil }
        if let wanted, wanted != id {
            sink.error(
                "style.other-name", zh: "样式名“\(id)”与文件名“\(wanted).yaml”不一致",
                en: "the style is called “\(id)”, its file “\(wanted).yaml”", at: node.place,
                hint: Localized(zh: "改成 style: \(wanted)", en: "write style: \(wanted)"))
        }
        return id
    }

    // MARK: Parts

    private mutating func readTypeArea(_ fields: FieldReader?) -> TypeArea? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let binding = length("binding", fields, Length.millimetres(0, 500))
        let top = length("top", fields, Length.millimetres(0, 500))
        let width = length("width", fields, Length.millimetres(30, 1200))
        let height = length("height", fields, Length.millimetres(30, 1200))
        let characters = fields.requiredInteger("characters", in: 8...100)
        let lines = fields.requiredInteger("lines", in: 4...200)
        if let width, let characters {
            areaWidth = width
            cell = width / Double(characters)
        }
        let pitch = length("pitch", fields, Length.millimetres(2, 50))
        if let pitch { self.pitch = pitch }
        guard let binding, let top, let width, let height, let characters, let lines, let pitch else {
            return nil
        }
        return TypeArea(
            binding: binding, top: top, width: width, height: height, characters: characters, lines: lines,
            pitch: pitch)
    }

    private func readTextStyles(_ fields: FieldReader?) -> TextStyles? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let headingNodes = fields.requiredSequence("headings")
        let headings = headingNodes?.compactMap { readTextStyle($0) }
        if let headingNodes, headingNodes.count != 4 {
            sink.error(
                "style.headings", zh: "headings 应给出四级标题的字体", en: "headings lists the type of four levels",
                at: fields.node("headings")?.place)
        }
        let title = fields.requiredNode("title").flatMap(readTextStyle)
        let body = fields.requiredNode("body").flatMap(readTextStyle)
        let pageNumber = fields.requiredNode("page_number").flatMap(readTextStyle)
        let table = fields.requiredNode("table").flatMap(readTextStyle)
        let caption = fields.requiredNode("caption").flatMap(readTextStyle)
        let note = fields.requiredNode("note").flatMap(readTextStyle)
        let copyNumber = fields.requiredNode("copy_number").flatMap(readTextStyle)
        let emphasis = fields.requiredNode("emphasis").flatMap(role)
        let strong = fields.requiredNode("strong").flatMap(role)
        guard let title, let body, let headings, headings.count == 4, let pageNumber, let table, let caption,
            let note, let copyNumber, let emphasis, let strong
        else { return nil }
        return TextStyles(
            title: title, body: body, headings: headings, pageNumber: pageNumber, table: table,
            caption: caption, note: note, copyNumber: copyNumber, emphasis: emphasis, strong: strong)
    }

    private func readTextStyle(_ node: LocatedNode) -> TextStyle? {
        guard let fields = FieldReader(node, sink) else { return nil }
        defer { fields.finish() }
        let face = fields.requiredNode("face").flatMap(role)
        let size = length("size", fields, TextStyle.sizes, inPoints: true)
        let onGrid = fields.boolean("on_grid") ?? false
        guard let face, let size else { return nil }
        // GB/T 9704 itself puts 16 pt into cells of 15.79 pt.
        if onGrid, size > cell * 1.1 {
            sink.error(
                "style.grid", zh: "\(Length.rounded(size))pt 的字放不进 \(Length.rounded(cell))pt 宽的字格（版心宽度除以每行字数）",
                en:
                    "type of \(Length.rounded(size))pt does not fit the cells of the grid, \(Length.rounded(cell))pt wide",
                at: fields.node("size")?.place)
        }
        return TextStyle(face: face, size: size, em: onGrid ? cell : nil)
    }

    private func role(_ node: LocatedNode) -> FontRole? { node.role(among: roles, sink) }

    private func readTitle(_ fields: FieldReader?, size: Double?) -> TitleStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let before = length("before", fields, Self.space)
        let after = length("after", fields, Self.space)
        let pitch = length("pitch", fields, (size ?? 4)...300, inPoints: true)
        guard let before, let after, let pitch else { return nil }
        return TitleStyle(before: before, after: after, pitch: pitch)
    }

    private func readParagraph(_ fields: FieldReader?) -> ParagraphSettings? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let indent = length("indent", fields, withinLine)
        let characters = fields.requiredInteger("last_line_characters", in: 1...10)
        let widow = fields.requiredInteger("widow_lines", in: 1...5)
        let items = fields.requiredNode("items")?.choice(ItemShape.self, sink)
        guard let indent, let characters, let widow, let items else { return nil }
        return ParagraphSettings(
            indent: indent, lastLineCharacters: characters, widowLines: widow, items: items)
    }

    private func readChart(_ fields: FieldReader?) -> ChartStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let text = fields.requiredNode("text").flatMap(readTextStyle)
        let rule = length("rule", fields, Self.rule)
        let height = length("height", fields, Length.millimetres(20, 1000))
        guard let text, let rule, let height else { return nil }
        return ChartStyle(text: text, rule: rule, height: height)
    }

    private func readNotes(_ fields: FieldReader?, size: Double?) -> NoteStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let pitch = length("pitch", fields, (size ?? 4)...150, inPoints: true)
        let rule = length("rule", fields, Self.rule)
        let ruleLength = length("rule_length", fields, 0...areaWidth)
        let gap = length("gap", fields, Self.space)
        guard let pitch, let rule, let ruleLength, let gap else { return nil }
        return NoteStyle(pitch: pitch, rule: rule, ruleLength: ruleLength, gap: gap)
    }

    private func readSignature(_ fields: FieldReader?) -> SignatureStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let blank = fields.requiredInteger("blank_lines", in: 0...10)
        let nameRight = length("name_right", fields, withinLine)
        let shift = length("date_shift", fields, withinLine)
        let sealedBlank = fields.requiredInteger("sealed_blank_lines", in: 0...10)
        let sealedRight = length("sealed_date_right", fields, withinLine)
        let bodyLines = fields.requiredInteger("body_lines", in: 1...10)
        let seal = fields.requiredMapping("seal").flatMap(readSeal)
        let nameSeal = fields.requiredMapping("name_seal").flatMap(readNameSeal)
        guard let blank, let nameRight, let shift, let sealedBlank, let sealedRight, let bodyLines, let seal,
            let nameSeal
        else { return nil }
        return SignatureStyle(
            blankLines: blank, nameRight: nameRight, dateShift: shift, sealedBlankLines: sealedBlank,
            sealedDateRight: sealedRight, bodyLines: bodyLines, seal: seal, nameSeal: nameSeal)
    }

    private func readPageNumber(_ fields: FieldReader?) -> PageNumberStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let format = fields.requiredNode("format").flatMap(readNumberFormat)
        let drop = length("drop", fields, Length.millimetres(0, 200))
        let inset = length("inset", fields, withinLine)
        let side = fields.requiredNode("side")?.choice(PageNumberStyle.Side.self, sink)
        guard let format, let drop, let inset, let side else { return nil }
        return PageNumberStyle(format: format, drop: drop, inset: inset, side: side)
    }

    private func readNumberFormat(_ node: LocatedNode) -> String? {
        guard let format = node.string(sink) else { return nil }
        guard format.contains("{n}"), format.count <= 20 else {
            sink.error(
                "style.page-number", zh: "页码的写法“\(format.prefix(40))”应含 {n}（代表页码），不超过 20 个字",
                en:
                    "the form of the page number, “\(format.prefix(40))”, needs its {n} and at most 20 characters",
                at: node.place, hint: Localized(zh: "例如“— {n} —”", en: "as “— {n} —”"))
            return nil
        }
        return format
    }

    private func readTable(_ fields: FieldReader?) -> TableStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let sizeNodes = fields.requiredSequence("sizes")
        let sizes = sizeNodes?.compactMap { length($0, TextStyle.sizes, inPoints: true) }
        if sizeNodes?.isEmpty == true {
            fields.node("sizes")?.expected(Localized(zh: "至少一个字号", en: "at least one size"), sink)
        }
        let outer = length("outer_rule", fields, Self.rule)
        let inner = length("inner_rule", fields, Self.rule)
        let padding = length("cell_padding", fields, Length.millimetres(0, 20))
        let leading = fields.requiredNode("leading")?.number(in: 1...3, sink)
        let row = length("row_padding", fields, Length.millimetres(0, 50))
        let least = length("least_row_padding", fields, Length.millimetres(0, 50))
        let gap = length("gap", fields, Self.space)
        guard let sizes, !sizes.isEmpty, let outer, let inner, let padding, let leading, let row, let least,
            let gap
        else { return nil }
        return TableStyle(
            outerRule: outer, innerRule: inner, cellPadding: padding, sizes: sizes, leading: leading,
            rowPadding: row, leastRowPadding: min(row, least), gap: gap)
    }

    private func readCharacters(_ fields: FieldReader?) -> CharacterSettings? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let gap = fields.requiredNode("han_latin_gap").flatMap(readHanLatinGap)
        let stretch = fields.requiredNode("stretch")?.number(in: 0.01...1, sink)
        let end = fields.requiredNode("trims_line_end")?.boolean(sink)
        let start = fields.requiredNode("trims_line_start")?.boolean(sink)
        let prohibition = fields.requiredNode("prohibition")?.choice(ProhibitionLevel.self, sink)
        let punctuation = fields.requiredNode("punctuation")?.choice(PunctuationStyle.self, sink)
        let hangs = fields.requiredNode("hangs")?.boolean(sink)
        let tightest = fields.requiredNode("tightest")?.number(in: 0...0.1, sink)
        let loosest = fields.requiredNode("loosest")?.number(in: 0...0.5, sink)
        guard let gap, let stretch, let end, let start, let prohibition, let punctuation, let hangs,
            let tightest,
            let loosest
        else { return nil }
        return CharacterSettings(
            hanLatinGap: gap, stretch: stretch, trimsLineEnd: end, trimsLineStart: start,
            prohibition: prohibition,
            punctuation: punctuation, hangs: hangs, tightest: tightest, loosest: loosest)
    }

    private func readHanLatinGap(_ node: LocatedNode) -> HanLatinGap? {
        if case .scalar("grid", _) = node.content { return .grid }
        return node.number(in: 0...0.5, sink).map { .fixed($0) }
    }

    // MARK: Lengths

    private static let sheet = Length.millimetres(50, 1500)
    private static let rule = Length.millimetres(0, 5)
    private static let space = Length.millimetres(0, 200)
    /// Indents that leave a quarter of the line.
    private var withinLine: ClosedRange<Double> { 0...(areaWidth * 0.75) }

    func length(
        _ key: String, _ fields: FieldReader?, _ range: ClosedRange<Double>, inPoints: Bool = false
    ) -> Double? {
        guard let node = fields?.requiredNode(key) else { return nil }
        return length(node, range, inPoints: inPoints)
    }

    private func length(_ node: LocatedNode, _ range: ClosedRange<Double>, inPoints: Bool = false) -> Double? {
        node.length(in: range, cell: cell, pitch: pitch, inPoints: inPoints, sink)
    }
}
