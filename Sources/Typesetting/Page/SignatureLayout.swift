internal import ReportForms
internal import ReportModel

/// 落款: names and date at their indents (GB/T 9704-2012 7.3.5.1, 7.3.5.2).
struct SignatureLayout {
    /// A line of a name or of the date.
    struct Part {
        var line: SetLine
        var leaf: LeafID
    }

    struct Placed {
        var part: Part
        /// From the left edge of the type area.
        var x: Double
    }

    /// Lines from the first name to the date; several texts stand side by side on one line.
    var rows: [[Placed]]
    var blankLines: Int
    var missing: [Unicode.Scalar]

    /// Lines with the blank ones above.
    var lineCount: Int { blankLines + rows.count }

    init<Shaper: TextShaper>(
        _ signature: Signature, style: Style, paragraphs: ParagraphSetter<Shaper>, _ structure: inout StructureBuilder
    ) throws(DiagnosticsError) {
        let measure = style.typeArea.width
        var missing: [Unicode.Scalar] = []
        func set(_ text: String) throws(DiagnosticsError) -> [Part] {
            let spans = [TextSpan(text, style.text.body)]
            let result = try paragraphs.set(
                spans, ParagraphShape(width: measure - style.signature.nameRight, alignment: .left))
            missing += result.missing
            let leaf = structure.add(.body, spans: spans)[0]
            return result.lines.map { Part(line: $0, leaf: leaf) }
        }
        var names: [Part] = []
        for name in signature.names { names += try set(name) }
        let date = try set(signature.date.officialText)
        if signature.sealed {
            blankLines = style.signature.sealedBlankLines
            rows = SignatureLayout.sealed(names, date, style)
        } else {
            blankLines = style.signature.blankLines
            rows = SignatureLayout.unsealed(names, date, style)
        }
        self.missing = missing
    }

    /// The date begins `dateShift` right of the name; where it is the longer of the two it has the name's right
    /// indent, and the name begins `dateShift` left of it.
    private static func unsealed(_ names: [Part], _ date: [Part], _ style: Style) -> [[Placed]] {
        let measure = style.typeArea.width
        let nameWidth = names.map(\.line.width).max() ?? 0
        let dateWidth = date.map(\.line.width).max() ?? 0
        let settings = style.signature
        let nameLeft: Double
        if dateWidth <= nameWidth || names.isEmpty {
            nameLeft = measure - settings.nameRight - nameWidth
        } else {
            nameLeft = measure - settings.nameRight - dateWidth - settings.dateShift
        }
        let left = max(0, nameLeft)
        let dateLeft = names.isEmpty ? measure - settings.nameRight - dateWidth : left + settings.dateShift
        return names.map { [Placed(part: $0, x: left)] }
            + date.map { [Placed(part: $0, x: min(dateLeft, measure - dateWidth))] }
    }

    /// The date is `sealedDateRight` from the right and the name centred above it; the bodies of a joint report
    /// stand side by side, the last one above the date.
    private static func sealed(_ names: [Part], _ date: [Part], _ style: Style) -> [[Placed]] {
        let measure = style.typeArea.width
        let dateWidth = date.map(\.line.width).max() ?? 0
        let nameWidth = names.map(\.line.width).max() ?? 0
        var middle = measure - style.signature.sealedDateRight - dateWidth / 2
        middle = min(middle, measure - nameWidth / 2)
        let column = max(nameWidth, 42 / 25.4 * 72) + style.typeArea.cell
        let perRow = max(1, Int((middle + column / 2) / column))
        var rows: [[Placed]] = []
        var rest = names[...]
        while !rest.isEmpty {
            // The last row ends above the date; rows above it are as full as they can be.
            let count = rest.count % perRow == 0 ? perRow : rest.count % perRow
            let row = rest.prefix(rows.isEmpty ? count : perRow)
            rest = rest.dropFirst(row.count)
            rows.append(
                row.enumerated().map { index, part in
                    Placed(part: part, x: middle - column * Double(row.count - 1 - index) - part.line.width / 2)
                })
        }
        return rows + date.map { [Placed(part: $0, x: middle - dateWidth / 2)] }
    }
}
