/// Properties of paragraphs in the order that the schema demands (ECMA-376-1 17.3.1.26).
struct WordParagraphProperties {
    var style: String?
    var keepNext = false
    var pageBreakBefore = false
    var snapsToGrid = true
    /// In points.
    var before: Double?
    /// In lines of the grid.
    var beforeLines: Double?
    var after: Double?
    var exactPitch: Double?
    /// In points, and in 字 so that they go with the size of the type.
    var left: Double?
    var right: (points: Double, cells: Double)?
    /// Below zero for a hanging indent.
    var firstLine: (points: Double, cells: Double)?
    var alignment: String?
    var outlineLevel: Int?

    /// Without its element; empty where nothing is said.
    var content: String {
        var parts: [String] = []
        if let style { parts.append(Markup.element("w:pStyle", ["w:val": style])) }
        if keepNext { parts.append(Markup.element("w:keepNext")) }
        if pageBreakBefore { parts.append(Markup.element("w:pageBreakBefore")) }
        if !snapsToGrid { parts.append(Markup.element("w:snapToGrid", ["w:val": "0"])) }
        parts += [spacing, indent].compactMap { $0 }
        if let alignment { parts.append(Markup.element("w:jc", ["w:val": alignment])) }
        if let outlineLevel { parts.append(Markup.element("w:outlineLvl", ["w:val": outlineLevel])) }
        return parts.joined()
    }

    var markup: String { content.isEmpty ? "" : Markup.element("w:pPr", [:], content) }

    private var spacing: String? {
        guard before != nil || beforeLines != nil || after != nil || exactPitch != nil else { return nil }
        return Markup.element(
            "w:spacing",
            [
                "w:beforeLines": beforeLines.map { Int(($0 * 100).rounded()) },
                "w:before": before.map(WordLength.twips),
                "w:after": after.map(WordLength.twips), "w:line": exactPitch.map(WordLength.twips),
                "w:lineRule": exactPitch.map { _ in "exact" },
            ])
    }

    private var indent: String? {
        guard left != nil || right != nil || firstLine != nil else { return nil }
        let isHanging = (firstLine?.points ?? 0) < 0
        let first = firstLine.map {
            (chars: Int((abs($0.cells) * 100).rounded()), twips: WordLength.twips(abs($0.points)))
        }
        return Markup.element(
            "w:ind",
            [
                "w:left": left.map(WordLength.twips),
                "w:rightChars": right.map { Int(($0.cells * 100).rounded()) },
                "w:right": right.map { WordLength.twips($0.points) },
                "w:hangingChars": isHanging ? first?.chars : nil, "w:hanging": isHanging ? first?.twips : nil,
                "w:firstLineChars": isHanging ? nil : first?.chars, "w:firstLine": isHanging ? nil : first?.twips,
            ])
    }
}

/// Properties of runs in the order that the schema demands (ECMA-376-1 17.3.2.28).
struct WordRunProperties {
    var style: String?
    /// One name for all scripts: digits are the half-width ones of the Han face.
    var face: String?
    /// Added to each character, in twentieths of a point.
    var space: Int?
    /// In points.
    var size: Double?
    var isUnderlined = false
    var isRaised = false
    var isLowered = false
    /// 着重号
    var hasDots = false

    var content: String {
        var parts: [String] = []
        if let style { parts.append(Markup.element("w:rStyle", ["w:val": style])) }
        // Quotation marks and dashes are Chinese, too.
        parts.append(
            Markup.element(
                "w:rFonts",
                ["w:hint": "eastAsia", "w:ascii": face, "w:hAnsi": face, "w:eastAsia": face, "w:cs": face]))
        if let space { parts.append(Markup.element("w:spacing", ["w:val": space])) }
        if let size {
            parts.append(Markup.element("w:sz", ["w:val": WordLength.halfPoints(size)]))
            parts.append(Markup.element("w:szCs", ["w:val": WordLength.halfPoints(size)]))
        }
        if isUnderlined { parts.append(Markup.element("w:u", ["w:val": "single"])) }
        if isRaised || isLowered {
            parts.append(Markup.element("w:vertAlign", ["w:val": isRaised ? "superscript" : "subscript"]))
        }
        if hasDots { parts.append(Markup.element("w:em", ["w:val": "underDot"])) }
        return parts.joined()
    }

    var markup: String { Markup.element("w:rPr", [:], content) }
}
