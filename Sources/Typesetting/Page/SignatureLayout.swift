internal import ReportForms
internal import ReportModel

/// 落款: names, date and seals at their places (GB/T 9704-2012 7.3.5), from the upper edge of their first line.
struct SignatureLayout {
    /// A line of a name, a title or of the date.
    struct Part {
        var line: SetLine
        var leaf: LeafID
    }

    struct Placed {
        var part: Part
        /// From the left edge of the type area.
        var x: Double
        /// Of the grid, from the first of the signature's.
        var line: Int
        /// How far below the baseline of that line.
        var shift = 0.0
    }

    struct Seal {
        var picture: SealPicture
        /// From the left edge of the type area and the upper edge of the first line's character box.
        var frame: Rectangle
        var bearer: Bearer

        enum Bearer {
            /// Drawn on the page.
            case leaf(LeafID)
            /// The appearance of one of the document's fields.
            case field(Int)
        }
    }

    var texts: [Placed]
    var seals: [Seal] = []
    /// Between the body and the first line, where nothing asks for another number.
    var blankLines: Int
    /// How bodies' seals hang over their names; nil where there are none, and the blank lines are what they are.
    var seal: SealStyle?
    private(set) var missing: [Unicode.Scalar] = []

    /// From the first line with text to the last.
    var lineCount: Int { (texts.map(\.line).max() ?? 0) + 1 }

    /// - Throws: `DiagnosticsError` where there is no room for the seals.
    init<Shaper: TextShaper>(
        _ composed: ComposedSignature, style: Style, paragraphs: ParagraphSetter<Shaper>,
        _ structure: inout StructureBuilder
    ) throws(DiagnosticsError) {
        let signature = composed.signature
        var missing: [Unicode.Scalar] = []
        func set(_ text: String) throws(DiagnosticsError) -> [Part] {
            let spans = [TextSpan(text, style.text.body)]
            let result = try paragraphs.set(
                spans, ParagraphShape(width: style.typeArea.width - style.signature.nameRight, alignment: .left))
            missing += result.missing
            let leaf = structure.add(.body, spans: spans)[0]
            return result.lines.map { Part(line: $0, leaf: leaf) }
        }
        var heads: [[Part]] = []
        for text in signature.signatories.isEmpty ? signature.names : signature.signatories.map(\.title) {
            heads.append(try set(text))
        }
        let date = try set(signature.date.officialText)
        let seals = composed.seals.enumerated().map { index, seal in
            Seal(
                picture: seal.picture, frame: Rectangle(x: 0, y: 0, width: seal.width, height: seal.height),
                bearer: composed.hasFields
                    ? .field(index) : .leaf(structure.addFigure(alternative: seal.alternative)))
        }
        if composed.hasFields {
            for index in signature.sealBearers.indices { structure.addField(index) }
        }
        if !signature.signatories.isEmpty {
            self = try SignatureLayout.nameSealed(signature, heads, date, seals, style)
        } else if !seals.isEmpty {
            self = try SignatureLayout.sealed(signature, heads, date, seals, style)
        } else if signature.sealed {
            self.init(rows: SignatureLayout.sealedByHand(heads.flatMap { $0 }, date, style))
            blankLines = style.signature.sealedBlankLines
        } else {
            self.init(rows: SignatureLayout.unsealed(heads.flatMap { $0 }, date, style))
            blankLines = style.signature.blankLines
        }
        self.missing = missing
        guard seals.isEmpty || fitsPage(PageGeometry(style: style)) else {
            throw DiagnosticsError(SealProblem.tooMany(seals.count))
        }
    }

    init(texts: [Placed], seals: [Seal], blankLines: Int, seal: SealStyle? = nil) {
        self.texts = texts
        self.seals = seals
        self.blankLines = blankLines
        self.seal = seal
    }

    /// - Parameter rows: lines from the first name to the date; several texts stand side by side on one line.
    private init(rows: [[(part: Part, x: Double)]]) {
        let texts = rows.enumerated().flatMap { line, row in row.map { Placed(part: $0.part, x: $0.x, line: line) } }
        self.init(texts: texts, seals: [], blankLines: 0)
    }

    /// The date begins `dateShift` right of the name; where it is the longer of the two it has the name's right
    /// indent, and the name begins `dateShift` left of it.
    private static func unsealed(_ names: [Part], _ date: [Part], _ style: Style) -> [[(part: Part, x: Double)]] {
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
        return names.map { [($0, left)] } + date.map { [($0, min(dateLeft, measure - dateWidth))] }
    }

    /// Where the paper will be sealed by hand. The date is `sealedDateRight` from the right and the name centred above
    /// it; the bodies of a joint report stand side by side, the last one above the date.
    private static func sealedByHand(
        _ names: [Part], _ date: [Part], _ style: Style
    ) -> [[(part: Part, x: Double)]] {
        let measure = style.typeArea.width
        let dateWidth = date.map(\.line.width).max() ?? 0
        let nameWidth = names.map(\.line.width).max() ?? 0
        var middle = measure - style.signature.sealedDateRight - dateWidth / 2
        middle = min(middle, measure - nameWidth / 2)
        let column = max(nameWidth, 42 / 25.4 * 72) + style.typeArea.cell
        let perRow = max(1, Int((middle + column / 2) / column))
        var rows: [[(part: Part, x: Double)]] = []
        var rest = names[...]
        while !rest.isEmpty {
            // The last row ends above the date; rows above it are as full as they can be.
            let count = rest.count % perRow == 0 ? perRow : rest.count % perRow
            let row = rest.prefix(rows.isEmpty ? count : perRow)
            rest = rest.dropFirst(row.count)
            rows.append(
                row.enumerated().map { index, part in
                    (part, middle - column * Double(row.count - 1 - index) - part.line.width / 2)
                })
        }
        return rows + date.map { [($0, middle - dateWidth / 2)] }
    }
}
