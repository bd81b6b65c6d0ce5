internal import ReportModel

/// Reads one style file whose `extends` is already resolved.
struct StyleReader {
    let sink: DiagnosticSink
    var cell = 0.0
    var pitch = 0.0

    init(_ sink: DiagnosticSink) { self.sink = sink }

    mutating func read(_ root: LocatedNode) throws(DiagnosticsError) -> Style {
        guard let fields = FieldReader(root, sink) else { throw DiagnosticsError(sink.diagnostics) }
        let id = fields.requiredString("style")
        let name = fields.requiredString("name")
        let paper = fields.requiredMapping("paper")
        let paperWidth = length("width", paper)
        let paperHeight = length("height", paper)
        paper?.finish()
        let typeArea = readTypeArea(fields.requiredMapping("type_area"))
        let duplex = fields.boolean("duplex") ?? false
        let text = readTextStyles(fields.requiredMapping("text"))
        let title = readTitle(fields.requiredMapping("title"))
        let paragraph = readParagraph(fields.requiredMapping("paragraph"))
        let notes = readNotes(fields.requiredMapping("notes"))
        let signature = readSignature(fields.requiredMapping("signature"))
        let pageNumber = readPageNumber(fields.requiredMapping("page_number"))
        let table = readTable(fields.requiredMapping("table"))
        let chart = readChart(fields.requiredMapping("chart"))
        let characters = readCharacters(fields.requiredMapping("characters"))
        fields.finish()
        if let paperWidth, let paperHeight, let typeArea {
            checkFits(typeArea, width: paperWidth, height: paperHeight, at: root)
        }
        guard !sink.hasErrors, let id, let name, let paperWidth, let paperHeight, let typeArea, let text, let title,
            let paragraph, let notes, let signature, let pageNumber, let table, let chart, let characters
        else { throw DiagnosticsError(sink.diagnostics) }
        return Style(
            id: id, name: name, paperWidth: paperWidth, paperHeight: paperHeight, typeArea: typeArea,
            duplex: duplex, text: text, title: title, paragraph: paragraph, notes: notes, signature: signature,
            pageNumber: pageNumber, table: table, chart: chart, characters: characters)
    }

    // MARK: Parts

    private mutating func readTypeArea(_ fields: FieldReader?) -> TypeArea? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let binding = length("binding", fields)
        let top = length("top", fields)
        let width = length("width", fields)
        let height = length("height", fields)
        let characters = fields.requiredInteger("characters", in: 8...100)
        let lines = fields.requiredInteger("lines", in: 4...200)
        // The lengths of everything else may be in its cells, the pitch too.
        if let width, let characters { cell = width / Double(characters) }
        let pitch = length("pitch", fields)
        guard let binding, let top, let width, let height, let characters, let lines, let pitch else { return nil }
        guard width > 0, height > 0, pitch > 0 else {
            sink.error(
                "style.grid", zh: "版心的宽、高和行距应大于零", en: "width, height and pitch of the type area are more than zero",
                at: fields.node.place)
            return nil
        }
        self.pitch = pitch
        let area = TypeArea(
            binding: binding, top: top, width: width, height: height, characters: characters, lines: lines, pitch: pitch)
        if Double(lines - 1) * pitch + area.cell > height + 0.5 {
            sink.error(
                "style.grid", zh: "\(lines) 行、行距 \(rounded(pitch))pt 超出版心高度 \(rounded(height))pt",
                en: "\(lines) lines at a pitch of \(rounded(pitch))pt are taller than the type area, \(rounded(height))pt",
                at: fields.node.place)
        }
        return area
    }

    private func readTextStyles(_ fields: FieldReader?) -> TextStyles? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let headings = fields.requiredSequence("headings")?.compactMap { readTextStyle($0) }
        if let headings, headings.count != 4 {
            sink.error(
                "style.headings", zh: "headings 应给出四级标题的字体", en: "headings lists the type of four levels",
                at: fields.node.place)
        }
        let title = fields.requiredNode("title").flatMap(readTextStyle)
        let body = fields.requiredNode("body").flatMap(readTextStyle)
        let pageNumber = fields.requiredNode("page_number").flatMap(readTextStyle)
        let table = fields.requiredNode("table").flatMap(readTextStyle)
        let caption = fields.requiredNode("caption").flatMap(readTextStyle)
        let note = fields.requiredNode("note").flatMap(readTextStyle)
        let copyNumber = fields.requiredNode("copy_number").flatMap(readTextStyle)
        let emphasis = fields.requiredString("emphasis")
        let strong = fields.requiredString("strong")
        guard let title, let body, let headings, headings.count == 4, let pageNumber, let table, let caption,
            let note, let copyNumber, let emphasis, let strong
        else { return nil }
        return TextStyles(
            title: title, body: body, headings: headings, pageNumber: pageNumber, table: table, caption: caption,
            note: note, copyNumber: copyNumber, emphasis: FontRole(rawValue: emphasis), strong: FontRole(rawValue: strong))
    }

    private func readTextStyle(_ node: LocatedNode) -> TextStyle? {
        guard let fields = FieldReader(node, sink) else { return nil }
        defer { fields.finish() }
        let face = fields.requiredString("face")
        let size = length("size", fields)
        let onGrid = fields.boolean("on_grid") ?? false
        guard let face, let size else { return nil }
        guard TextStyle.sizes.contains(size) else {
            TextStyle.reportSize(node, sink)
            return nil
        }
        return TextStyle(face: FontRole(rawValue: face), size: size, em: onGrid ? cell : nil)
    }

    private func readTitle(_ fields: FieldReader?) -> TitleStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let before = length("before", fields)
        let after = length("after", fields)
        let pitch = length("pitch", fields)
        guard let before, let after, let pitch else { return nil }
        return TitleStyle(before: before, after: after, pitch: pitch)
    }

    private func readParagraph(_ fields: FieldReader?) -> ParagraphSettings? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let indent = length("indent", fields)
        let characters = fields.requiredInteger("last_line_characters", in: 1...10)
        let widow = fields.requiredInteger("widow_lines", in: 1...5)
        let items = fields.requiredNode("items")?.choice(ItemShape.self, sink)
        guard let indent, let characters, let widow, let items else { return nil }
        return ParagraphSettings(indent: indent, lastLineCharacters: characters, widowLines: widow, items: items)
    }

    private func readChart(_ fields: FieldReader?) -> ChartStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let text = fields.requiredNode("text").flatMap(readTextStyle)
        let rule = length("rule", fields)
        let height = length("height", fields)
        guard let text, let rule, let height else { return nil }
        return ChartStyle(text: text, rule: rule, height: height)
    }

    private func readNotes(_ fields: FieldReader?) -> NoteStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let pitch = length("pitch", fields)
        let rule = length("rule", fields)
        let ruleLength = length("rule_length", fields)
        let gap = length("gap", fields)
        guard let pitch, let rule, let ruleLength, let gap else { return nil }
        return NoteStyle(pitch: pitch, rule: rule, ruleLength: ruleLength, gap: gap)
    }

    private func readSignature(_ fields: FieldReader?) -> SignatureStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let blank = fields.requiredInteger("blank_lines", in: 0...10)
        let nameRight = length("name_right", fields)
        let shift = length("date_shift", fields)
        let sealedBlank = fields.requiredInteger("sealed_blank_lines", in: 0...10)
        let sealedRight = length("sealed_date_right", fields)
        let bodyLines = fields.requiredInteger("body_lines", in: 1...10)
        guard let blank, let nameRight, let shift, let sealedBlank, let sealedRight, let bodyLines
        else { return nil }
        return SignatureStyle(
            blankLines: blank, nameRight: nameRight, dateShift: shift, sealedBlankLines: sealedBlank,
            sealedDateRight: sealedRight, bodyLines: bodyLines)
    }

    private func readPageNumber(_ fields: FieldReader?) -> PageNumberStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let format = fields.requiredString("format")
        let drop = length("drop", fields)
        let inset = length("inset", fields)
        let side = fields.requiredNode("side")?.choice(PageNumberStyle.Side.self, sink)
        guard let format, let drop, let inset, let side else { return nil }
        return PageNumberStyle(format: format, drop: drop, inset: inset, side: side)
    }

    private func readTable(_ fields: FieldReader?) -> TableStyle? {
        guard let fields else { return nil }
        defer { fields.finish() }
        let sizes = fields.requiredNode("sizes")?.sizes(sink) { length($0) } ?? []
        let outer = length("outer_rule", fields)
        let inner = length("inner_rule", fields)
        let padding = length("cell_padding", fields)
        let leading = fields.requiredNode("leading")?.number(in: 1...3, sink)
        let row = length("row_padding", fields)
        let least = length("least_row_padding", fields)
        let gap = length("gap", fields)
        guard let outer, let inner, let padding, !sizes.isEmpty, let leading, let row, let least, let gap
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
            let tightest, let loosest
        else { return nil }
        return CharacterSettings(
            hanLatinGap: gap, stretch: stretch, trimsLineEnd: end, trimsLineStart: start, prohibition: prohibition,
            punctuation: punctuation, hangs: hangs, tightest: tightest, loosest: loosest)
    }

    private func readHanLatinGap(_ node: LocatedNode) -> HanLatinGap? {
        if case .scalar("grid", _) = node.content { return .grid }
        return node.number(in: 0...0.5, sink).map { .fixed($0) }
    }

    private func checkFits(_ area: TypeArea, width: Double, height: Double, at root: LocatedNode) {
        guard area.binding + area.width > width + 0.01 || area.top + area.height > height + 0.01 else { return }
        sink.error(
            "style.type-area", zh: "版心超出纸张", en: "the type area is larger than the paper", at: root.place)
    }

    // MARK: Lengths

    private func length(_ key: String, _ fields: FieldReader?) -> Double? {
        guard let node = fields?.requiredNode(key) else { return nil }
        return length(node)
    }

    private func length(_ node: LocatedNode) -> Double? {
        node.length(sink)?.points(cell: cell, pitch: pitch)
    }

    private func rounded(_ points: Double) -> String { String((points * 100).rounded() / 100) }
}
